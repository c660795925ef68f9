"""Which entries of the file are goals that can be taken, which are roadmap pages, and which are kept out and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from graph.records.states import LifecycleStatus

from ..remarks import Remark, kept_out
from .seasons import Season, season_called
from .source import Goal, Goals

STATUSES: Mapping[str | None, LifecycleStatus] = MappingProxyType(
    {
        "Accepted": LifecycleStatus.ACTIVE,
        "Proposed": LifecycleStatus.PROPOSED,
        "Not accepted": LifecycleStatus.CANCELLED,
    }
)
"""What the source's words for a goal's status mean. A word that is not here is not guessed at."""

FLAG = "Yes"
"""Where a theme may stand, this marks a flagship goal without naming a theme."""


@dataclass(frozen=True)
class Taken:
    """A goal with the meaning of its season and of its status."""

    goal: Goal
    season: Season
    status: LifecycleStatus

    @property
    def strategies(self) -> tuple[str, ...]:
        """The titles of the roadmaps and themes that it serves, each once."""
        themes = (theme for theme in self.goal.flagship if theme != FLAG)
        return tuple(dict.fromkeys((*self.goal.roadmaps, *themes)))


@dataclass(frozen=True)
class Sorted:
    """The file's entries, sorted; of `kept_out` each names its reason."""

    goals: tuple[Taken, ...]
    pages: tuple[Goal, ...]
    kept_out: tuple[Remark, ...]

    @property
    def seasons(self) -> tuple[Season, ...]:
        """The seasons of the goals, in order of time."""
        seasons = {taken.season for taken in self.goals}
        return tuple(sorted(seasons, key=lambda season: (season.starts_on, season.ends_on)))


def sorted_out(file: Goals) -> Sorted:
    goals: list[Taken] = []
    pages: list[Goal] = []
    remarks: list[Remark] = []
    for entry in file.goals:
        season, status = season_called(entry.season), STATUSES.get(entry.status)
        if entry.kind == "ROADMAP":
            pages.append(entry)
        elif entry.kind == "GOAL" and season is not None and status is not None:
            goals.append(Taken(entry, season, status))
        else:
            remarks.append(kept_out(f"entries, {reason(entry, season)}", with_what_hangs_below(entry)))
    return Sorted(tuple(goals), tuple(pages), tuple(remarks))


def reason(entry: Goal, season: Season | None) -> str:
    if entry.kind != "GOAL":
        return f"because their kind {entry.kind!r} is neither GOAL nor ROADMAP"
    if season is None:
        return f"because {entry.season!r} is no season, as 2024h2 or 2026"
    return f"because no rule says what the status {entry.status!r} means"


def with_what_hangs_below(entry: Goal) -> str:
    return f"{entry.source_id} with {len(entry.tasks)} tasks" if entry.tasks else entry.source_id


def title_of(entry: Goal) -> str:
    """Its title; one that has none is called after its file."""
    return entry.title or PurePosixPath(entry.source_id).stem
