"""1,000 objects in one request: ten pages of 100 work items."""

from collections.abc import Mapping
from typing import Any

from .workload import Case, Finding, Target, Workload

PAGES = 10
ROWS = 100
CASES = 3


def _cases(finding: Finding) -> list[Case]:
    most = max(1, min(CASES, finding.deep * 20 // (PAGES * ROWS)))
    skips = [[case * PAGES * ROWS + page * ROWS for page in range(PAGES)] for case in range(most)]
    return [{"starts": finding.starts(each)} for each in skips]


def _each(case: Case, of: str) -> Mapping[str, Any]:
    return {f"p{page}": getattr(start, of) for page, start in enumerate(case["starts"])}


THOUSAND = Workload(
    name="thousand",
    title="1,000 objects (10 pages of 100)",
    texts="thousand",
    target=Target(1.1, {8: 0.8, 32: 0.8}, over_strawberry=4),
    cases=_cases,
    asked={
        "raw": lambda case: {"pages": [start.keys for start in case["starts"]]},
        "ours": lambda case: _each(case, "cursor"),
        "strawberry": lambda case: _each(case, "text"),
        "neo4j": lambda case: _each(case, "skip"),
    },
    from_neo4j=lambda data: {page: {"nodes": items} for page, items in data.items()},
)
