"""Where the shipped gazetteer and large ones come from."""
