"""HTTP, identity, lifetime and the command line: all that touches the world outside."""
