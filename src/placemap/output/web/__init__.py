"""The interactive map as one HTML file."""
