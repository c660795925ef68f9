"""The answer of a plan, with the room filled that it leaves for numbers: by one statement for each measure.

The answer is written out more than once. The first time shows of which nodes each measure is asked, and which lists
turn on numbers; the next time, which nodes are told in a further statement; the last is the answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.rendering import Nodes, Sieves
from graph.reading.sifting import MOST, NOTHING, Sieve, Taken, TooManyCandidates
from graph.reading.telling import ids_at

from .context import Context

Given = Mapping[str, Any]


class Met(dict[str, Any]):
    """The ids that were looked up so far, each once; there is nothing yet for any of them."""

    def __missing__(self, id: str) -> None:
        self[id] = None


class Lists:
    """The lists that were met so far, of which nothing is taken yet. Raises TooManyCandidates."""

    def __init__(self) -> None:
        self.ids = Met()

    def __call__(self, candidates: Sequence[Sequence[Any]]) -> Taken:
        if len(candidates) > MOST:
            raise TooManyCandidates
        self.ids.update((candidate[0], None) for candidate in candidates)
        return NOTHING


async def read(plan: Plan, given: Given, context: Context) -> Any:
    """What a plan answers, written out. It has the shape of the selection, hence `Any`."""
    return await Filling(context).read(plan, given)


class Filling:
    """One answer while it is made, and the numbers that are known by now: by measure, and by the ids of the nodes."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.known: dict[Any, dict[str, Any]] = {}

    async def read(self, plan: Plan, given: Given) -> Any:
        context = self.context
        found = await context.statements.read(plan, plan.parameters(given, context.cursors, context.reader))
        seals = plan.seals(given, context.cursors)
        if not plan.leaves_room or found is None:
            return plan.render(found, given, seals)
        value, position = found
        gaps, lists = [Met() for _ in plan.gaps], [Lists() for _ in plan.sifted]
        plan.render(value, given, seals, gaps, (), lists)
        sieves = self.sieves(plan, given)
        await self.know(plan, gaps, lists, Position(*position))
        met = [Met() for _ in range(plan.places)]
        if met:
            plan.render(value, given, seals, self.told(plan, gaps, met), met, sieves)
        nodes = await self.named(plan.named, met, given)
        return plan.render(value, given, seals, self.told(plan, gaps, nodes), nodes, sieves)

    async def know(self, plan: Plan, gaps: Sequence[Met], lists: Sequence[Lists], position: Position) -> None:
        """Asks for the numbers that are not known yet, of all nodes together."""
        asked: dict[Any, Met] = {}
        for gap, ids in zip(plan.gaps, gaps, strict=True):
            asked.setdefault(gap.measure, Met()).update(ids)
        for (sifted, _), candidates in zip(plan.sifted, lists, strict=True):
            for measure in sifted.measures:
                asked.setdefault(measure, Met()).update(candidates.ids)
        unknown = {measure: list(self.unknown(measure, ids)) for measure, ids in asked.items()}
        numbers = await self.context.statements.numbers(
            {measure: ids for measure, ids in unknown.items() if ids}, self.context.reader, position
        )
        for measure, told in numbers.items():
            self.known[measure] |= {id_: told.get(id_) for id_ in unknown[measure]}

    def unknown(self, measure: Any, ids: Iterable[str]) -> Iterable[str]:
        known = self.known.setdefault(measure, {})
        return (id_ for id_ in ids if id_ not in known)

    def told(self, plan: Plan, gaps: Sequence[Met], nodes: Nodes) -> list[dict[str, Any]]:
        """The records written out, in each gap by the ids of the nodes."""
        return [
            {id_: gap.tell(self.known[gap.measure][id_], nodes) for id_ in ids}
            for gap, ids in zip(plan.gaps, gaps, strict=True)
        ]

    def sieves(self, plan: Plan, given: Given) -> Sieves:
        """What takes the pages of each list, when the numbers are known. Raises BadCursor."""
        cursors = self.context.cursors
        return [
            Sieve(sifted, given, self.known, listing.keys(given, cursors), cursors.sealer(listing.bound(given))).taken
            for sifted, listing in plan.sifted
        ]

    async def named(self, named: Plan | None, met: Sequence[Met], given: Given) -> Nodes:
        """At each place the nodes by their ids, read by one statement for all of them; none where nothing was met."""
        if named is None or not any(met):
            return met
        ids = {ids_at(place): list(there) for place, there in enumerate(met)}
        found = await self.read(named, {**given, **ids})
        return [dict(zip(there, nodes, strict=True)) for there, nodes in zip(met, found, strict=True)]
