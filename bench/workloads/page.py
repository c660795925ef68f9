"""A page of 40: a project's work items, each with its owners."""

from typing import Any

from .workload import Target, Workload


def _item(item: dict[str, Any]) -> dict[str, Any]:
    owners = [{"role": edge["properties"]["role"], "node": edge["node"]} for edge in item["ownersConnection"]["edges"]]
    return {"id": item["id"], "title": item["title"], "flowState": item["flowState"], "owners": {"edges": owners}}


def _from_neo4j(data: Any) -> Any:
    [project] = data["projects"]
    items = [_item(item) for item in project["workItems"]]
    return {"project": {"id": project["id"], "title": project["title"], "workItems": {"nodes": items}}}


def _settled(data: Any) -> Any:
    """@neo4j/graphql cannot sort owners, who are of two kinds: so all are sorted here."""
    for item in data["project"]["workItems"]["nodes"]:
        item["owners"]["edges"].sort(key=lambda edge: (edge["node"]["name"], edge["node"]["id"], edge["role"]))
    return data


PAGE = Workload(
    name="page",
    title="page of 40 with owners",
    texts="page",
    target=Target(1.25, {8: 0.8, 32: 0.8}, over_neo4j=3, over_strawberry=4),
    cases=lambda finding: finding.found("page"),
    settled=_settled,
    from_neo4j=_from_neo4j,
)
