"""Find the mentions of places, and the statements that two names are one."""
