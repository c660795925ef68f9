"""Numbers are told again as long as all that they turn on is the same, and no longer."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from graph.access.rights import Rights
from graph.database import Parameters, Reads
from graph.reading.positions import Position
from graph.reading.reader import Reader
from loaders.remembering import LONGEST_CHANGE, SETTLING, Remembering

NOON = 1_790_078_400_000
DAY = 86_400_000
READER = Reader("acme", ["acme", "spc_1"], Rights({}), NOON)
SETTLED = Position(seq=7, at=NOON - LONGEST_CHANGE - 1, read_at=NOON, time_zone="UTC")
FRESH = Position(seq=7, at=NOON, read_at=NOON, time_zone="UTC")


class NoGraph:
    """What is computed here needs none."""

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        raise NotImplementedError

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> Any:
        raise NotImplementedError


@dataclass(frozen=True)
class Lengths:
    """How long ids are, times something; of `none` nothing is known. It notes of which it was asked."""

    times: int = 1
    asked: list[list[str]] = field(default_factory=list, compare=False)

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Any]:
        self.asked.append(list(ids))
        return {id_: len(id_) * self.times for id_ in ids if id_ != "none"}


@dataclass(frozen=True)
class Parts:
    """Something that is made of so many parts."""

    contributions: range

    @property
    def explanation(self) -> "Parts":
        return self


def told(
    kept: Remembering, measure: Any, *ids: str, reader: Reader = READER, position: Position = SETTLED
) -> Mapping[str, Any]:
    numbers = asyncio.run(kept.numbers({measure: ids}, NoGraph(), reader, position, 10))
    return numbers[measure]


def test_a_number_that_is_known_is_not_computed_again_and_only_the_others_are() -> None:
    kept, lengths = Remembering(10), Lengths()

    first = told(kept, lengths, "a", "bb")
    second = told(kept, lengths, "bb", "ccc", "a")

    assert first == {"a": 1, "bb": 2}
    assert second == {"a": 1, "bb": 2, "ccc": 3}
    assert lengths.asked == [["a", "bb"], ["ccc"]]


def test_it_is_known_too_of_which_nodes_there_is_no_number() -> None:
    kept, lengths = Remembering(10), Lengths()

    assert told(kept, lengths, "none") == told(kept, lengths, "none") == {"none": None}
    assert lengths.asked == [["none"]]


@pytest.mark.parametrize(
    ("reader", "position"),
    [
        (READER, SETTLED._replace(seq=8)),
        (READER, SETTLED._replace(seq=6)),
        (Reader("other", ["acme", "spc_1"], Rights({}), NOON), SETTLED),
        (Reader("acme", ["acme"], Rights({}), NOON), SETTLED),
        (Reader("acme", ["acme", "spc_1", "spc_2"], Rights({}), NOON), SETTLED),
        (Reader("acme", ["acme", "spc_1"], Rights({}), NOON + DAY), SETTLED),
        # At noon in UTC it is the next day where the sun rises first.
        (READER, SETTLED._replace(time_zone="Pacific/Kiritimati")),
    ],
)
def test_where_anything_is_other_a_number_is_computed_anew(reader: Reader, position: Position) -> None:
    kept, lengths = Remembering(10), Lengths()
    told(kept, lengths, "a")

    told(kept, lengths, "a", reader=reader, position=position)

    assert lengths.asked == [["a"], ["a"]]


def test_who_may_read_the_same_is_told_the_same_in_whatever_order_it_is_listed() -> None:
    kept, lengths = Remembering(10), Lengths()
    told(kept, lengths, "a")

    told(kept, lengths, "a", reader=Reader("acme", ["spc_1", "acme"], Rights({}), NOON + 1))

    assert lengths.asked == [["a"]]


def test_measures_with_other_arguments_are_others() -> None:
    kept, lengths = Remembering(10), Lengths()
    told(kept, lengths, "a")

    assert told(kept, Lengths(times=2), "a") == {"a": 2}


def test_only_so_many_are_kept_those_told_last() -> None:
    kept, lengths = Remembering(2), Lengths()
    told(kept, lengths, "a", "b")
    told(kept, lengths, "a")

    told(kept, lengths, "c")
    told(kept, lengths, "a", "b")

    assert lengths.asked == [["a", "b"], ["c"], ["b"]]
    assert kept.weight == len(kept.held) == 2


def test_a_number_that_is_explained_takes_the_room_of_its_parts() -> None:
    kept = Remembering(10)

    kept.keep("scope", {"a": 1, "b": Parts(range(8))})
    kept.keep("scope", {"c": 1})

    assert list(kept.held) == [("scope", "b"), ("scope", "c")]
    assert kept.weight == 10


def test_none_are_kept_where_none_are_wanted() -> None:
    kept, lengths = Remembering(0), Lengths()

    assert told(kept, lengths, "a") == told(kept, lengths, "a")
    assert lengths.asked == [["a"], ["a"]]


def test_no_number_is_kept_until_all_of_the_last_change_can_be_seen() -> None:
    seconds = iter([0, SETTLING / 2, SETTLING * 2, SETTLING * 3])
    kept, lengths = Remembering(10, lambda: next(seconds)), Lengths()

    for _ in range(4):
        told(kept, lengths, "a", position=FRESH)

    assert lengths.asked == [["a"]] * 3
