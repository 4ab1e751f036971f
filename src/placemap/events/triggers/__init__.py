"""What may be told as an event, and of what type."""
