"""A goal: the objective that it is, what it serves, whose it is, and which teams it asks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from graph.records.states import AskSize, DatePrecision, OwnerRole
from graph.writing.stated import StatedLink, StatedNode

from ..remarks import Remark, adapted, kept_out
from . import identities
from .leftovers import leftovers
from .pieces import Piece, asks, link, owned_by, unknown_team
from .seasons import years_of
from .sorting import FLAG, Taken, title_of
from .source import Goal

SIZES: Mapping[str, AskSize] = MappingProxyType(
    {
        "Small": AskSize.SMALL,
        "Medium": AskSize.MEDIUM,
        "Large": AskSize.LARGE,
    }
)


def objectives(goals: tuple[Taken, ...], teams: frozenset[str]) -> Iterator[Piece]:
    """The goals, earlier seasons first, so that what a goal continues is there before it."""
    before = predecessors(goals)
    for taken in sorted(goals, key=lambda taken: taken.season.starts_on):
        yield objective(taken, before[taken.goal.source_id], teams)


def objective(taken: Taken, before: tuple[str, ...], teams: frozenset[str]) -> Piece:
    goal = taken.goal
    node = StatedNode(
        identities.goal(goal.source_id),
        "Objective",
        {
            "title": title_of(goal),
            "status": taken.status,
            "source_status": goal.status,
            "labels": ["flagship"] if FLAG in goal.flagship else [],
            **dates(goal),
        },
        identities.space(taken.season.name),
        references=tuple(identities.tracking_issue(number) for number in dict.fromkeys(goal.tracking)),
    )
    links = (*place(node, taken), *owners(node, goal), *sized_asks(node, goal, teams), *continued(node, before))
    return Piece((node,), links, tuple(remarks_on(goal, teams)))


def dates(goal: Goal) -> dict[str, object]:
    """The years that the goal spans, where it says so; other goals have the dates of their season."""
    years = years_of(goal.timespan) if goal.timespan else None
    start, target = years or (None, None)
    precision = DatePrecision.YEAR if years else None
    return {"start_on": start, "start_precision": precision, "target_on": target, "target_precision": precision}


def place(node: StatedNode, taken: Taken) -> Iterator[StatedLink]:
    yield link(node.identity, "IN_PERIOD", identities.period(taken.season.name))
    for title in taken.strategies:
        yield link(node.identity, "CONTRIBUTES_TO", identities.strategy(title))


def owners(node: StatedNode, goal: Goal) -> Iterator[StatedLink]:
    yield from owned_by(node.identity, map(identities.person, goal.owners), OwnerRole.ACCOUNTABLE)
    champions = (handle for named in goal.champions.values() for handle in named)
    yield from owned_by(node.identity, map(identities.person, champions), OwnerRole.CONTRIBUTOR)


def sized_asks(node: StatedNode, goal: Goal, teams: frozenset[str]) -> Iterator[StatedLink]:
    """What the goal as a whole asks of teams. Where a team has two rows, the first counts."""
    for row in {row.team: row for row in reversed(goal.team_asks)}.values():
        if row.team in teams:
            yield asks(node.identity, row.team, SIZES.get(row.level))


def continued(node: StatedNode, before: tuple[str, ...]) -> Iterator[StatedLink]:
    for source_id in before:
        yield link(node.identity, "CONTINUES", identities.goal(source_id))


def predecessors(goals: tuple[Taken, ...]) -> Mapping[str, tuple[str, ...]]:
    """For each goal, the goals with one of its tracking issues in the season before it that had any."""
    sightings: dict[int, list[Taken]] = defaultdict(list)
    for taken in sorted(goals, key=lambda taken: taken.season.starts_on):
        for number in dict.fromkeys(taken.goal.tracking):
            sightings[number].append(taken)
    before: dict[str, dict[str, None]] = {taken.goal.source_id: {} for taken in goals}
    for seen in sightings.values():
        for later in seen:
            earlier = [taken for taken in seen if taken.season.starts_on < later.season.starts_on]
            latest = [taken for taken in earlier if taken.season == earlier[-1].season]
            before[later.goal.source_id].update({taken.goal.source_id: None for taken in latest})
    return {source_id: tuple(found) for source_id, found in before.items()}


def remarks_on(goal: Goal, teams: frozenset[str]) -> Iterator[Remark]:
    if goal.timespan and years_of(goal.timespan) is None:
        yield kept_out("time spans that are no years, as 2026-2027", f"{goal.timespan} of {goal.source_id}")
    asked: set[str] = set()
    for row in goal.team_asks:
        if row.team not in teams:
            yield unknown_team(row.team, goal.source_id)
        elif row.team in asked:
            yield kept_out("second asks of one team", f"{row.team} in {goal.source_id}")
        elif row.level not in SIZES:
            yield adapted(
                f"asks of the unknown size {row.level!r}, taken without a size", f"{row.team} of {goal.source_id}"
            )
        asked.add(row.team)
    yield from leftovers(goal)
