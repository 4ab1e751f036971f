"""When each event happened."""
