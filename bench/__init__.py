"""Compares ways to answer the same questions of the same graph. A client of the service, like any other."""
