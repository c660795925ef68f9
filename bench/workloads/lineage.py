"""Ancestors and paths, with the share along each, of an item with three parents that lies six deep."""

from typing import Any

from .workload import Target, Workload


def _settled(data: Any) -> Any:
    """Paths have no order of their own."""
    data["workItem"]["paths"]["paths"].sort(key=lambda path: [node["id"] for node in path["nodes"]])
    return data


LINEAGE = Workload(
    name="lineage",
    title="ancestors and paths, three parents, six deep",
    texts="lineage",
    target=Target(1.4, {8: 0.75, 32: 0.75}),
    cases=lambda finding: finding.found("lineage"),
    settled=_settled,
    unasked="It follows one relation one step; any number of steps has to be written in Cypher by hand.",
)
