"""Imports of files of any size: cut into chunks, each made once, with a record of how far they are."""
