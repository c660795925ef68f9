"""What numbers take beside the statement that they rest on: `python -m bench.numbers`."""
