"""Events in the columns of well-known collections, for tools made for those."""
