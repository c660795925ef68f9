"""The sample keeps the rules of the store at every instant, and states what the records hold."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from enum import Enum

import pytest

from api.generating.calendar import END
from graph.ids import kind_of
from graph.kinds import KIND, KINDS
from graph.loading.lives import Life, Tie
from graph.relations import MILLIONTHS, MOST_STEPS, RELATION
from graph.writing.properties import PROPERTIES, Property
from graph.writing.values import category_of
from tests.unit.generating.made_up import UPWARD, MadeUp, live, made_up

FLOW = {"spanStates", "spanFrom", "flowStart", "doneAt", "activeMs", "waitMs"}
"""What is stored of the flow of work, and not published yet."""

NOT_MADE_UP = {"TimeEntry"}
"""The sample has none of these yet."""


@pytest.fixture(scope="module")
def sample() -> MadeUp:
    return made_up()


def test_lives_come_in_the_order_in_which_they_begin_and_parents_before_children(sample: MadeUp) -> None:
    seen: dict[str, int] = {}

    for life in sample.lives.values():
        assert not seen or life.since >= max(reversed(seen.values()))
        assert all(tie.parent in seen and tie.since >= life.since for tie in life.ties)
        seen[life.id] = life.since


def test_moments_follow_each_other_within_the_three_years(sample: MadeUp) -> None:
    for life in sample.lives.values():
        instants = [moment.at for moment in life.moments]
        assert instants == sorted(set(instants))
        assert instants[-1] < END
        assert all(tie.since < END and (tie.until is None or tie.since < tie.until < END) for tie in life.ties)


def test_every_moment_changes_something(sample: MadeUp) -> None:
    for life in sample.lives.values():
        held: dict[str, object] = {}
        for moment in life.moments:
            assert any(held.get(name) != value for name, value in moment.sets.items())
            held |= moment.sets


def test_ids_are_of_their_kind_and_unique_and_in_the_order_of_time(sample: MadeUp) -> None:
    for kind in (kind for kind in KINDS if kind.is_stated and kind.name not in NOT_MADE_UP):
        lives = sample.of(kind.name)
        assert lives
        assert all(kind_of(life.id) == kind for life in lives)
        assert [life.id[:-16] for life in lives] == sorted(life.id[:-16] for life in lives)
    edges = [tie.id for life in sample.lives.values() for tie in life.ties]
    assert len(edges) == len(set(edges))
    identities = [life.identity for life in sample.lives.values()]
    assert len(identities) == len(set(identities))


def test_what_is_said_is_what_the_records_hold(sample: MadeUp) -> None:
    for life in sample.lives.values():
        known = {row.stored: row for row in PROPERTIES[life.kind].values()}
        held = sample.held(life)
        beside = {"stateCategory"} if KIND[life.kind].rank is not None else set()
        beside |= FLOW if life.kind == "WorkItem" else {"subject"} if life.kind == "CheckIn" else set()
        assert held.keys() <= known.keys() | beside
        assert all(row.stored in held for row in known.values() if row.is_required or row.many)
        assert all(fits(known[name], value) for name, value in held.items() if name in known and value is not None)
        if beside and life.kind != "CheckIn":
            assert held["stateCategory"] == category_of(held).name  # type: ignore[arg-type]


def fits(row: Property, value: object) -> bool:
    """Whether a value is stored as the write path stores it."""
    if row.many:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if issubclass(row.type, Enum):
        return value in row.type.__members__
    return isinstance(value, row.type if row.type in (str, date) else int)


def test_edges_join_kinds_that_they_may_join_and_say_what_they_hold(sample: MadeUp) -> None:
    for life, tie in every_edge(sample):
        relation = RELATION[tie.relation]
        assert (life.kind, sample.lives[tie.parent].kind) in relation.ends
        assert tie.holds.keys() <= set(relation.holds)
        assert ("weight" in tie.holds) == ("weight" in relation.holds)


def every_edge(sample: MadeUp) -> Iterator[tuple[Life, Tie]]:
    return ((life, tie) for life in sample.lives.values() for tie in life.ties)


def test_an_edge_takes_the_place_of_one_between_the_same_two_that_ends_then(sample: MadeUp) -> None:
    for life in sample.lives.values():
        edges = {tie.id: tie for tie in life.ties}
        for tie in life.ties:
            if before := edges.get(tie.replaces or ""):
                assert (before.relation, before.parent, before.until) == (tie.relation, tie.parent, tie.since)
                assert before.holds != tie.holds


def at_once(life: Life) -> Iterator[list[Tie]]:
    """The edges of a life at each instant at which one begins."""
    for at in {tie.since for tie in life.ties}:
        yield [tie for tie in life.ties if tie.since <= at and (tie.until is None or at < tie.until)]


def test_no_two_edges_were_ever_alike_at_once_or_second_parents(sample: MadeUp) -> None:
    for life in sample.lives.values():
        for ties in at_once(life):
            alike = Counter((tie.relation, tie.parent, tie.holds.get("role")) for tie in ties)
            single = Counter(tie.relation for tie in ties if RELATION[tie.relation].single)
            assert max(alike.values()) == 1
            assert not single or max(single.values()) == 1


def test_shares_never_summed_to_more_than_one(sample: MadeUp) -> None:
    for life in sample.lives.values():
        for ties in at_once(life):
            shares = [tie.holds["share"] for tie in ties if "share" in tie.holds]
            assert all(isinstance(share, int) and share >= 0 for share in shares)
            assert sum(shares) <= MILLIONTHS  # type: ignore[arg-type]


def test_no_line_was_ever_too_long_within_a_rank_and_some_are_as_long_as_they_may_be() -> None:
    """All edges that ever were are taken together, which makes lines only longer."""
    sample = made_up(20_000)
    length: defaultdict[str, int] = defaultdict(int)
    longest: Counter[int] = Counter()

    for life, tie in every_edge(sample):
        rank = KIND[life.kind].rank
        if tie.relation in UPWARD and rank is not None and rank == KIND[sample.lives[tie.parent].kind].rank:
            length[life.id] = max(length[life.id], length[tie.parent] + 1)
            longest[rank] = max(longest[rank], length[life.id])

    assert {rank: longest[rank] for rank in MOST_STEPS} == {0: 6, 1: 0, 2: 3, 3: 2, 4: 2}


def test_check_ins_speak_of_work_that_was_there(sample: MadeUp) -> None:
    for check_in in sample.of("CheckIn"):
        subject = sample.lives[str(sample.held(check_in)["subject"])]
        assert (subject.space, subject.since < check_in.since) == (check_in.space, True)
        assert not check_in.ties


def test_a_line_of_edges_ends_with_one_that_still_holds(sample: MadeUp) -> None:
    for life in sample.lives.values():
        assert len({tie.id for tie in life.ties}) >= len(live(life, *RELATION))
        ended = Counter(tie.until for tie in life.ties if tie.until)
        begun = Counter(tie.since for tie in life.ties if tie.since > life.since)
        assert ended == begun
