"""Who did it, to whom, and how many."""
