"""The worked example of docs/numbers.md, by hand, as the API answers it."""

from typing import Any

import pytest

from tests.fixtures.access import Caller, Granting

NUMBERS = """query($id: ID!) { node(id: $id) { ... on WorkNode {
    progress { value } effort { total }
    attribution(kinds: [OBJECTIVE]) { to { target { title } value } unattributed } } } }"""
EXACT = 1e-9


def numbers(nora: Caller, numbered: Granting, title: str) -> Any:
    return nora.data(NUMBERS, id=numbered.ids[title])["node"]


@pytest.mark.parametrize(
    ("title", "parts", "unattributed"),
    [("T2", {"O1": 7 / 10, "O2": 7 / 40}, 1 / 8), ("T3", {"O1": 2 / 5, "O2": 7 / 20}, 1 / 4), ("T5", {}, 1)],
)
def test_work_is_for_what_the_page_says(
    nora: Caller, numbered: Granting, title: str, parts: dict[str, float], unattributed: float
) -> None:
    told = numbers(nora, numbered, title)["attribution"]

    assert {part["target"]["title"]: part["value"] for part in told["to"]} == pytest.approx(parts, abs=EXACT)
    assert told["unattributed"] == pytest.approx(unattributed, abs=EXACT)


@pytest.mark.parametrize(("title", "effort"), [("P1", 9), ("P2", 7), ("O1", 11.8), ("O2", 2.45), ("T5", 4)])
def test_effort_is_what_the_page_says(nora: Caller, numbered: Granting, title: str, effort: float) -> None:
    assert numbers(nora, numbered, title)["effort"]["total"] == pytest.approx(effort, abs=EXACT)


@pytest.mark.parametrize(
    ("title", "progress"), [("P1", 7 / 9), ("P2", 5 / 7), ("I2", 5 / 7), ("I1", 0.7674418604651163)]
)
def test_progress_is_what_the_page_says(nora: Caller, numbered: Granting, title: str, progress: float) -> None:
    assert numbers(nora, numbered, title)["progress"]["value"] == pytest.approx(progress, abs=EXACT)
