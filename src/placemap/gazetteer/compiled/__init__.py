"""The memory-mapped gazetteer file: made, and read."""
