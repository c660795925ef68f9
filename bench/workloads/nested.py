"""Three levels with totals: 5 strategies, 10 objectives of each, 5 key results of each of those."""

from typing import Any

from .workload import Target, Workload

BELOW = {"strategies": "objectives", "objectives": "keyResults"}


def _connection(name: str, told: dict[str, Any]) -> dict[str, Any]:
    """The connection as we publish it: nodes in place of edges, and the fields without a suffix."""
    nodes = [dict(edge["node"]) for edge in told["edges"]]
    below = BELOW.get(name)
    for node in nodes if below else ():
        node[below] = _connection(str(below), node.pop(f"{below}Connection"))
    return {"totalCount": told["totalCount"], "nodes": nodes}


NESTED = Workload(
    name="nested",
    title="nested 5×10×5 with totals",  # noqa: RUF001 - times
    texts="nested",
    target=Target(1.25, {8: 0.75, 32: 0.75}, over_neo4j=2, over_strawberry=4),
    cases=lambda finding: finding.found("nested"),
    from_neo4j=lambda data: {"strategies": _connection("strategies", data["strategiesConnection"])},
)
