"""A file is brought in through the API: part by part, by a worker of the service, with the rights of who began it."""

import asyncio
import json
import time
from collections.abc import Iterable
from typing import Any

import pytest

from api.jobs.importing import run
from graph.database import Database, Unavailable
from graph.jobs import running, turns
from graph.jobs.chunks import Chunk
from graph.jobs.running import Held
from graph.records.states import SpaceRole
from schema.query import create_schema
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import a_node, link, links, named, work

ASKED = """id state source name parts lines total code message
    counts { created updated unchanged refused closed } refused { line place code }"""
SELECT = f"... on ImportChanged {{ importJob {{ {ASKED} }} }}"

PATIENCE = 60


def start(caller: Caller, source: str = "tracker", **more: Any) -> Any:
    return caller.change("startImport", {"source": source, "name": "items.jsonl"}, SELECT, **more)


def add(caller: Caller, job: str, part: int, lines: Iterable[Any], *, last: bool = False, **more: Any) -> Any:
    """What comes of a part with these lines; bytes stand as they are."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    given = {"importJob": job, "part": part, "lines": text, "last": last}
    return caller.change("addToImport", given, SELECT, **more)


def job_of(caller: Caller, id: str) -> Any:
    text = f"query($id: ID!) {{ importJob(id: $id) {{ {ASKED} finishedAt }} }}"
    return caller.data(text, id=id)["importJob"]


def ended(caller: Caller, id: str) -> Any:
    """How an import ends."""
    deadline = time.monotonic() + PATIENCE
    while (job := job_of(caller, id))["state"] in {"OPEN", "RUNNING"}:
        assert time.monotonic() < deadline, job
        time.sleep(0.2)
    return job


def imported(caller: Caller, lines: Iterable[Any], source: str = "tracker") -> Any:
    job = start(caller, source)["importJob"]["id"]
    add(caller, job, 1, lines, last=True)
    return ended(caller, job)


def some_lines(granting: Granting) -> list[Any]:
    """Links before their ends, and a line that is cut off."""
    space = granting.ids["open"]
    return [
        {"source": "tracker"},
        links(named("a"), link("CONTRIBUTES_TO", named("b")), link("CONTRIBUTES_TO", named("nothing"))),
        work("a", "workItem", space),
        '{"cut off',
        work("b", space=space),
    ]


def test_parts_are_brought_in_once_the_last_one_is_there(partner: Caller, granting: Granting) -> None:
    lines = some_lines(granting)
    job = start(partner)["importJob"]
    assert (job["state"], job["parts"], job["total"]) == ("OPEN", 0, 0)

    added = add(partner, job["id"], 1, lines[:2])["importJob"]
    add(partner, job["id"], 2, lines[2:], last=True)
    told = ended(partner, job["id"])

    assert (added["state"], added["parts"], added["total"]) == ("OPEN", 1, 2)
    assert (told["state"], told["parts"], told["total"], told["lines"]) == ("FINISHED", 2, 5, 5)
    assert told["counts"] == {"created": 3, "updated": 0, "unchanged": 0, "refused": 2, "closed": 0}
    assert told["refused"] == [
        {"line": 2, "place": 2, "code": "NOT_FOUND"},
        {"line": 4, "place": 0, "code": "BAD_LINE"},
    ]
    assert granting.value("MATCH (p:ImportPart {job: $job}) RETURN count(p)", job=job["id"]) == 0


def test_refused_rows_are_told_page_by_page(partner: Caller, granting: Granting) -> None:
    job = imported(partner, ["{"] * 5)
    text = "query($id: ID!, $after: Int!) { importJob(id: $id) { refused(first: 2, afterLine: $after) { line } } }"

    pages = [partner.data(text, id=job["id"], after=after)["importJob"]["refused"] for after in (0, 2, 4)]

    assert [[row["line"] for row in page] for page in pages] == [[1, 2], [3, 4], [5]]


def test_a_part_is_added_once_however_often_it_is_sent(partner: Caller, granting: Granting) -> None:
    job, lines = start(partner)["importJob"]["id"], [work("a", "workItem", granting.ids["open"])]
    add(partner, job, 1, lines)

    again = add(partner, job, 1, lines)
    other = add(partner, job, 1, [work("b")])
    late = add(partner, job, 3, lines)

    assert again["importJob"]["total"] == 1
    assert (other["code"], late["code"]) == ("WRONG_PART", "WRONG_PART")


def test_after_the_last_part_none_is_taken(partner: Caller) -> None:
    job = imported(partner, [])

    refused = add(partner, job["id"], 2, [work("b")])

    assert refused["code"] == "WRONG_PART"


def test_a_rehearsal_begins_nothing(partner: Caller, granting: Granting) -> None:
    before = granting.value("MATCH (j:ImportJob {ws: $ws}) RETURN count(j)")

    told = start(partner, dryRun=True)

    assert told["importJob"] is None
    assert granting.value("MATCH (j:ImportJob {ws: $ws}) RETURN count(j)") == before


def test_the_same_key_begins_one_import(partner: Caller) -> None:
    first, second = (start(partner, idempotencyKey="one") for _ in range(2))

    assert first["importJob"]["id"] == second["importJob"]["id"]


def test_a_client_bound_to_a_source_begins_none_of_another(partner: Caller) -> None:
    assert start(partner, source="other")["code"] == "NOT_PERMITTED"


def test_nodes_of_another_source_are_refused_row_by_row(partner: Caller, granting: Granting) -> None:
    foreign = {"reference": {"source": "building", "externalType": "thing", "externalId": "Compilers"}}

    job = imported(partner, [links(foreign, link("SUBTEAM_OF", named("lang"))), a_node("lang", "team", {"name": "L"})])

    assert [row["code"] for row in job["refused"]] == ["NOT_PERMITTED"]


def test_an_import_has_the_rights_of_the_moment(partner: Caller, granting: Granting) -> None:
    job = start(partner)["importJob"]["id"]
    granting.grant("open", granting.client("robot"), SpaceRole.READER)
    try:
        add(partner, job, 1, [work("late", "workItem", granting.ids["open"])], last=True)
        told = ended(partner, job)
    finally:
        granting.grant("open", granting.client("robot"), SpaceRole.EDITOR)

    assert [row["code"] for row in told["refused"]] == ["NOT_PERMITTED"]


def test_nobody_else_is_told_of_an_import_or_adds_to_it(partner: Caller, sara: Caller) -> None:
    job = start(partner)["importJob"]["id"]

    assert job_of(sara, job) is None
    assert job not in [each["id"] for each in sara.data("{ importJobs { id } }")["importJobs"]]
    assert add(sara, job, 1, [])["code"] == "NOT_FOUND"
    assert job in [each["id"] for each in partner.data("{ importJobs { id } }")["importJobs"]]


def test_imports_need_the_scope_of_sources(editor: Caller) -> None:
    for document in ("{ importJobs { id } }", 'mutation { startImport(input: {source: "a"}) { __typename } }'):
        assert editor.answer(document)["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize("first", [-1, 26])
def test_a_page_that_is_too_long_is_refused(partner: Caller, first: int) -> None:
    [error] = partner.answer(f"{{ importJobs(first: {first}) {{ id }} }}")["errors"]

    assert error["extensions"]["code"] == "BAD_PAGE"


def test_what_a_worker_left_is_taken_up_when_its_lease_is_over(
    partner: Caller, granting: Granting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LEASE", 1_000)
    monkeypatch.setattr(running, "LEASE", 1_000)
    original, tried = Held.make, list[int]()

    async def make(held: Held, chunk: Chunk) -> None:
        tried.append(chunk.place.chunk)
        if tried.count(2) == 1:
            tried.append(2)
            raise Unavailable("It is gone.")
        await original(held, chunk)

    monkeypatch.setattr(Held, "make", make)

    told = imported(partner, [work("twice", "workItem", granting.ids["open"], estimate=number) for number in range(3)])

    assert tried == [1, 2, 2, 2, 3]
    assert (told["state"], told["counts"]["created"], told["counts"]["updated"]) == ("FINISHED", 1, 2)


def test_a_fault_of_ours_stops_an_import_and_tells_nothing_of_it(
    partner: Caller, granting: Granting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def make(held: Held, chunk: Chunk) -> None:
        raise ValueError("a secret")

    monkeypatch.setattr(Held, "make", make)

    told = imported(partner, [work("a", "workItem", granting.ids["open"])])

    assert (told["state"], told["code"]) == ("STOPPED", "INTERNAL")
    assert "secret" not in told["message"]


def test_several_workers_share_the_work_and_do_none_of_it_twice(
    partner: Caller, granting: Granting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One chunk is a turn, so that they take it from each other; one of them is cut off in the middle."""
    monkeypatch.setattr(turns, "CHUNKS_A_TURN", 1)
    space, made = granting.ids["open"], list[tuple[str, int]]()
    lines = [work("same", "workItem", space, estimate=number) for number in range(12)]
    jobs = [start(partner)["importJob"]["id"] for _ in range(2)]
    original = Held.make

    async def make(held: Held, chunk: Chunk) -> None:
        await original(held, chunk)
        made.append((held.job.id, chunk.place.chunk))

    monkeypatch.setattr(Held, "make", make)

    async def working(database: Database) -> None:
        schema = create_schema()
        workers = [asyncio.create_task(run(database, schema)) for _ in range(3)]
        for job in jobs:
            await asyncio.to_thread(add, partner, job, 1, lines, last=True)
        workers.pop().cancel()
        for job in jobs:
            await asyncio.to_thread(ended, partner, job)
        for worker in workers:
            worker.cancel()

    granting.graph(working)

    assert len(made) == len(set(made))
    counts = [job_of(partner, job)["counts"] for job in jobs]
    assert [each["created"] + each["updated"] + each["unchanged"] for each in counts] == [12, 12]
    assert granting.value("MATCH (j:ImportJob) WHERE j.id IN $jobs RETURN sum(j.chunks)", jobs=jobs) == 24
