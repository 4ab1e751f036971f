"""Ask an online geocoder, if told to, for names that the gazetteer does not have."""
