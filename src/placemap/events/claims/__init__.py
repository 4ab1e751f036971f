"""By whose word, and how certain."""
