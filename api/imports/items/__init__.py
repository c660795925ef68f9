"""The import of a file of items, in the words of `upsertWork`."""
