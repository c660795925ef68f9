"""GraphQL over HTTP as its specification has it: from a request to what it asks, and from the outcome to the answer."""
