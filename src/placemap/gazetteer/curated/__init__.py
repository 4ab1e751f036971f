"""The tables that people edit: read, and checked."""
