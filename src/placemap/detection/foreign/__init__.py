"""Find mentions in documents that are not in English."""
