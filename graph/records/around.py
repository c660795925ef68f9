"""What stands around the work: who does it, when, where it may be seen, and what was said of it."""

from dataclasses import dataclass
from datetime import date, datetime

from .states import PeriodKind, PrincipalKind, ReferenceRole, ReportedHealth
from .words import Node, holds


@dataclass(kw_only=True)
class Person(Node):
    """Somebody who owns or does work."""

    name: str = holds("The name to show.")
    role: str | None = holds("What the person works as.")
    revision: int = holds("How often it has been changed, from 1; links change it not.")
    created_at: datetime = holds("When the person was first recorded.")


@dataclass(kw_only=True)
class Team(Node):
    """People who plan and work together."""

    name: str = holds("The name to show.")
    capacity: float | None = holds("How many hours a week it has.", least=0)
    revision: int = holds("How often it has been changed, from 1; links change it not.")
    created_at: datetime = holds("When the team was first recorded.")


@dataclass(kw_only=True)
class Period(Node):
    """A span of days that work is planned for."""

    name: str = holds("The name to show, as 2025h1.")
    period_kind: PeriodKind = holds("How long it is.")
    starts_on: date = holds("Its first day.")
    ends_on: date = holds("Its last day.")
    revision: int = holds("How often it has been changed, from 1; links change it not.")
    created_at: datetime = holds("When the period was first recorded.")


@dataclass(kw_only=True)
class Space(Node):
    """A border of access: who may read a space may read the work in it."""

    name: str = holds("The name to show.")
    description: str | None = holds("What is in it, and for whom.")
    revision: int = holds("How often it has been changed, from 1; grants do not change it.")
    created_at: datetime = holds("When the space was first recorded.")


@dataclass(kw_only=True)
class Principal(Node):
    """Whom access can be granted besides people and teams: whoever signs in, a client, a group, or everyone."""

    principal_kind: PrincipalKind = holds("What sort of grantee it is.")
    issuer: str | None = holds("The identity provider that knows it, as tokens name it in `iss`; null for everyone.")
    name: str = holds("The subject, client or group by the name that tokens have for it; Everyone for everyone.")
    created_at: datetime = holds("When it was first recorded.")


@dataclass(kw_only=True)
class CheckIn(Node):
    """What was reported of a piece of work, as of a day. It never changes; a correction is a new one."""

    as_of: date = holds("The day that it speaks of.")
    health: ReportedHealth | None = holds("How things go, as reported.")
    text: str | None = holds("What was said.")
    confidence: float | None = holds("How sure it is that the goal will be reached, 0 to 1.", least=0, most=1)
    progress: float | None = holds("How far it is, as reported, 0 to 1.", least=0, most=1)
    value: float | None = holds("The value of a key result, in its unit.")
    numerator: int | None = holds("How much was reported as done, in the source's own count.")
    denominator: int | None = holds("Out of how much, in the same count.")
    created_at: datetime = holds("When it was recorded.")


@dataclass(kw_only=True)
class ExternalReference:
    """What a piece of work is called in another tool, or what it is related to there."""

    source: str = holds("The tool, by the name of its source.")
    external_type: str = holds("What the tool calls such a thing.")
    external_id: str = holds("The tool's own id of it.")
    role: ReferenceRole = holds("Whether it is the same thing there, or merely related.")
    url: str | None = holds("Where it can be opened.")


@dataclass(kw_only=True)
class Workspace:
    """A tenant. Nothing in it is seen from another."""

    id: str = holds("Its id, as tokens name it.")
    name: str = holds("The name to show.")
    time_zone: str = holds("Where its days begin, by the IANA list, as Europe/Berlin.")
    fiscal_year_start: int = holds("The first month of its year, 1 to 12.")
    currency: str = holds("The ISO 4217 code of its money.")
    estimate_unit: str = holds("What its estimates are in: POINTS or HOURS.")
    in_progress_credit: float = holds(
        "How far an item counts that is being worked on and says nothing of how far it is, 0 to 1.", least=0, most=1
    )
    small_ask_hours: float | None = holds("How many hours a SMALL ask stands for; null while unsaid.", least=0)
    medium_ask_hours: float | None = holds("How many hours a MEDIUM ask stands for; null while unsaid.", least=0)
    large_ask_hours: float | None = holds("How many hours a LARGE ask stands for; null while unsaid.", least=0)
    revision: int = holds("How often its settings have been changed, from 1.")
