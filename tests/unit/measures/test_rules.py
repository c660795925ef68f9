"""The rules of single pieces: leaves, key results, shares, and the ways to compute progress."""

from fractions import Fraction

import pytest

from graph.measures.attaining import attained, reached
from graph.measures.gathering import report_of, works_of
from graph.measures.progressing import Progressing
from graph.measures.works import Goal, Number, Work, Works, leaf_progress, resolved
from graph.records.states import KeyResultDirection, ProgressMethod, ProgressSource
from graph.relations import MILLIONTHS

CREDIT = 300_000
INCREASE, DECREASE, MAINTAIN = KeyResultDirection


@pytest.mark.parametrize(
    ("state", "percent", "progress"),
    [
        ("DONE", 200_000, MILLIONTHS),
        ("ACTIVE", 200_000, 200_000),
        ("ACTIVE", None, CREDIT),
        ("ACTIVE", 0, 0),  # what was said goes before the credit
        ("WAITING", None, 0),
        ("NEW", 200_000, 200_000),
        ("UNMAPPED", None, 0),
        ("CANCELLED", 200_000, None),
        ("IGNORED", None, None),
    ],
)
def test_a_leaf_is_as_far_as_its_state_or_what_was_said_of_it(
    state: str, percent: int | None, progress: int | None
) -> None:
    assert leaf_progress(state, percent, CREDIT) == progress


@pytest.mark.parametrize(
    ("direction", "start", "target", "value", "attainment", "progress"),
    [
        (INCREASE, 10, 20, 15, Fraction(1, 2), Fraction(1, 2)),
        (INCREASE, 10, 20, 25, Fraction(3, 2), 1),
        (INCREASE, 10, 20, 5, Fraction(-1, 2), 0),
        (DECREASE, 20, 10, 18, Fraction(1, 5), Fraction(1, 5)),
        (DECREASE, 20, 10, 5, Fraction(3, 2), 1),
        (MAINTAIN, 10, 20, 10, 1, 1),
        (MAINTAIN, 10, 20, 20, 1, 1),
        (MAINTAIN, 10, 20, 21, 0, 0),
        (MAINTAIN, None, 20, -5, 1, 1),
        (MAINTAIN, None, None, 1, None, None),
        (INCREASE, 10, 10, 10, None, None),
        (INCREASE, None, 10, 10, None, None),
        (INCREASE, 10, 20, None, None, None),
    ],
)
def test_a_key_result_is_as_far_as_its_value_has_gone(
    direction: KeyResultDirection,
    start: int | None,
    target: int | None,
    value: int | None,
    attainment: Number | None,
    progress: Number | None,
) -> None:
    bounds = direction is MAINTAIN
    goal = Goal(direction, *((None, None, start, target) if bounds else (start, target, None, None)))
    work = Work("kr_1", "KeyResult", None, False, None, 0, False)
    work.goal, work.report = goal, report_of("2026-04-10", value, None, None, None)

    assert attained(goal, value) == attainment
    assert reached(work) == progress


@pytest.mark.parametrize(
    ("progress", "numerator", "denominator", "told"),
    [
        (250_000, 1, 2, Fraction(1, 4)),
        (None, 1, 3, Fraction(1, 3)),
        (None, 5, 3, 1),
        (None, 0, 0, None),
        (None, None, None, None),
    ],
)
def test_a_report_tells_progress_or_else_a_count(
    progress: int | None, numerator: int | None, denominator: int | None, told: Number | None
) -> None:
    assert report_of("2026-04-10", None, progress, numerator, denominator).progress == told


@pytest.mark.parametrize(
    ("stated", "shares"),
    [
        ([None], [1]),
        ([None, None, None], [Fraction(1, 3)] * 3),
        ([250_000, None, None], [Fraction(1, 4), Fraction(3, 8), Fraction(3, 8)]),
        ([250_000, 500_000], [Fraction(1, 4), Fraction(1, 2)]),
        ([MILLIONTHS, None], [1, 0]),
        ([], []),
    ],
)
def test_edges_without_a_share_divide_what_is_left(stated: list[int | None], shares: list[Number]) -> None:
    assert resolved(stated) == shares


@pytest.mark.parametrize(
    ("estimates", "chosen", "method", "value"),
    [
        ((3, 1), None, ProgressMethod.CHILDREN_EFFORT, Fraction(3, 4)),
        ((None, None), None, ProgressMethod.LEAF_COUNT, Fraction(1, 2)),
        ((0, 0), None, ProgressMethod.LEAF_COUNT, Fraction(1, 2)),
        ((None, None), "CHILDREN_EFFORT", ProgressMethod.CHILDREN_EFFORT, None),
        ((3, 1), "CHILDREN_WEIGHTED", ProgressMethod.CHILDREN_WEIGHTED, Fraction(1, 2)),
        ((3, 1), "LEAF_COUNT", ProgressMethod.LEAF_COUNT, Fraction(1, 2)),
        ((3, 1), "NONE", ProgressMethod.NONE, None),
        ((3, 1), "MANUAL", ProgressMethod.MANUAL, None),
        ((3, 1), "KEY_RESULTS", ProgressMethod.KEY_RESULTS, None),
    ],
)
def test_a_project_goes_by_effort_or_by_count_unless_another_way_is_chosen(
    estimates: tuple[int | None, int | None], chosen: str | None, method: ProgressMethod, value: Fraction | None
) -> None:
    far = Progressing(works := project(estimates, chosen)).of(works.by_id["prj_1"])

    assert (far.method, far.value) == (method, value)


def project(estimates: tuple[int | None, int | None], chosen: str | None) -> Works:
    """A project of two items, of which the first is done."""
    sizes = [None if estimate is None else estimate * MILLIONTHS for estimate in estimates]
    edge = ["prj_1", MILLIONTHS, None]
    rows = [
        ["prj_1", False, "ACTIVE", None, None, []],
        ["itm_1", True, "DONE", None, sizes[0], [edge]],
        ["itm_2", True, "NEW", None, sizes[1], [edge]],
    ]
    plans = [["prj_1", chosen, None, None, None, None, None, None]] if chosen else []
    return works_of([[0, "UTC"], rows, plans, [], [], []])


def test_a_leaf_says_where_its_progress_is_from() -> None:
    rows = [["itm_1", True, "ACTIVE", 500_000, None, []], ["itm_2", True, "ACTIVE", None, None, []]]
    works = works_of([[CREDIT, "UTC"], rows, [], [], [], []])
    said, credited = (Progressing(works).of(works.by_id[id_]) for id_ in ("itm_1", "itm_2"))

    assert (said.source, said.value) == (ProgressSource.REPORTED, Fraction(1, 2))
    assert (credited.source, credited.value) == (ProgressSource.STATE, Fraction(3, 10))


def test_sums_of_the_largest_estimates_stay_exact() -> None:
    largest = 10**12
    bunch = ["prj_1", MILLIONTHS, None, "DONE", None, True, 20, 20 * largest, 20]
    works = works_of([[0, "UTC"], [["prj_1", False, "ACTIVE", None, None, []]], [], [], [bunch], []])

    assert Progressing(works).sizes.of(works.by_id["prj_1"]) == 20 * (largest * MILLIONTHS + 1)
