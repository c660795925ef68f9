"""The systems that answer, and how each is started."""
