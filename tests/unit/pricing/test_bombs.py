"""Documents that were written to take long are refused before anything of them is run, and quickly."""

import time

import pytest

from resolvers.pricing.bounds import ALIASES, DIRECTIVES, FIELDS, LEVELS, ROOTS
from tests.fixtures.bombs import BOMBS, aliases
from tests.fixtures.pricing import Asking

LONGEST = 0.1
"""Seconds that a refusal may take."""


@pytest.fixture(scope="module")
def asking() -> Asking:
    asking = Asking()
    asking("{ objectives { totalCount } }")
    return Asking()


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_before_anything_is_read(asking: Asking, bomb: str) -> None:
    document, code = BOMBS[bomb]

    error = asking.refused(document)

    assert error.extensions["code"] == code


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_quickly(asking: Asking, bomb: str) -> None:
    document, _ = BOMBS[bomb]

    assert min(took(asking, document) for _ in range(3)) < LONGEST


def took(asking: Asking, document: str) -> float:
    """Seconds of this thread's work, which others on the machine do not lengthen."""
    started = time.thread_time()
    asking.refused(document)
    return time.thread_time() - started


def levels(times: int) -> str:
    """As deep as that, of things that cost little."""
    return "{ __schema { types { " + "ofType { " * (times - 3) + "name" + " }" * (times - 3) + " } } }"


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        (levels(LEVELS.most), levels(LEVELS.most + 1)),
        (aliases(ROOTS.most, "objectives { totalCount }"), aliases(ROOTS.most + 1, "objectives { totalCount }")),
        (
            f"{{ objectives {aliases(ALIASES.most, '__typename')} }}",
            f"{{ objectives {aliases(ALIASES.most + 1, '__typename')} }}",
        ),
        (
            "{ __typename " + "@skip(if: false) " * 1 + " }",
            "{ __typename " + "@skip(if: false) " * (DIRECTIVES.most + 1) + " }",
        ),
    ],
)
def test_what_is_within_its_bound_is_served_and_one_more_is_not(asking: Asking, within: str, beyond: str) -> None:
    asking.cost(within)

    assert asking.refused(beyond).extensions["code"] in {"TOO_BROAD", "TOO_DEEP"}


def test_a_fragment_counts_wherever_it_is_spread(asking: Asking) -> None:
    fields = " ".join(["id", "title", "kind", "revision", "labels", "createdAt", "updatedAt"] * 2)
    spread = " ".join(f"a{i}: parents {{ nodes {{ ...F }} }}" for i in range(FIELDS.most // 14))
    document = f"{{ objectives {{ nodes {{ {spread} }} }} }} fragment F on WorkNode {{ {fields} }}"

    assert asking.refused(document).extensions["code"] == "TOO_BROAD"


def test_a_refusal_says_how_many_are_served_and_what_to_do(asking: Asking) -> None:
    error = asking.refused(aliases(1000, "__typename"))

    assert error.message == "A request has at most 200 aliases: ask for a list, or by `nodes(ids:)`."
    assert error.extensions["docs"] == "/docs/errors#TOO_BROAD"


@pytest.mark.parametrize("directive", ["defer", "stream"])
def test_an_answer_in_parts_is_refused_in_so_many_words(asking: Asking, directive: str) -> None:
    error = asking.refused(f"{{ objectives {{ ... @{directive} {{ totalCount }} }} }}")

    assert error.message == f"`@{directive}` is not served: every answer comes whole. Take it out."


def test_of_two_operations_one_must_be_named(asking: Asking) -> None:
    document = "query A { __typename } query B { b: __typename }"

    error = asking.refused(document)

    assert error.message == "This document has 2 operations: say by `operationName` which one is asked."
    assert asking(document, name="B").data == {"b": "Query"}


def kinds_apart(times: int) -> str:
    """Levels of lists in which each kind of work is asked for something of its own."""
    apart = " ".join(
        f"... on {kind} {{ {kind}: revision }}" for kind in ("Strategy", "Objective", "Project", "WorkItem")
    )
    return (
        "{ workItems(first: 1) { nodes { "
        + f"parents(first: 1) {{ nodes {{ {apart} " * times
        + "} } " * times
        + "} } }"
    )


def test_kinds_that_are_asked_apart_count_apart(asking: Asking) -> None:
    asking.cost(kinds_apart(3))

    error = asking.refused(kinds_apart(4))

    assert "times the kinds of nodes" in error.message


def test_kinds_of_work_within_each_other_are_planned_in_a_moment(asking: Asking) -> None:
    document = "{ objectives(first: 1) { nodes { " + "parents(first: 1) { nodes { kind " * 10 + "} } " * 10 + "} } }"

    started = time.perf_counter()
    asking(document)

    assert time.perf_counter() - started < 1
