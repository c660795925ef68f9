"""Ranges of single values, and values that must fit each other: the same for imports and for mutations."""

from datetime import date

import pytest

from graph.relations import MILLIONTHS
from graph.writing.consistency import require_consistent
from graph.writing.unfit import Unfit
from graph.writing.values import Stored, stored_properties

RANGES = [
    ("WorkItem", "percent_complete", [0, 0.5, 1], [-0.000001, 1.000001, 50]),
    ("CheckIn", "progress", [0, 1], [-1, 1.5]),
    ("WorkItem", "estimate", [0, 0.5, 10**12], [-0.5, 10**13]),
    ("Team", "capacity", [0, 168], [-1]),
    ("Objective", "check_in_cadence_days", [1, 30], [0, -7]),
]


@pytest.mark.parametrize(("kind", "field", "good", "bad"), RANGES, ids=[row[1] for row in RANGES])
def test_a_number_is_within_its_range(kind: str, field: str, good: list[float], bad: list[float]) -> None:
    for value in good:
        assert stored_properties(kind, {field: value})

    for value in bad:
        with pytest.raises(Unfit, match=f"{field} must be from"):
            stored_properties(kind, {field: value})


def of_key_result(**held: Stored) -> dict[str, Stored]:
    return {"direction": "INCREASE", "unit": "NUMBER", **held}


CONSISTENT = {
    "a period of one day": ("Period", {"startsOn": date(2025, 1, 1), "endsOn": date(2025, 1, 1)}),
    "a start without a target": ("KeyResult", of_key_result(startValue=0)),
    "a target above the start": ("KeyResult", of_key_result(startValue=0, targetValue=MILLIONTHS)),
    "bounds that are one value": (
        "KeyResult",
        of_key_result(direction="MAINTAIN", minimumValue=5, maximumValue=5),
    ),
    "what is maintained may have equal ends": (
        "KeyResult",
        of_key_result(direction="MAINTAIN", minimumValue=0, maximumValue=5, startValue=1, targetValue=1),
    ),
    "money in a currency": ("KeyResult", of_key_result(unit="CURRENCY", currency="EUR")),
}
INCONSISTENT = {
    "a period that ends before it starts": (
        "Period",
        {"startsOn": date(2025, 1, 2), "endsOn": date(2025, 1, 1)},
        "ends_on",
    ),
    "a target that is the start": ("KeyResult", of_key_result(startValue=3, targetValue=3), "target_value"),
    "a fall to where it starts": (
        "KeyResult",
        of_key_result(direction="DECREASE", startValue=0, targetValue=0),
        "target_value",
    ),
    "what is maintained without a least": (
        "KeyResult",
        of_key_result(direction="MAINTAIN", maximumValue=5),
        "minimum_value",
    ),
    "what is maintained without a most": (
        "KeyResult",
        of_key_result(direction="MAINTAIN", minimumValue=5),
        "maximum_value",
    ),
    "bounds the wrong way round": (
        "KeyResult",
        of_key_result(direction="MAINTAIN", minimumValue=6, maximumValue=5),
        "less than",
    ),
    "money without a currency": ("KeyResult", of_key_result(unit="CURRENCY"), "currency"),
    "a currency that is none": ("KeyResult", of_key_result(currency="euro"), "ISO 4217"),
}


@pytest.mark.parametrize(("kind", "held"), CONSISTENT.values(), ids=list(CONSISTENT))
def test_what_fits_together_is_taken(kind: str, held: dict[str, Stored]) -> None:
    require_consistent(kind, held)


@pytest.mark.parametrize(("kind", "held", "named"), INCONSISTENT.values(), ids=list(INCONSISTENT))
def test_what_does_not_fit_together_is_refused_and_says_what_to_change(
    kind: str, held: dict[str, Stored], named: str
) -> None:
    with pytest.raises(Unfit, match=named):
        require_consistent(kind, held)
