"""The load generator: a process of its own, so that what it takes is not taken from what it measures."""
