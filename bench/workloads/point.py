"""One work item with three ancestors: its project, that one's initiative, and the objective above."""

from typing import Any

from .workload import Target, Workload


def _above(node: dict[str, Any], *relations: str) -> dict[str, Any]:
    """The node as we publish it: what one step up leads to stands in its parents."""
    told = dict(node)
    if relations:
        told["parents"] = {"nodes": [_above(parent, *relations[1:]) for parent in told.pop(relations[0])]}
    return told


def _from_neo4j(data: Any) -> Any:
    found = [_above(item, "project", "initiative", "objectives") for item in data["workItems"]]
    return {"workItem": found[0] if found else None}


POINT = Workload(
    name="point",
    title="point with three ancestors",
    texts="point",
    target=Target(1.5, {32: 1.0}, over_neo4j=3, over_strawberry=4),
    cases=lambda finding: finding.found("point"),
    from_neo4j=_from_neo4j,
)
