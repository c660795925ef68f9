"""How stated values are stored, or why they are refused."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest

from graph.kinds import KINDS, WORK
from graph.records.states import CATEGORY_OF_FLOW, CATEGORY_OF_STATUS, FlowState, LifecycleStatus, StateCategory
from graph.writing.exact import millionths
from graph.writing.properties import PROPERTIES, properties_of, stored_name
from graph.writing.texts import MOST, MOST_OF_LINE, one_line, storable
from graph.writing.unfit import Unfit
from graph.writing.values import category_of, stored_properties


def test_every_field_that_the_store_does_not_keep_itself_can_be_stated() -> None:
    assert set(PROPERTIES) == {kind.name for kind in KINDS}
    assert not {"id", "revision", "created_at", "updated_at", "state_category"} & set(PROPERTIES["Objective"])
    assert {"title", "status", "start_on"} <= set(PROPERTIES["Objective"])
    assert stored_name("start_on") == "startOn"


UNNAMED = ("CheckIn", "TimeEntry", "CostRate")


def test_every_kind_has_its_sort_key_and_cannot_be_without_it() -> None:
    lines = {name: [row.field for row in rows.values() if row.is_line] for name, rows in PROPERTIES.items()}

    assert lines == {
        kind.name: ["title"] if kind.name in WORK else [] if kind.name in UNNAMED else ["name"] for kind in KINDS
    }
    assert all(row.is_required for rows in PROPERTIES.values() for row in rows.values() if row.is_line)


def test_a_record_of_a_type_that_has_no_rule_is_refused_at_once() -> None:
    @dataclass
    class Strange:
        weights: list[int]

    with pytest.raises(TypeError, match="weights"):
        list(properties_of(Strange))


def test_values_are_stored_as_the_model_says() -> None:
    stated = {
        "title": "Faster",
        "status": LifecycleStatus.ACTIVE,
        "start_on": date(2025, 1, 31),
        "labels": ("b", "a"),
        "description": None,
    }

    assert stored_properties("Objective", stated) == {
        "title": "Faster",
        "status": "ACTIVE",
        "startOn": date(2025, 1, 31),
        "labels": ["b", "a"],
        "description": None,
    }


def test_an_instant_is_whole_milliseconds_since_1970_wherever_it_was_written() -> None:
    berlin = datetime(2025, 1, 1, 1, 0, 0, 7000, tzinfo=timezone(timedelta(hours=1)))

    assert stored_properties("WorkItem", {"started_at": berlin}) == {"startedAt": 1_735_689_600_007}
    with pytest.raises(Unfit, match="with its time zone"):
        stored_properties("WorkItem", {"started_at": berlin.replace(tzinfo=None)})
    with pytest.raises(Unfit, match="without a time"):
        stored_properties("WorkItem", {"due_on": datetime(2025, 1, 1, tzinfo=UTC)})


@pytest.mark.parametrize(
    ("value", "stored"),
    [(0.3, 300_000), (1e-06, 1), (Fraction(1, 8), 125_000), (Decimal("0.7"), 700_000), (1, 1_000_000), (0, 0)],
    ids=str,
)
def test_a_number_is_exact_whole_millionths(value: object, stored: int) -> None:
    assert millionths("share", value, 0, 1) == stored


@pytest.mark.parametrize(
    "value",
    [1 / 3, 1.5, -1, True, "1", None, float("nan"), float("inf"), Decimal("nan"), Decimal("sNaN"), 10**400, 1e-07],
    ids=lambda value: repr(value)[:20],
)
def test_a_number_that_is_none_of_whole_millionths_in_its_bounds_is_refused(value: object) -> None:
    with pytest.raises(Unfit, match="share"):
        millionths("share", value, 0, 1)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\rb", "a\tb", "a\x7fb", "a\x85b", "a\u2028b", "a\u2029b", "\0", "\ud800", "", 7]
)
def test_what_is_no_single_line_is_refused(text: object) -> None:
    with pytest.raises(Unfit, match="title"):
        one_line("title", text)


@pytest.mark.parametrize("text", ["\u00a0", " ", "\u200f", "\U0001f600", "e\u0301", "a" * MOST_OF_LINE])
def test_any_other_line_is_taken_as_it_is(text: str) -> None:
    assert one_line("title", text) == text


def test_a_text_has_its_longest() -> None:
    assert storable("text", "\U0001f600" * MOST)
    with pytest.raises(Unfit, match="100001 characters"):
        storable("text", "a" * (MOST + 1))


def test_the_state_category_is_that_of_the_status_or_of_the_flow_state() -> None:
    assert all(category_of({"status": status.name}) is CATEGORY_OF_STATUS[status] for status in LifecycleStatus)
    assert all(category_of({"flowState": state.name}) is CATEGORY_OF_FLOW[state] for state in FlowState)
    assert category_of({"title": "a key result"}) is StateCategory.NOT_STARTED
