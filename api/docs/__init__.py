"""Documentation that is made from the code, as files in docs/ and as pages of the server."""
