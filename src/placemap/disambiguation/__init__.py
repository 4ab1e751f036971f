"""Decide which place each mention means, and judge alias statements."""
