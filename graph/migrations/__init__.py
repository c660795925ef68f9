"""The shape of the store in Neo4j, in numbered steps: `migrate` brings a database up to the code."""

from .migrating import migrate

__all__ = ["migrate"]
