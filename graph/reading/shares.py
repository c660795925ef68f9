"""Resolved shares in Cypher: how a child's effort is divided among its parents.

Explicit shares are taken as they are; edges without one divide the rest equally (model: two numbers on
every lineage edge). All live edges of the child count, hidden ones too, as their shares were promised
away whether or not one may see to whom: so these matches bind no visibility. They return arithmetic alone.
"""

from ..relations import LINEAGE, MILLIONTHS
from .places import Place

EDGES = "|".join(relation.name for relation in LINEAGE)


OF_CHILD = (
    f"MATCH (child)-[sibling:{EDGES}]->()"
    " WITH {kept}sum(sibling.share) AS given, count(*) - count(sibling.share) AS open"
)


def resolved(edge: str) -> str:
    """Clauses after which `share` is the resolved share of `edge`, 0 to 1."""
    of_child = OF_CHILD.format(kept=f"{edge}, ")
    return f"WITH {edge}, startNode({edge}) AS child {of_child} WITH {share_of(f'{edge}.share')} AS share"


def share_of(stated: str) -> str:
    """A share as it is stated, else its part of what is left, where `given` and `open` are known of the child."""
    return f"coalesce({stated} / {MILLIONTHS}.0, ({MILLIONTHS} - given) / ({MILLIONTHS}.0 * open))"


def of_paths(here: Place) -> str:
    """Clauses after which each path knows the shares of its edges. Paths share edges: each is resolved once."""
    path, shares, turn = here.path, here.shares, here.turn
    each_edge = f"UNWIND range(0, size(all_{path}) - 1) AS i UNWIND range(0, length(all_{path}[i]) - 1) AS j"
    by_child = (
        f"{each_edge} WITH relationships(all_{path}[i])[j] AS step, collect([i, j]) AS uses"
        " WITH startNode(step) AS child, collect([step.share, uses]) AS steps"
    )
    of_child = f"CALL (child) {{ {OF_CHILD.format(kept='')} RETURN given, open }}"
    by_path = (
        f"UNWIND steps AS step UNWIND step[1] AS use WITH use, {share_of('step[0]')} AS share ORDER BY use[0], use[1]"
        " WITH use[0] AS i, collect(share) AS along ORDER BY i"
    )
    return (
        f" WITH collect({path}) AS all_{path}"
        f" CALL (all_{path}) {{ {by_child} {of_child} {by_path} RETURN collect(along) AS all_{shares} }}"
        f" UNWIND range(0, size(all_{path}) - 1) AS {turn}"
        f" WITH all_{path}[{turn}] AS {path}, all_{shares}[{turn}] AS {shares}"
    )


def product(shares: str) -> str:
    return f"reduce(product = 1.0, share IN {shares} | product * share)"
