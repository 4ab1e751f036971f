"""Which name of a place leads, and who uses the others."""
