"""How the nodes of a source are matched. Every match carries its visibility."""

from collections.abc import Sequence

from .fitting import fit
from .live import Live
from .places import Place
from .sources import Below, ById, ByIds, ByReference, Every, Matching, Paths, Pattern, Reach, Source, Step, Told


def pattern(source: Pattern, clock: Live, here: Place, there: Place) -> str:
    """The pattern that leads from `here` to `there`."""
    match source:
        case ById(id):
            return f"({there.node}:Node {{id: ${id.name}}})"
        case ByIds(ids):
            return f"({there.node}:Node {{id: ${ids.name}[i]}})"
        case ByReference(key):
            reference = f"({there.said}:ExternalReference {{key: ${key.name}}} WHERE {clock.passable(there.said)})"
            return f"{reference}, ({there.node}:Node {{id: {there.said}.node}})"
        case Every():
            return f"({there.node})"
        case Told(label, property_, said):
            return f"({there.node}:{label} {{{property_}: {clock.said(here, said)}}})"
        case Step(relations):
            return f"({clock.start(here)}){arrow(source, clock.between(there.edge, relations))}({there.node})"
        case Reach(step, depth) | Paths(step, depth):
            return f"({clock.start(here)}){stepwise(step, depth, clock, there)}({there.node})"
        case Below(id, Reach(step, depth)):
            top = f"({there.top}:Node {{id: ${id.name}}} WHERE {clock.passable(there.top)})"
            return f"{top}{stepwise(step, depth, clock, there)}({there.node})"


def stepwise(step: Step, depth: int, clock: Live, there: Place) -> str:
    """Any number of steps, none of which leads through what is hidden."""
    over, mid = arrow(step, clock.between(there.edges, step.relations)), there.midst
    return f"((){over}({mid}) WHERE {clock.passable(mid)}){{1,{depth}}}"


def arrow(step: Step, inside: str) -> str:
    return f"-[{inside}]->" if step.outgoing else f"<-[{inside}]-"


# A query of which the index keeps no word at all finds everything, with a score of 0.
FOUND = (
    "CALL db.index.fulltext.queryNodes('work_words', ${words}.query) YIELD node AS {node}, score AS found"
    " WHERE found > 0 AND {seen} WITH {node}, {fit} AS {score} WHERE {where}"
)


def matched(source: Source, clock: Live, here: Place, there: Place, where: Sequence[str]) -> str:
    """The clause that finds `there`, once or as often as a path leads to it."""
    if isinstance(source, Matching):
        words, node = source.words.name, there.node
        fitting, seen = fit(node, f"${words}.words"), clock.passable(node)
        rows = " AND ".join(where)
        return FOUND.format(words=words, node=node, seen=seen, fit=fitting, score=there.score, where=rows)
    named = f"{there.path} = " if isinstance(source, Paths) else ""
    return f"MATCH {named}{pattern(source, clock, here, there)} WHERE {' AND '.join(where)}"


def nearest(source: Reach, clock: Live, here: Place, there: Place, where: Sequence[str]) -> str:
    """The clause that finds `there` once, with its distance.

    Neo4j keeps no path in this search, as long as nothing but `min(size(…))` is made of the edges. It
    then finds the near ones first, and a page of those stops early.
    """
    found = matched(source, clock, here, there, where)
    return f"{found} WITH {there.node}, min(size({there.edges})) AS {there.distance}"
