"""The file of the Rust project's goals: what it holds, read and validated."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from graph.refusals import Refused

from ..faults import first_reason


class NotTheGoals(Refused):
    """The file is not one of the Rust project's goals."""

    code = "BAD_FILE"


class Entry(BaseModel):
    """One thing that the file describes. Fields that we do not know are kept aside, so that they can be reported."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)


class Task(Entry):
    """A row of a goal's table of work. `n` is its place in the file, from 0."""

    n: int
    subgoal: str | None
    title: str
    owners: tuple[str, ...]
    teams: tuple[str, ...]
    is_team_ask: bool
    help_wanted: bool
    done: bool


class TeamAsk(Entry):
    """How much of a team a goal asks for: Small, Medium or Large."""

    team: str
    level: str


class Goal(Entry):
    """A goal or, where `kind` says so, a roadmap page of a season."""

    source_id: str
    season: str
    kind: str
    title: str | None
    status: str | None
    owners: tuple[str, ...]
    roadmaps: tuple[str, ...]
    flagship: tuple[str, ...]
    timespan: str | None
    tracking: tuple[int, ...]
    champions: dict[str, tuple[str, ...]]
    tasks: tuple[Task, ...]
    team_asks: tuple[TeamAsk, ...]
    funding: tuple[dict[str, str], ...]

    @model_validator(mode="after")
    def _numbers_its_tasks_apart(self) -> Self:
        told_apart((str(task.n) for task in self.tasks), f"tasks of {self.source_id}")
        return self


class Post(Entry):
    """What a monthly post says of a tracking issue."""

    post: str
    published: date
    issue: int
    completed: int | None
    total: int | None
    badge: str | None


class Team(Entry):
    """A team of the Rust project."""

    name: str
    kind: str
    parent: str | None
    leads: tuple[str, ...]
    members: tuple[str, ...]
    alumni: int


class Goals(Entry):
    """All that the file holds."""

    licence: str
    source_commits: dict[str, str]
    goals: tuple[Goal, ...]
    checkins: tuple[Post, ...]
    teams: tuple[Team, ...]

    @model_validator(mode="after")
    def _names_its_entries_apart(self) -> Self:
        told_apart((goal.source_id for goal in self.goals), "goals")
        told_apart((team.name for team in self.teams), "teams")
        return self


def told_apart(names: Iterable[str], of: str) -> None:
    """Raises where two of the same sort have one name."""
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"two {of} are called {twice[0]!r}")


def read(path: Path) -> Goals:
    """What the file holds. Raises `NotTheGoals`, with the first reason, for a file of another sort."""
    try:
        text = path.read_bytes()
    except OSError as fault:
        raise NotTheGoals(f"{path} cannot be read ({fault.strerror}): give the path of the file of goals.") from fault
    try:
        return Goals.model_validate_json(text)
    except ValidationError as fault:
        raise NotTheGoals(
            f"{path} is no file of the Rust project's goals ({first_reason(fault)}): docs/rust-goals.md describes one."
        ) from fault


def unknown_fields(goals: Goals) -> Iterator[tuple[str, str]]:
    """The fields that this import does not know, each with the value where it was met."""
    tasks = (task for goal in goals.goals for task in goal.tasks)
    asks = (ask for goal in goals.goals for ask in goal.team_asks)
    for entry in (goals, *goals.goals, *tasks, *asks, *goals.checkins, *goals.teams):
        for name, value in (entry.model_extra or {}).items():
            yield f"{type(entry).__name__}.{name}", repr(value)
