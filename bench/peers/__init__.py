"""The other ways to answer."""
