"""A sample at scale: made up, the same for the same seed, and of every shape that the model knows."""
