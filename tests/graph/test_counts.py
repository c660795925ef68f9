"""What our reads take beside the ideal statements of the bench, in counts that no machine changes.

The figures of `MOST_TIMES` are what it takes today, and a little more: a change that makes a read dearer fails here,
and one that makes it cheaper should bring its figure down.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import pytest

from api.local.server import LocalServer
from bench.asking import text, variables
from bench.comparing import differences
from bench.counting import Counts, counted
from bench.finding import Found
from bench.inside import inside
from bench.preparing import replan
from bench.scene import Scene, readable
from bench.walking import walking
from bench.workloads import WORKLOADS, Workload
from bench.workloads.workload import Case
from graph.database import Database
from tests.fixtures.building import Building
from tests.fixtures.questions import with_database

WORKSPACE = "counts"
SPACES = ("home", "den", "attic")
ITEMS = 1_000

MOST_TIMES = MappingProxyType(
    {
        "point": 1.1,
        "page": 1.25,
        "nested": 1.1,
        "first-page": 1.1,
        "deep-page": 1.1,
        "thousand": 1.1,
        "lineage": 1.1,
        "search": 1.1,
    }
)
"""How many times the db hits of the ideal statement ours may take."""

STATEMENTS = MappingProxyType({"thousand": 10})
"""One for each root field; there is one root unless it is said here."""


def a_bit_of_everything() -> Building:
    """A project with more than a page of owned items, strategies three levels deep, a long line with three parents."""
    here = Building()
    for space in SPACES:
        here.space(space)
    _strategies(here)
    _project(here)
    _line(here)
    return here


def filler(numbers: range) -> Building:
    """Enough items for ten pages of a hundred."""
    here = Building()
    for i in numbers:
        here.work("WorkItem", f"Filler {i:04d}", space=SPACES[i % 3])
    return here


def _strategies(here: Building) -> None:
    for s in range(6):
        here.work("Strategy", f"Strategy {s}", space=SPACES[s % 3])
        for o in range(12):
            objective = here.work("Objective", f"Objective {s}.{o:02d}", space=SPACES[o % 3])
            here.link(objective, "CONTRIBUTES_TO", f"Strategy {s}")
            for k in range(o % 3 * 3):
                result = here.work("KeyResult", f"Key result {s}.{o:02d}.{k}", space=SPACES[k % 2])
                here.link(result, "PART_OF", objective)


def _project(here: Building) -> None:
    people = [here.named("Person", f"Analyst {i}") for i in range(5)]
    team = here.named("Team", "Analysts")
    here.work("Initiative", "Initiative")
    here.link("Initiative", "CONTRIBUTES_TO", "Objective 0.00")
    here.work("Project", "Project")
    here.link("Project", "PART_OF", "Initiative")
    for i in range(45):
        word = "parser" if i % 4 else "ledger"
        item = here.work("WorkItem", f"Item {i:02d} of a {word}", flow_state="ACTIVE" if i % 3 else "DONE")
        here.link(item, "PART_OF", "Project")
        for owner in people[: i % 3]:
            here.link(item, "OWNED_BY", owner, role="ASSIGNEE")
        if i % 5 == 0:
            here.link(item, "OWNED_BY", team, role="ACCOUNTABLE")


def _line(here: Building) -> None:
    above, relation = "Project", "PART_OF"
    for i in range(6):
        item = here.work("WorkItem", f"Part {i}", space=SPACES[i % 3])
        here.link(item, relation, above)
        above = item
    for parent in ("Objective 1.01", "Key result 2.01.0"):
        here.link(above, "CONTRIBUTES_TO", parent, share=0.25)


@pytest.fixture(scope="module")
def scene(neo4j: LocalServer) -> Scene:
    async def built(database: Database) -> None:
        for part in (a_bit_of_everything(), filler(range(500)), filler(range(500, ITEMS))):
            await part.build(database, WORKSPACE)

    with_database(neo4j, built)
    bare = Scene(neo4j.uri, neo4j.user, neo4j.password, "neo4j", "hand-made", WORKSPACE)
    replan(bare)
    return replace(bare, readable=readable(bare))


@pytest.fixture(scope="module")
def cases(scene: Scene) -> Iterator[Callable[[Workload], list[Case]]]:
    with ExitStack() as stack:
        found = Found(stack.enter_context(scene.driver()), scene, stack.enter_context(walking(scene)), deep=20)
        yield cache(lambda workload: list(workload.cases(found))[:3])


@pytest.fixture(scope="module")
def counts(scene: Scene, cases: Callable[[Workload], list[Case]]) -> Callable[[Workload], Counts]:
    return cache(lambda workload: counted(scene, workload, cases(workload)))


each_workload = pytest.mark.parametrize("workload", WORKLOADS, ids=lambda workload: workload.name)


@each_workload
def test_we_answer_as_the_ideal_statement_does(
    scene: Scene, cases: Callable[[Workload], list[Case]], workload: Workload
) -> None:
    async def answered(case: Case) -> object:
        async with inside(scene) as engine:
            return await engine.answered(text(workload, "ours"), variables(workload, "ours", case, scene))

    with scene.driver() as driver:
        for case in cases(workload):
            parameters = dict(variables(workload, "raw", case, scene))
            [record] = driver.execute_query(text(workload, "raw"), parameters).records

            ours = workload.settled(asyncio.run(answered(case)))

            assert list(differences(workload.settled(record[0]), ours)) == []


@each_workload
def test_a_root_takes_one_statement_that_answers_one_record(
    counts: Callable[[Workload], Counts], workload: Workload
) -> None:
    ours = counts(workload).ours

    assert ours.statements == ours.records == STATEMENTS.get(workload.name, 1)


@each_workload
def test_our_statement_touches_little_more_than_the_ideal_one(
    counts: Callable[[Workload], Counts], workload: Workload
) -> None:
    both = counts(workload)

    assert both.ours.hits <= both.ideal.hits * MOST_TIMES[workload.name], both
