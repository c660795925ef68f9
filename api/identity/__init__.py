"""Who asks: from a request to its viewer."""
