"""Say what happened, when, where and according to whom."""
