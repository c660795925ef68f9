"""Strawberry with a DataLoader for each field that leads on, as a careful user of both would write it."""
