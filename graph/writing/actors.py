"""Who makes a change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """The program that asks, and the person on whose behalf; None where it asks for itself."""

    client: str
    subject: str | None = None
