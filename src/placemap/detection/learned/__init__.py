"""Find mentions by what was learned from annotated news."""
