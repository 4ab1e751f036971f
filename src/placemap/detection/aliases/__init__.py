"""Find the statements that two names are one place."""
