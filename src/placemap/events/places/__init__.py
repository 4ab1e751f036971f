"""Where each event happened."""
