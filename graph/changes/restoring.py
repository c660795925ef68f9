"""Restoring archived work: all that the one operation took, with its links as far as they still fit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..archive import home_of, is_archive
from ..database import Transaction
from ..statements import Statement
from ..writing.edges import Edge
from ..writing.effects import Effects
from ..writing.gathering import edge_from
from ..writing.kin import kin_of
from ..writing.relinking import make, step_of
from ..writing.rings import Rings, group_of
from ..writing.shares import Wanted, unfitting
from .archiving import Archiving, Bundle, Put, bundle_of, require_editing
from .gathering import GATHER, Known, asked_for
from .permitting import expected

TAKEN = Statement("graph.changes", "taken", sees_all="What went together comes back together; the judge alone sees it.")


class RestoreNode(Archiving):
    """Restores all that was archived together with a node."""

    mutation = "restoreNode"

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        node = expected(known.readable("node", self.id), self.expected_revision)
        require_editing(known.rights, [node])
        if not is_archive(node.space):
            return Effects(self.workspace, answer=Put(node.id, 0).text)
        bundle = await bundle_of(transaction, TAKEN.given(ws=self.workspace, id=node.id))
        require_editing(known.rights, bundle.nodes.values())
        effects = Effects(self.workspace)
        for taken in bundle.nodes.values():
            effects.restore_node(taken)
        left = await relink(transaction, self.workspace, bundle, effects)
        seen = sum(space == self.workspace or known.rights.may_read(home_of(space)) for space in left)
        effects.answer = Put(node.id, len(bundle.nodes), seen).text
        return effects


async def relink(transaction: Transaction, workspace: str, bundle: Bundle, effects: Effects) -> list[str]:
    """Opens the edges that the operation closed, and answers the spaces of the other ends of those that it cannot:
    what is at their other end was archived too, or they no longer fit beside what was linked meanwhile.
    """
    ends = {edge.id: (edge, space) for edge, space in bundle.edges}
    left = [space for _, space in ends.values() if is_archive(space)]
    wanted: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge, space in ends.values():
        if not is_archive(space):
            wanted[edge.child].append(edge)
    live = await live_edges(transaction, workspace, wanted)
    steps = [step_of(link) for edges in wanted.values() for link in links_of(edges) if group_of(step_of(link))]
    rings = Rings(await kin_of(transaction, steps) if steps else ())
    for child, edges in sorted(wanted.items()):
        left += [ends[edge.id][1] for edge in reopened(edges, live[child], rings, effects)]
    return left


def links_of(edges: Sequence[Edge]) -> list[Wanted]:
    return [Wanted(place, edge.child, edge.relation, edge.parent, edge.holds) for place, edge in enumerate(edges)]


def reopened(edges: Sequence[Edge], live: Sequence[Edge], rings: Rings, effects: Effects) -> list[Edge]:
    """Opens edges of one child beside those that are live; answers those that do not fit."""
    links = links_of(edges)
    faults = {link.place for link in links if rings.fault_of(step_of(link))}
    faults |= unfitting(live, [link for link in links if link.place not in faults]).keys()
    for link in links:
        if link.place not in faults and rings.fault_of(step_of(link)):
            faults.add(link.place)
        elif link.place not in faults:
            make(link, edges[link.place].source, rings, effects)
    return [edges[place] for place in sorted(faults)]


async def live_edges(
    transaction: Transaction, workspace: str, children: Mapping[str, object]
) -> Mapping[str, Sequence[Edge]]:
    """All that leaves these children now."""
    asked = {**asked_for([], children), "ws": workspace, "key": ""}
    row = await transaction.row(*GATHER.given(asked=asked))
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in row[4] if row else ():
        found[edge[0]].append(edge_from(*edge))
    return found
