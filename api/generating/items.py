"""The lives of work items: what is said of them, what changes, and where their edges lead."""

from collections.abc import Iterator

from graph.loading.lives import Life, Moment
from graph.relations import MILLIONTHS

from .calendar import DAY, END, HOUR, day_of
from .chances import Chance
from .families import Families, Family
from .flow import holds_after, spans
from .growing import Place, Plot
from .parents import Parents, bonds_upward, higher_item
from .seeds import identity
from .setting import Setting
from .ties import Bond, Tying
from .words import labels, paragraph, task

TYPES = (("story", "FEATURE"), ("bug", "DEFECT"), ("task", "UNMAPPED"), ("finding", "RISK"), ("clean-up", "DEBT"))
"""What the source calls it, and what it is to the business."""

ESTIMATES = tuple(size * MILLIONTHS for size in (1, 2, 3, 5, 8, 13))

SETTLED = 30 * DAY
"""How long the edges of an item go on changing, on average."""


def items(plot: Plot, around: Setting, parents: Parents) -> Iterator[Life]:
    """All of them, made up as they are asked for, in the order in which they begin."""
    chance = plot.seed.chance("WorkItem")
    members = Families(plot, around, parents).members(chance)
    for number, (place, family) in enumerate(members, start=1):
        until = min(END, place.since + HOUR + int(chance.expovariate(1 / SETTLED)))
        bonds = bonds_of(chance, around, parents, place, family)
        ties = Tying(chance, place.since, until, plot.size.ceased).ties(bonds)
        moments = list(moments_of(chance, number, place.since))
        yield Life(place.id, place.kind, place.space, identity(place.kind, number), moments, ties)


def bonds_of(chance: Chance, around: Setting, parents: Parents, place: Place, family: Family) -> list[Bond]:
    first = higher_item(chance, place, family.places) if place.level else family.home
    bonds = bonds_upward(chance, parents, place, first)
    if chance.happens(0.6):
        bonds += around.assignee(chance)
    if chance.happens(0.04):
        bonds += around.owners(chance, "CONTRIBUTOR")
    if chance.happens(0.03):
        bonds += around.asks(chance)
    return bonds


def moments_of(chance: Chance, number: int, since: int) -> Iterator[Moment]:
    """A new state each, and now and then a new title or estimate after the last."""
    found = spans(chance, since)
    said = said_of(chance, number, since)
    yield Moment(since, said | holds_after(chance, found[:1]))
    for count in range(2, len(found) + 1):
        yield Moment(found[count - 1].since, holds_after(chance, found[:count]))
    last = found[-1].since
    if last < END - HOUR and chance.happens(0.1):
        at = chance.randrange(last + 1, min(END, last + 10 * DAY))
        title = f"{title_of(chance, number)}, part {chance.randint(1, 3)}"
        others = [estimate for estimate in ESTIMATES if estimate != said.get("estimate")]
        yield Moment(at, {"title": title} if chance.happens(0.6) else {"estimate": chance.choice(others)})


def said_of(chance: Chance, number: int, since: int) -> dict[str, object]:
    """What is said of an item when it is recorded; not all of it is said of each."""
    kind, flow = chance.choices(TYPES, (40, 25, 20, 5, 10))[0]
    category = chance.choices(("PLANNED", "RUN", "UNPLANNED"), (65, 20, 15))[0]
    said: dict[str, object] = {"title": title_of(chance, number), "labels": labels(chance)}
    said |= {"itemType": kind, "flowItemType": flow, "category": category}
    if chance.happens(0.25):
        said["description"] = paragraph(chance)
    if chance.happens(0.8):
        said["priority"] = chance.choices(("URGENT", "HIGH", "MEDIUM", "LOW"), (5, 20, 50, 25))[0]
    if chance.happens(0.75):
        said["estimate"] = chance.choice(ESTIMATES)
    if chance.happens(0.4):
        said["dueOn"] = day_of(since + chance.randint(5, 90) * DAY)
    return said


def title_of(chance: Chance, number: int) -> str:
    return f"Item {number}: {task(chance)}"
