"""The feed tells all lives in the order of time, without a gap, and as soon as it can."""

from math import inf

from graph.loading.feed import Feed
from graph.loading.lives import Life, Moment, Tie
from graph.writing.identities import Identity


def a_life(identifier: str, *moments: Moment, ties: tuple[Tie, ...] = ()) -> Life:
    return Life(identifier, "Project", "spc_1", Identity("tests", "thing", identifier), moments, ties)


def created(at: int, **sets: object) -> Moment:
    return Moment(at, {"title": "first", **sets})


def told(feed: Feed, end: float = inf) -> list[tuple[object, ...]]:
    names = ("seq", "recordedAt", "change", "node", "edge")
    rows = [{"seq": entry["seq"], **entry["holds"]} for entry in feed.before(end)]  # type: ignore[dict-item]
    return [tuple(row.get(name) for name in names) for row in rows]


def a_feed(*lives: Life) -> Feed:
    feed = Feed("w")
    for life in lives:
        feed.add(life)
    return feed


def test_lives_that_go_on_at_once_are_told_in_the_order_of_time() -> None:
    feed = a_feed(
        a_life("prj_1", created(1), Moment(5, {"title": "second"})),
        a_life("prj_2", created(2), Moment(4, {"title": "second"})),
    )

    assert told(feed) == [
        (1, 1, "CREATED", "prj_1", None),
        (2, 2, "CREATED", "prj_2", None),
        (3, 4, "CHANGED", "prj_2", None),
        (4, 5, "CHANGED", "prj_1", None),
    ]
    assert (feed.seq, feed.at) == (4, 5)


def test_nothing_is_told_that_something_could_still_come_before() -> None:
    feed = a_feed(a_life("prj_1", created(1), Moment(5, {"title": "second"})))

    assert [row[0] for row in told(feed, end=5)] == [1]
    feed.add(a_life("prj_2", created(3)))
    assert told(feed) == [(2, 3, "CREATED", "prj_2", None), (3, 5, "CHANGED", "prj_1", None)]


def test_at_one_instant_nodes_come_first_and_then_what_ceases() -> None:
    ties = (
        Tie("edg_1", "PART_OF", "ini_1", 1, 3, {}),
        Tie("edg_2", "PART_OF", "ini_2", 3, None, {}),
    )
    feed = a_feed(a_life("prj_1", created(1), Moment(3, {"title": "second"}), ties=ties))

    assert [(row[2], row[4]) for row in told(feed)] == [
        ("CREATED", None),
        ("LINKED", "edg_1"),
        ("CHANGED", None),
        ("UNLINKED", "edg_1"),
        ("LINKED", "edg_2"),
    ]


def test_an_edge_that_takes_the_place_of_another_is_one_entry() -> None:
    ties = (
        Tie("edg_1", "PART_OF", "ini_1", 1, 3, {"weight": 1}),
        Tie("edg_2", "PART_OF", "ini_1", 3, None, {"weight": 2}, replaces="edg_1"),
    )

    entries = [entry["holds"] for entry in a_feed(a_life("prj_1", created(1), ties=ties)).before(inf)]

    assert [entry["change"] for entry in entries] == ["CREATED", "LINKED", "RELINKED"]  # type: ignore[index]
    assert (entries[2]["closes"], entries[2]["weight"]) == ("edg_1", 2)  # type: ignore[index]


def test_a_description_stands_only_in_the_revisions_that_set_it() -> None:
    life = a_life("prj_1", created(1, description="long"), Moment(2, {"title": "second"}), Moment(3, {"labels": []}))

    entries = list(a_feed(life).before(inf))

    assert [entry["labels"] for entry in entries] == [
        ("Change", "Revision", "Described"),
        ("Change", "Revision"),
        ("Change", "Revision"),
    ]
    assert ["description" in entry["holds"] for entry in entries] == [True, False, False]  # type: ignore[operator]


def test_a_revision_says_what_it_changes_and_nothing_that_stays() -> None:
    life = a_life("prj_1", created(1, status="ACTIVE"), Moment(2, {"title": "first", "status": "COMPLETED"}))

    first, second = (entry["holds"] for entry in a_feed(life).before(inf))

    assert set(first["sets"]) == {"title", "status", "id", "ws", "space", "rank", "references"}  # type: ignore[index]
    assert second["sets"] == ["status"]  # type: ignore[index]
    assert (second["title"], second["validFrom"], first["validTo"]) == ("first", 2, 2)  # type: ignore[index]
