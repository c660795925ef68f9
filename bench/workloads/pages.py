"""Pages of 20 out of all work items, the newest first: the first one, and a deep one."""

from typing import Any

from .workload import Case, Finding, Target, Workload

ROWS = 20
DEEP_CASES = 10
TARGET = Target(1.25, {8: 0.8, 32: 0.8}, over_neo4j=50, over_strawberry=1.5)
ASKED = {
    "raw": lambda case: case["start"].keys,
    "ours": lambda case: {"after": case["start"].cursor},
    "strawberry": lambda case: {"after": case["start"].text},
    "neo4j": lambda case: {"skip": case["start"].skip},
}


def _settled(data: Any) -> Any:
    """Each system has cursors of its own."""
    data["workItems"]["pageInfo"].pop("endCursor", None)
    return data


def _from_neo4j(data: Any) -> Any:
    items = data["workItems"]
    return {"workItems": {"nodes": items[:ROWS], "pageInfo": {"hasNextPage": len(items) > ROWS}}}


def _first(finding: Finding) -> list[Case]:
    return [{"start": start} for start in finding.starts([0])]


def _deep(finding: Finding) -> list[Case]:
    """The deep page and those before it, so that the same one is not asked for all the time."""
    last = finding.deep - 1
    pages = range(max(1, last - DEEP_CASES + 1), last + 1)
    return [{"start": start} for start in finding.starts([ROWS * page for page in pages])]


FIRST_PAGE = Workload(
    name="first-page",
    title="first page of 20 of all items",
    texts="items",
    target=TARGET,
    cases=_first,
    asked=ASKED,
    settled=_settled,
    from_neo4j=_from_neo4j,
)
DEEP_PAGE = Workload(
    name="deep-page",
    title="deep page of 20 of all items",
    texts="items",
    target=TARGET,
    cases=_deep,
    asked=ASKED,
    settled=_settled,
    from_neo4j=_from_neo4j,
)
