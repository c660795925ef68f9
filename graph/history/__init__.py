"""What was changed, when and by whom: read from the revisions and the feed that every change leaves."""
