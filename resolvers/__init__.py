"""What is asked and who may ask: from a published field to a selection, and from its answer to the response."""
