"""Files of other tools, read into the changes that make them part of the graph."""
