"""Durations from now become instants and days: months keep the day where they can."""

from datetime import UTC, date, datetime

import pytest
from graphql import GraphQLError

from graph.access.rights import Rights
from graph.reading.moments import DayFromNow, InstantFromNow, TooFar
from graph.reading.reader import Reader
from resolvers import moments

NOW = datetime(2024, 3, 31, 23, 30, tzinfo=UTC)
READER = Reader("w", ["w"], Rights({}), round(NOW.timestamp() * 1000))


@pytest.mark.parametrize(
    ("duration", "instant"),
    [
        ("-P2W", datetime(2024, 3, 17, 23, 30, tzinfo=UTC)),
        ("P1M", datetime(2024, 4, 30, 23, 30, tzinfo=UTC)),
        ("-P1M", datetime(2024, 2, 29, 23, 30, tzinfo=UTC)),
        ("-P1Y1M", datetime(2023, 2, 28, 23, 30, tzinfo=UTC)),
        ("PT36H", datetime(2024, 4, 2, 11, 30, tzinfo=UTC)),
        ("P1DT-30M", None),
        ("PT0.25S", datetime(2024, 3, 31, 23, 30, 0, 250_000, tzinfo=UTC)),
        ("P0D", NOW),
    ],
)
def test_an_instant_is_told_from_the_one_of_the_request(duration: str, instant: datetime | None) -> None:
    if instant is None:
        with pytest.raises(GraphQLError, match="no ISO 8601 duration"):
            moments.instant(duration)
        return

    assert moments.instant(duration).settled(READER) == round(instant.timestamp() * 1000)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("duration", "day"),
    [("P1M", date(2024, 4, 30)), ("-P10D", date(2024, 3, 21)), ("P0D", date(2024, 3, 31)), ("P1W2D", date(2024, 4, 9))],
)
def test_a_day_is_told_from_today_in_utc(duration: str, day: date) -> None:
    assert DayFromNow.said(duration).settled(READER) == day


@pytest.mark.parametrize(
    "said", ["", "P", "PT", "2W", "P1.5M", "P-1D", "two weeks", "--P1D", "P99999999999Y", "2024-13-01", "-", 7, None]
)
def test_what_is_no_moment_is_refused_with_an_example(said: object) -> None:
    with pytest.raises(GraphQLError, match="-P2W"):
        moments.instant(said)
    with pytest.raises(GraphQLError, match="P1M"):
        moments.day(said)


def test_a_day_is_no_duration_of_hours() -> None:
    with pytest.raises(GraphQLError, match="whole days"):
        moments.day("PT5H")


@pytest.mark.parametrize("moment", [InstantFromNow.said("P9000Y"), DayFromNow.said("-P9000Y")])
def test_a_duration_out_of_all_years_is_refused_when_it_is_asked(moment: InstantFromNow | DayFromNow) -> None:
    with pytest.raises(TooFar, match="in no year from 1 to 9999"):
        moment.settled(READER)


def test_the_same_duration_is_the_same_question_at_any_time() -> None:
    assert repr(InstantFromNow.said("-P2W")) == repr(InstantFromNow.said("-P2W"))
