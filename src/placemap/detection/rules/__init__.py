"""Find mentions by known names and reviewed rules."""
