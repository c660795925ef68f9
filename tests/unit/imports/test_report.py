"""The report tells what became of everything, by sort with a count and an example."""

from api.imports.remarks import Fate, Remark
from api.imports.report import Report, Written
from graph.writing.stated import Outcome

WRITTEN = (
    Written("Team", "lang", Outcome.CREATED),
    Written("Team", "types", Outcome.UNCHANGED),
    Written("Person", "ann", Outcome.REFUSED, "It is too long."),
    Written("Person", "ben", Outcome.REFUSED, "It is too long."),
    Written("MEMBER_OF", "cleo to lang", Outcome.UPDATED),
)
REMARKS = (
    Remark(Fate.NO_PLACE, "alumni", "3 of lang", 3),
    Remark(Fate.NO_PLACE, "alumni", "2 of types", 2),
    Remark(Fate.KEPT_OUT, "strays", "one"),
)


def report(written: tuple[Written, ...] = (), closed: int = 0, remarks: tuple[Remark, ...] = ()) -> list[str]:
    return Report("The Rust project's goals, from goals.json", written, closed, remarks).lines()


def test_outcomes_are_counted_by_kind_and_by_relation() -> None:
    assert report(WRITTEN)[:6] == [
        "The Rust project's goals, from goals.json",
        "",
        "            created   updated unchanged   refused",
        "Team              1         0         1         0",
        "Person            0         0         0         2",
        "MEMBER_OF         0         1         0         0",
    ]


def test_refusals_are_told_by_reason_with_a_count_and_an_example() -> None:
    assert report(WRITTEN)[6:] == ["", "Refused", "     2  Person: It is too long.; for example ann"]


def test_remarks_are_told_under_their_fate_by_sort_with_a_count_and_the_first_example() -> None:
    assert report(remarks=REMARKS)[3:] == [
        "",
        "Without a place in the model, so not taken",
        "     5  alumni; for example 3 of lang",
        "",
        "Kept out, because it cannot be understood",
        "     1  strays; for example one",
    ]


def test_links_that_are_no_longer_stated_are_counted() -> None:
    assert report(closed=3)[3:] == ["", "3 links that the file no longer states were closed"]
