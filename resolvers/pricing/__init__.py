"""What a request costs, before anything of it is run."""
