"""The numbers of the real sample are those that an independent reckoning from the file gives."""

from collections import Counter
from collections.abc import Hashable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.serving import Asking
from tests.requests.numbers.reckoning import Reckoning
from tests.requests.oracle import Key, read_sample

HOW_FAR_AND_WHY = Path(__file__).parents[3] / "explorer" / "questions" / "g-how-far-and-why.graphql"
"""The document behind a tab of the explorer."""

OF_WORK = """nodes { kind title space { name } progress { value coverage method }
    effort(basis: COUNT) { total done remaining unestimated } descendantCounts { kind state count } }
    pageInfo { hasNextPage endCursor }"""
OF_TASKS = """nodes { title space { name } progress { value }
    attribution { to { target { kind title } value } unattributed } } pageInfo { hasNextPage endCursor }"""


@pytest.fixture(scope="module")
def reckoning() -> Reckoning:
    return Reckoning(read_sample())


def walked(ask: Asking, root: str, shown: str) -> Iterator[Any]:
    """All nodes of a list, page by page."""
    text, after = f"query($after: String) {{ page: {root}(first: 50, after: $after) {{ {shown} }} }}", None
    while True:
        page = ask.data(text, {"after": after})["page"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def rounded(number: Fraction | float | None) -> float | None:
    """What is right to 1e-9 is the same."""
    return None if number is None else round(float(number), 8)


def place(reckoning: Reckoning, key: Key) -> str:
    """The name of its space: its season's, where it has one."""
    return reckoning.reading.seasons.get(key, "Roadmaps")


def reckoned(reckoning: Reckoning, kind: str) -> Iterator[Hashable]:
    """All things of a kind with their numbers. Titles are not unique, so they are compared as a whole."""
    efforts = reckoning.efforts()
    for key in reckoning.reading.of_kind(kind):
        value, coverage = reckoning.progress(key)
        total, done = efforts.get(key, (Fraction(0), Fraction(0)))
        far = rounded(value), rounded(coverage), rounded(total), rounded(done), rounded(total - done)
        yield reckoning.reading.titles[key], place(reckoning, key), far, frozenset(reckoning.counts(key).items())


def told(node: Any) -> Hashable:
    progress, effort = node["progress"], node["effort"]
    far = (
        *(progress[name] for name in ("value", "coverage")),
        *(effort[name] for name in ("total", "done", "remaining")),
    )
    counts = frozenset(((row["kind"], row["state"]), row["count"]) for row in node["descendantCounts"])
    return node["title"], node["space"]["name"], tuple(map(rounded, far)), counts


@pytest.mark.parametrize(
    ("root", "kind", "method"),
    [
        ("objectives", "OBJECTIVE", "CHILDREN_WEIGHTED"),
        ("strategies", "STRATEGY", "CHILDREN_WEIGHTED"),
        ("projects", "PROJECT", "LEAF_COUNT"),
    ],
)
def test_progress_effort_and_counts_of_all_work_above_the_tasks(
    ask: Asking, reckoning: Reckoning, root: str, kind: str, method: str
) -> None:
    nodes = list(walked(ask, root, OF_WORK))

    assert Counter(map(told, nodes)) == Counter(reckoned(reckoning, kind))
    assert {node["progress"]["method"] for node in nodes} == {method}
    assert {node["effort"]["unestimated"] for node in nodes} == {0}


def test_attribution_of_all_tasks(ask: Asking, reckoning: Reckoning) -> None:
    nodes = list(walked(ask, "workItems", OF_TASKS))

    told = Counter(map(told_parts, nodes))
    assert told == Counter(reckoned_parts(reckoning, key) for key in reckoning.reading.of_kind("WORK_ITEM"))
    assert {rounded(node["attribution"]["unattributed"]) for node in nodes} == {0}


def told_parts(task: Any) -> Hashable:
    to = ((row["target"], rounded(row["value"])) for row in task["attribution"]["to"])
    parts = sorted((target["kind"], target["title"], part) for target, part in to)
    return task["title"], task["space"]["name"], task["progress"]["value"], tuple(parts)


def reckoned_parts(reckoning: Reckoning, task: Key) -> Hashable:
    parts = sorted((kind, title, rounded(part)) for kind, title, part in reckoning.targets(task))
    return reckoning.reading.titles[task], place(reckoning, task), reckoning.progress(task)[0], tuple(parts)


def test_a_tab_of_the_explorer_tells_how_far_an_objective_is_and_why(ask: Asking, reckoning: Reckoning) -> None:
    [objective] = ask.data(HOW_FAR_AND_WHY.read_text(encoding="utf-8"))["objectives"]["nodes"]

    explained = objective["progress"]["explain"]
    added = [row["contribution"] for row in explained["contributions"]]
    [key] = [
        key
        for key in reckoning.reading.called("OBJECTIVE", objective["title"])
        if reckoning.reading.seasons[key] == "2025h1"
    ]
    value, _ = reckoning.progress(key)
    assert 0 < objective["progress"]["value"] < 1
    assert rounded(objective["progress"]["value"]) == rounded(value)
    assert rounded(sum(added) + explained["rest"]["contribution"]) == rounded(value)
    assert len(added) + explained["rest"]["count"] == len(reckoning.reading.children(key))
    assert added == sorted(added, reverse=True)
