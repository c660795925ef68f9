"""A file of items against a real database: in chunks, each once, and going on where it stood."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.imports.items import file as items_file
from api.imports.items.file import NoItems
from api.imports.items.importing import Items
from api.local.address import LocalServer
from graph.database import Database
from graph.jobs import chunks, rehearsing, running
from graph.jobs.job import Counts, JobState
from graph.jobs.refusals import TakenOver, TooLong
from tests.fixtures.items import SOURCE, Entry, Place, a_place, an_item, named, nobody_told, up, written
from tests.fixtures.questions import with_database


@pytest.fixture
def place(neo4j: LocalServer) -> Place:
    return a_place(neo4j)


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of ten items."""
    monkeypatch.setattr(chunks.chunks, "__defaults__", (10,))


def forty_lines(place: Place) -> Iterator[Entry]:
    """Items under an initiative that stands last, a check-in before its subject, and links before their ends."""
    yield SOURCE
    holds = {"checkIn": {"asOf": "2026-11-24", "text": "Well", "subject": named("epic")}}
    yield {"externalType": "thing", "externalId": "news", "holds": holds}
    for number in range(19):
        yield up(f"item {number}", "epic")
        yield an_item(f"item {number}", space=place.space)
    yield an_item("epic", "initiative", space=place.space)


def test_lines_may_name_what_later_lines_state(place: Place, tmp_path: Path) -> None:
    job = place.imported(written(tmp_path / "items.jsonl", forty_lines(place)))

    assert (job.state, job.counts) == (JobState.FINISHED, Counts(created=40))
    assert (job.source, job.lines, job.total) == ("tracker", 41, 41)


@pytest.mark.usefixtures("small_chunks")
def test_many_chunks_come_to_the_same_as_one(place: Place, neo4j: LocalServer, tmp_path: Path) -> None:
    other = a_place(neo4j)
    with pytest.MonkeyPatch.context() as whole:
        whole.setattr(chunks.chunks, "__defaults__", (1_000,))
        other.imported(written(tmp_path / "other.jsonl", forty_lines(other)))

    job = place.imported(written(tmp_path / "items.jsonl", forty_lines(place)))

    assert job.counts == Counts(created=40)
    assert place.contents() == other.contents()


def test_the_same_file_again_is_another_import_that_changes_nothing(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path / "items.jsonl", forty_lines(place))
    first, entries = place.imported(path), place.entries()

    second = place.imported(path)

    assert second.id != first.id
    assert second.counts == Counts(unchanged=40)
    assert place.entries() == entries


def test_what_is_refused_stands_in_quarantine_with_its_line_and_the_reason(place: Place, tmp_path: Path) -> None:
    lines: list[Entry | bytes] = [
        SOURCE,
        an_item("good", space=place.space),
        b"{",
        an_item("bad", space=place.space, percentComplete=40),
        up("good", "nobody", "bad"),
        an_item("homeless"),
    ]
    path = written(tmp_path / "items.jsonl", lines)

    job = place.imported(path)

    assert job.counts == Counts(created=1, refused=5)
    rows = place.refused(path, job)
    assert rows
    assert [(row["line"], row["place"], row["code"]) for row in rows] == [
        (3, 0, "BAD_LINE"),
        (4, 0, "BAD_VALUE"),
        (5, 1, "NOT_FOUND"),
        (5, 2, "NOT_FOUND"),
        (6, 0, "MISSING_PROPERTY"),
    ]


def test_the_quarantine_is_a_file_beside_the_other_that_goes_when_nothing_is_refused(
    place: Place, tmp_path: Path
) -> None:
    path = written(tmp_path / "items.jsonl", [SOURCE, b"{"])
    rows = place.refused(path, place.imported(path))
    assert rows
    assert rows[0]["message"].startswith("The line is not JSON")
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["items.jsonl", "items.refused.jsonl"]

    written(path, [SOURCE])

    assert place.refused(path, place.imported(path)) is None


@pytest.mark.usefixtures("small_chunks")
def test_whoever_was_stopped_goes_on_where_it_stood(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, done = written(tmp_path / "items.jsonl", forty_lines(place)), 0

    def stop(lines: int, _: int) -> None:
        nonlocal done
        done = lines
        if lines >= 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        place.imported(path, stop)
    begun, made = place.value("MATCH (j:ImportJob {ws: $ws}) RETURN [j.id, j.created]"), list[int]()
    original = running.Held.make

    async def make(held: running.Held, chunk: chunks.Chunk) -> None:
        made.append(chunk.place.chunk)
        await original(held, chunk)

    monkeypatch.setattr(running.Held, "make", make)

    job = place.imported(path)

    assert begun == [job.id, done]
    assert made == [3, 4]
    assert job.counts == Counts(created=40)


@pytest.mark.usefixtures("small_chunks")
def test_whose_import_was_taken_over_writes_nothing_more(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path / "items.jsonl", forty_lines(place))
    other = "MATCH (j:ImportJob {ws: $ws}) SET j.holder = 'somebody else' RETURN j.created"

    async def work(database: Database) -> None:
        async def taken() -> None:
            await database.changed(lambda transaction, _: transaction.row(other, {"ws": place.workspace}), 30)

        original = running.Held.make

        async def make(held: running.Held, chunk: chunks.Chunk) -> None:
            if chunk.place.chunk == 2:
                await taken()
            await original(held, chunk)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(running.Held, "make", make)
            await Items(database, place.workspace, path).imported(nobody_told)

    with pytest.raises(TakenOver):
        with_database(place.server, work)

    assert place.value("MATCH (j:ImportJob {ws: $ws}) RETURN [j.chunks, j.created]") == [1, 10]
    assert place.value("MATCH (n:WorkItem {ws: $ws}) RETURN count(n)") == 10


def test_a_changed_file_is_another_import(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path / "items.jsonl", [SOURCE, an_item("a", space=place.space)])
    first = place.imported(path)

    second = place.imported(written(path, [SOURCE, an_item("a", space=place.space, estimate=3)]))

    assert second.id != first.id
    assert second.counts == Counts(updated=1)


def test_a_rehearsal_tells_what_would_be_and_writes_nothing(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path / "items.jsonl", [*forty_lines(place), b"{"])
    all_of_it = "MATCH (n) WHERE n.ws = $ws RETURN count(n)"
    before = place.value(all_of_it)

    told = with_database(place.server, lambda database: Items(database, place.workspace, path).rehearsed())

    assert told.counts == Counts(created=40, refused=1)
    assert [(row.line, row.code) for row in told.rows] == [(42, "BAD_LINE")]
    assert place.value(all_of_it) == before
    assert place.imported(path).counts == told.counts


def test_what_is_too_long_to_be_rehearsed_says_so(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsing, "MOST_REHEARSED", 10)
    path = written(tmp_path / "items.jsonl", forty_lines(place))

    with pytest.raises(TooLong):
        with_database(place.server, lambda database: Items(database, place.workspace, path).rehearsed())


def test_a_line_of_any_length_is_passed_over(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items_file, "LONGEST", 1_000)
    long = b'{"text": "' + b"x" * (1 << 20) + b'"}'
    path = written(tmp_path / "items.jsonl", [SOURCE, long, an_item("a", space=place.space)])

    job = place.imported(path)

    assert job.counts == Counts(created=1, refused=1)


@pytest.mark.parametrize("first", [b"", b"{", b'{"externalType": "thing"}'])
def test_a_file_that_does_not_name_its_source_is_refused(place: Place, tmp_path: Path, first: bytes) -> None:
    with pytest.raises(NoItems, match="line 1"):
        place.imported(written(tmp_path / "items.jsonl", [first]))

    assert place.value("MATCH (j:ImportJob {ws: $ws}) RETURN count(j)") == 0
