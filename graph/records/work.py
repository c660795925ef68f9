"""The kinds of work, from a task to the strategy."""

from dataclasses import dataclass
from datetime import date, datetime

from .money import Money
from .states import (
    DatePrecision,
    FlowItemType,
    FlowState,
    KeyResultDirection,
    KeyResultUnit,
    LifecycleStatus,
    ObjectiveOutcome,
    Priority,
    ProgressMethod,
    StateCategory,
    WorkCategory,
)
from .words import Node, holds


@dataclass(kw_only=True)
class WorkNode(Node):
    """A piece of work anywhere between a task and the strategy."""

    title: str = holds("What it is called, in one line.")
    description: str | None = holds("What it is about, in any length.")
    labels: list[str] = holds("Words that it is marked with, in the order in which they were given.")
    state_category: StateCategory = holds("Where it stands, in terms that all kinds of work share.")
    revision: int = holds("How often it has been changed, from 1; links change the revision of neither end.")
    created_at: datetime = holds("When it was first recorded.")
    updated_at: datetime = holds("When it was last changed.")
    archived_at: datetime | None = holds("When it was archived; null while it is live.")


@dataclass(kw_only=True)
class Planned:
    """Work with a lifecycle of its own."""

    status: LifecycleStatus = holds("Where it stands in its lifecycle.")
    source_status: str | None = holds("The status in the words of the tool that it came from.")


@dataclass(kw_only=True)
class Dated:
    """Work with dates of its own."""

    start_on: date | None = holds("The day on which it is meant to begin.")
    start_precision: DatePrecision | None = holds("How exactly the start is meant.")
    target_on: date | None = holds("The day by which it is meant to be reached.")
    target_precision: DatePrecision | None = holds("How exactly the target is meant.")


@dataclass(kw_only=True)
class Computed:
    """Work whose progress can be computed in several ways."""

    progress_method: ProgressMethod | None = holds("How its progress is computed; null for the usual way of its kind.")


@dataclass(kw_only=True)
class Followed(Computed):
    """Work that is followed by check-ins too."""

    check_in_cadence_days: int | None = holds(
        "How many days may pass between two check-ins; null for the usual 14.", least=1
    )


@dataclass(kw_only=True)
class Strategy(WorkNode, Planned):
    """A pillar or theme above the objectives."""


@dataclass(kw_only=True)
class Objective(WorkNode, Planned, Dated, Followed):
    """An outcome wanted in a period."""

    confidence: float | None = holds(
        "How sure its owners are that it will be reached, 0 to 1: as last stated, or as last reported in a check-in.",
        least=0,
        most=1,
    )
    outcome: ObjectiveOutcome | None = holds("What came of it, as `closeObjective` says; null while it is open.")
    score: float | None = holds("How far it was reached in the end, 0 to 1, as `closeObjective` says.", least=0, most=1)
    learned: str | None = holds("What was learned from it, as `closeObjective` says.")
    expected_value: Money | None = holds("What it is expected to be worth.")
    realised_value: Money | None = holds("What it has turned out to be worth.")


@dataclass(kw_only=True)
class KeyResult(WorkNode):
    """A measured sign of an objective."""

    direction: KeyResultDirection = holds("Which way it is meant to go.")
    unit: KeyResultUnit = holds("What it is counted in.")
    currency: str | None = holds("The ISO 4217 code of its currency, where it is counted in money.")
    start_value: float | None = holds("The value at the start.")
    target_value: float | None = holds("The value to be reached.")
    minimum_value: float | None = holds("The least that it may be, where it is to be maintained.")
    maximum_value: float | None = holds("The most that it may be, where it is to be maintained.")


@dataclass(kw_only=True)
class Initiative(WorkNode, Planned, Dated, Followed):
    """A bet that spans projects; initiatives nest."""

    priority: Priority | None = holds("How soon it should be done.")
    budget: Money | None = holds("How much may be spent on it.", least=0)
    expected_value: Money | None = holds("What it is expected to be worth.")
    realised_value: Money | None = holds("What it has turned out to be worth.")


@dataclass(kw_only=True)
class Project(WorkNode, Planned, Dated, Computed):
    """A container of work."""

    budget: Money | None = holds("How much may be spent on it.", least=0)


@dataclass(kw_only=True)
class WorkItem(WorkNode):
    """A task, a story, a bug, or any other piece of work."""

    flow_state: FlowState = holds("Where it stands in the flow of work.")
    source_status: str | None = holds("The status in the words of the tool that it came from.")
    item_type: str | None = holds("What the tool that it came from calls this sort of work.")
    flow_item_type: FlowItemType | None = holds("What it is to the business.")
    category: WorkCategory | None = holds("What sort of demand it answers.")
    priority: Priority | None = holds("How soon it should be done.")
    estimate: float | None = holds("Its size, in the workspace's unit.", least=0)
    percent_complete: float | None = holds("How far it is, as was said, 0 to 1.", least=0, most=1)
    due_on: date | None = holds("The day by which it is due.")
    started_at: datetime | None = holds("When work on it began.")
    completed_at: datetime | None = holds("When it was done.")
