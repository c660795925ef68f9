"""Resolved shares in Cypher: how a child's effort is divided among its parents.

Explicit shares are taken as they are; edges without one divide the rest equally (model: two numbers on
every lineage edge). All live edges of the child count, hidden ones too, as their shares were promised
away whether or not one may see to whom: so these matches bind no visibility. They return arithmetic alone.
"""

from ..relations import LINEAGE, MILLIONTHS

EDGES = "|".join(relation.name for relation in LINEAGE)


def resolved(edge: str) -> str:
    """Clauses after which `share` is the resolved share of `edge`, 0 to 1."""
    return (
        f"WITH {edge}, startNode({edge}) AS child MATCH (child)-[sibling:{EDGES}]->()"
        f" WITH {edge}, sum(sibling.share) AS given, count(*) - count(sibling.share) AS open"
        f" WITH coalesce({edge}.share / {MILLIONTHS}.0, ({MILLIONTHS} - given) / ({MILLIONTHS}.0 * open)) AS share"
    )


def along(path: str) -> str:
    """Clauses after which `shares` are the resolved shares of the edges of `path`."""
    return f"UNWIND relationships({path}) AS step CALL (step) {{ {resolved('step')} RETURN share }}"


def product(shares: str) -> str:
    return f"reduce(product = 1.0, share IN {shares} | product * share)"
