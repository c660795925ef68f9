"""Writes a whole new workspace in bulk, as the write path would have left it after years of changes."""
