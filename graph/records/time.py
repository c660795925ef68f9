"""What is kept of time and what it costs."""

from dataclasses import dataclass
from datetime import date, datetime

from .money import Money
from .words import Node, holds


@dataclass(kw_only=True)
class TimeEntry(Node):
    """Time that one person worked on one piece of work, on one day."""

    day: date = holds("The day on which it was worked.")
    minutes: int = holds("How many minutes; 0 for an entry that was taken back.", least=0, most=10_080)
    note: str | None = holds("What was done.")
    revision: int = holds("How often it has been changed, from 1.")
    created_at: datetime = holds("When it was recorded.")


@dataclass(kw_only=True)
class CostRate(Node):
    """What an hour of work costs, from one day until the next rate of the same role, or team, begins."""

    role: str | None = holds("The role of the persons whose hour it is; null for a team's.")
    per_hour: Money = holds("What an hour costs.", least=0)
    starts_on: date = holds("The first day on which it holds.")
    revision: int = holds("How often it has been changed, from 1.")
    created_at: datetime = holds("When it was first recorded.")
