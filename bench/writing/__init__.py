"""Compares what changes take with the driver that writes the same by ideal statements. `scripts/bench writing`."""
