"""An import as it is recorded: what it brings in, for whom, how far it is, and what came of it so far."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ulid import ULID

from ..records.words import Described
from .chunks import Place


class JobState(Described):
    """Where an import stands."""

    OPEN = "OPEN", "Its lines are still being added."
    RUNNING = "RUNNING", "It is being brought in, or waits for its turn."
    FINISHED = "FINISHED", "All of its lines were taken or refused."
    STOPPED = "STOPPED", "It could not go on; `code` and `message` tell why."


@dataclass(frozen=True)
class Counts:
    """How many items came to what, and how many links were closed."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    closed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


@dataclass(frozen=True)
class Job:
    """`lines` counts those that were taken or refused so far, of `total`. Instants in milliseconds since 1970. `parts`
    counts those in which the lines came through the API; None where they are read from a file.
    """

    id: str
    workspace: str
    source: str
    state: JobState
    place: Place
    counts: Counts
    lines: int
    total: int
    started: int
    finished: int | None
    name: str | None = None
    parts: int | None = None
    code: str | None = None
    message: str | None = None


def new_job_id() -> str:
    return f"imp_{ULID()}"


def job_from(held: Mapping[str, Any]) -> Job:
    """What the store holds of a job, in our words. `Any`, as properties are of any type that Cypher has."""
    return Job(
        held["id"],
        held["ws"],
        held["source"],
        JobState[held["state"]],
        Place(held["chunks"], held["round"], held["line"]),
        Counts(*(held[field.name] for field in fields(Counts))),
        held["lines"],
        held["total"],
        held["startedAt"],
        held.get("finishedAt"),
        held.get("name"),
        held.get("parts"),
        held.get("code"),
        held.get("message"),
    )
