"""A generated workspace is as the write path would have left it, and the write path carries it on."""

import asyncio
from collections.abc import Iterator

import pytest

from api.generating.generating import Generated, Sample, generated
from api.generating.growing import Plot
from api.generating.sample import lives
from api.generating.seeds import SOURCE, Seed, identity
from api.generating.sizes import PARTS, Size
from api.local.address import LocalServer
from graph.database import Database, opened
from graph.loading.batches import LostRows
from graph.loading.lives import Life, Moment, Tie
from graph.loading.loaded import Loaded
from graph.loading.loading import Exists, NewWorkspace, load
from graph.writing.actors import Actor
from graph.writing.stated import Outcome, StatedLink, StatedNode, Upsert
from graph.writing.upserting import upserted
from tests.fixtures.commands import run
from tests.graph.writing.cutting import Cut, cutting
from tests.graph.writing.invariants import Whole, whole_of

SAMPLE = Sample(Size(400, ceased=2), seed=7, prefix="generate-test")
LARGEST = "generate-test-a"


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def database(neo4j: LocalServer, runner: asyncio.Runner) -> Iterator[Database]:
    opening = opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j")
    yield runner.run(opening.__aenter__())
    runner.run(opening.__aexit__(None, None, None))


@pytest.fixture(scope="module")
def told() -> list[tuple[int, int]]:
    """What was told of the progress."""
    return []


@pytest.fixture(scope="module")
def done(database: Database, runner: asyncio.Runner, told: list[tuple[int, int]]) -> dict[str, Generated]:
    """The sample, loaded once."""
    loaded = runner.run(generated(database, SAMPLE, lambda done, total: told.append((done, total))))
    return {one.workspace: one for one in loaded}


def whole(database: Database, runner: asyncio.Runner, workspace: str) -> Whole:
    return runner.run(whole_of(database, workspace))


def test_every_workspace_is_whole_and_the_write_path_carries_the_largest_on(
    database: Database, runner: asyncio.Runner, done: dict[str, Generated]
) -> None:
    for workspace, one in done.items():
        found = whole(database, runner, workspace)
        assert (len(found.nodes), len(found.edges)) == (one.loaded.live_nodes, one.loaded.live_edges)
        assert len(found.references) == one.loaded.live_nodes
        assert found.seq == one.loaded.entries
    before = whole(database, runner, LARGEST)

    nodes = (
        StatedNode(identity("WorkItem", 1), "WorkItem", {"title": "Another title"}),
        StatedNode(
            identity("WorkItem", "new"), "WorkItem", {"title": "New", "flow_state": "NEW"}, identity("Space", 1)
        ),
    )
    link = StatedLink(identity("WorkItem", "new"), "PART_OF", identity("Project", 1), {"share": 0.5})
    answer = runner.run(upserted(database, LARGEST, Actor("tests"), Upsert(SOURCE, nodes, (link,)), timeout=30))

    after = whole(database, runner, LARGEST)
    assert [result.outcome for result in answer.nodes] == [Outcome.UPDATED, Outcome.CREATED]
    assert [result.outcome for result in answer.links] == [Outcome.CREATED]
    assert (after.seq, len(after.nodes), len(after.edges)) == (
        before.seq + 3,
        len(before.nodes) + 1,
        len(before.edges) + 1,
    )


def test_progress_is_told_up_to_the_last_item(done: dict[str, Generated], told: list[tuple[int, int]]) -> None:
    assert done
    assert told == sorted(told)
    assert told[-1] == (400, 400)


def test_a_sample_that_is_there_is_left_alone(
    database: Database, runner: asyncio.Runner, done: dict[str, Generated]
) -> None:
    again = Sample(SAMPLE.size, 8, SAMPLE.prefix)

    with pytest.raises(Exists, match=f"There is a workspace '{LARGEST}' already"):
        runner.run(generated(database, again, lambda _done, _total: None))

    assert done


def test_what_an_interrupted_load_has_left_is_left_alone(database: Database, runner: asyncio.Runner) -> None:
    workspace = NewWorkspace("generate-broken", {"name": "Broken"})

    with pytest.raises(LostRows, match="rows were written"):
        runner.run(load(database, workspace, a_broken_sample(), nothing))

    with pytest.raises(Exists, match="a load that was interrupted"):
        runner.run(load(database, workspace, (), nothing))
    assert runner.run(database.value("MATCH (k:Workspace {id: $ws}) RETURN k", {"ws": workspace.id}, 5)) is None


def a_broken_sample() -> Iterator[Life]:
    """A whole sample, and then an edge to nowhere."""
    yield from lives(Plot(Seed("generate-broken", 1), Size(10, ceased=0), PARTS[2]))
    moment = Moment(1_800_000_000_000, {"name": "Nobody"})
    ties = (Tie("edg_broken", "MEMBER_OF", "team_nowhere", moment.at, None, {}),)
    yield Life("per_broken", "Person", "generate-broken", identity("Person", "broken"), (moment,), ties)


def nothing(_: Loaded) -> None:
    """Nobody looks at the progress."""


@pytest.mark.parametrize("cut", list(Cut))
def test_a_connection_lost_around_a_commit_neither_loses_nor_doubles_a_batch(
    neo4j: LocalServer, database: Database, runner: asyncio.Runner, cut: Cut
) -> None:
    seed = Seed(f"generate-cut-{cut.name.lower()}", 1)

    async def loading() -> Loaded:
        async with (
            cutting(neo4j.uri, [cut] * 3) as uri,
            opened(uri, neo4j.user, neo4j.password, "neo4j") as behind,
        ):
            part = lives(Plot(seed, Size(10, ceased=1), PARTS[2]))
            return await load(behind, NewWorkspace(seed.workspace, {"name": "Cut"}), part, nothing)

    loaded = runner.run(loading())

    found = whole(database, runner, seed.workspace)
    assert (len(found.nodes), found.seq) == (loaded.live_nodes, loaded.entries)


def test_the_command_generates_and_refuses_to_do_so_twice(neo4j: LocalServer) -> None:
    settings = {"GOLDENTHREAD_NEO4J_URI": neo4j.uri, "GOLDENTHREAD_NEO4J_PASSWORD": neo4j.password}

    first = run("generate", "--size", "S", "--workspace", "commanded", **settings)
    second = run("generate", "--size", "S", "--workspace", "commanded", **settings)

    assert first.code == 0
    assert [line.split(" among ")[0] for line in first.out.splitlines()] == [
        "commanded-a: 1,600 work items",
        "commanded-b: 300 work items",
        "commanded-c: 100 work items",
    ]
    assert second.code == 1
    assert second.err.splitlines()[-1] == (
        "Error: There is a workspace 'commanded-a' already, or what a load that was interrupted has left of it:"
        " choose another name."
    )
    assert "Traceback" not in second.err


def test_the_command_helps_with_an_example() -> None:
    said = run("generate", "--help")

    assert "Example: goldenthread generate --size S" in said.out
