"""The worked example of the model, exactly."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.access.rights import Rights
from graph.database import Database, opened
from graph.measures.attribution import ATTRIBUTION, Above, AttributionOf
from graph.measures.counts import DescendantCountsOf
from graph.measures.effort import EffortOf, Efforts
from graph.measures.gathering import gathered, known_of
from graph.measures.health import HealthOf
from graph.measures.progress import ProgressOf
from graph.measures.progressing import Progressing
from graph.measures.works import Works
from graph.reading.reader import Reader
from graph.records.numbers import Attribution, Effort, Health, KindStateCount, Progress
from graph.records.states import ComputedHealth, HealthReport, MeasureBasis, ProgressMethod, ProgressSource
from tests.fixtures.example import example

TIMEOUT = 60
NOW = datetime(2026, 4, 11, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Numbers:
    """What is known and told of the example, by titles."""

    ids: Mapping[str, str]
    works: Works
    above: Above
    progress: Mapping[str, Progress]
    effort: Mapping[str, Effort]
    attribution: Mapping[str, Attribution]
    health: Mapping[str, Health]
    counts: Mapping[str, Sequence[KindStateCount]]

    def value(self, title: str) -> Fraction | None:
        return Progressing(self.works).of(self.works.by_id[self.ids[title]]).value

    def title(self, id_: str) -> str:
        return next(title for title, known in self.ids.items() if known == id_)


@pytest.fixture(scope="module")
def numbers(neo4j: LocalServer) -> Numbers:
    workspace = f"example-{uuid4().hex[:8]}"

    async def asked() -> Numbers:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            ids = await example().build(database, workspace)
            return await told(database, workspace, ids)

    return asyncio.run(asked())


async def told(database: Database, workspace: str, ids: Mapping[str, str]) -> Numbers:
    reader = Reader(workspace, [workspace, ids["home"]], Rights({}), round(NOW.timestamp() * 1000))
    given = (database, reader, list(ids.values()), TIMEOUT)
    rows = await database.value(*ATTRIBUTION.given(ids=list(ids.values()), reader=known_of(reader)), TIMEOUT)
    return Numbers(
        ids,
        await gathered(*given),
        Above.put_together(rows),
        await ProgressOf(explained=1).of(*given),
        await EffortOf(MeasureBasis.ESTIMATE, explained=5).of(*given),
        await AttributionOf().of(*given),
        await HealthOf().of(*given),
        await DescendantCountsOf().of(*given),
    )


@pytest.mark.parametrize(
    ("title", "first", "second", "none"),
    [
        ("T2", Fraction(7, 10), Fraction(7, 40), Fraction(1, 8)),
        ("T3", Fraction(2, 5), Fraction(7, 20), Fraction(1, 4)),
        ("T5", None, None, Fraction(1)),
    ],
)
def test_attribution(
    numbers: Numbers, title: str, first: Fraction | None, second: Fraction | None, none: Fraction
) -> None:
    parts = numbers.above.parts(numbers.ids[title])

    assert parts.get(numbers.ids["O1"]) == first
    assert parts.get(numbers.ids["O2"]) == second
    assert numbers.above.unattributed(numbers.ids[title]) == none


def test_attribution_tells_the_greatest_part_first(numbers: Numbers) -> None:
    told = numbers.attribution[numbers.ids["T2"]]

    assert [(numbers.title(part.target), part.value) for part in told.to] == [("O1", 0.7), ("O2", 0.175)]
    assert told.unattributed == 0.125


def test_effort_adds_up_to_all_there_is(numbers: Numbers) -> None:
    efforts, works = Efforts(MeasureBasis.ESTIMATE), numbers.works.by_id
    first, second = (efforts.total(works[numbers.ids[title]]) for title in ("O1", "O2"))
    leaves = [works[numbers.ids[f"T{number}"]] for number in range(1, 6)]
    for_nothing = [efforts.total(leaf) * numbers.above.unattributed(leaf.id) for leaf in leaves]

    assert (first, second) == (Fraction(118, 10), Fraction(245, 100))
    assert sum(for_nothing[:4]) == Fraction(175, 100)
    assert for_nothing[4] == 4
    assert first + second + sum(for_nothing) == 20


def test_effort_tells_what_is_done_of_it(numbers: Numbers) -> None:
    told = numbers.effort[numbers.ids["O1"]]

    assert (told.total, told.done, told.unestimated) == (11.8, 9, 0)
    assert told.remaining == pytest.approx(2.8)


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("T1", Fraction(1)),
        ("T4", None),
        ("P1", Fraction(7, 9)),
        ("P2", Fraction(5, 7)),
        ("I1", Fraction(33, 43)),
        ("I2", Fraction(5, 7)),
    ],
)
def test_progress_by_effort(numbers: Numbers, title: str, value: Fraction | None) -> None:
    assert numbers.value(title) == value


def test_an_objective_goes_by_the_weights_of_its_children(numbers: Numbers) -> None:
    told = numbers.progress[numbers.ids["O1"]]

    assert numbers.value("O1") == (Fraction(33, 43) + Fraction(5, 7)) / 2
    assert (told.method, told.source) == (ProgressMethod.CHILDREN_WEIGHTED, ProgressSource.COMPUTED)
    assert (told.coverage, told.as_of) == (1.0, NOW)


@pytest.mark.parametrize(("title", "value"), [("I1", 0.7674), ("I2", 0.7143), ("O1", 0.7627), ("O2", 0.7143)])
def test_progress_by_effort_up_to_the_objectives(numbers: Numbers, title: str, value: float) -> None:
    assert by_method(numbers, ProgressMethod.CHILDREN_EFFORT, title) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize("title", ["P1", "P2", "I1", "I2", "O1", "O2"])
def test_progress_by_weights_of_one(numbers: Numbers, title: str) -> None:
    assert by_method(numbers, ProgressMethod.CHILDREN_WEIGHTED, title) == Fraction(3, 4)


def by_method(numbers: Numbers, method: ProgressMethod, title: str) -> Fraction | None:
    """The progress where all above the items goes by one method."""
    before = {work.id: work.method for work in numbers.works.by_id.values()}
    for work in numbers.works.by_id.values():
        work.method = method
    value = numbers.value(title)
    for work in numbers.works.by_id.values():
        work.method = before[work.id]
    return value


def test_a_project_explains_its_progress_by_its_items_and_a_row_for_the_rest(numbers: Numbers) -> None:
    explained = numbers.progress[numbers.ids["P1"]].explanation

    assert explained is not None
    [most] = explained.contributions
    assert [numbers.title(id_) for id_ in most.path] == ["T1", "P1"]
    assert (most.share, most.weight, most.size, most.progress) == (1, 1, 5, 1)
    assert most.contribution == pytest.approx(5 / 9)
    assert explained.rest is not None
    assert explained.rest.count == 1
    assert most.contribution + explained.rest.contribution == pytest.approx(7 / 9)


def test_effort_explains_itself_by_the_children(numbers: Numbers) -> None:
    explained = numbers.effort[numbers.ids["O1"]].explanation

    assert explained is not None
    told = [(numbers.title(row.node), row.share, row.size, row.contribution) for row in explained.contributions]
    assert told == [("I1", 1.0, 10.75, 10.75), ("I2", 0.3, 3.5, 1.05)]
    assert explained.rest is None


def test_health_compares_progress_with_the_days_of_the_period(numbers: Numbers) -> None:
    told = numbers.health[numbers.ids["O2"]]

    assert told.expected_progress == 0.5
    assert (told.reported, told.computed) == (HealthReport.OFF_TRACK, ComputedHealth.ON_TRACK)
    assert told.conflict


def test_without_a_check_in_there_is_no_report_and_no_conflict(numbers: Numbers) -> None:
    told = numbers.health[numbers.ids["O1"]]

    assert told.reported is HealthReport.NO_UPDATE
    assert not told.conflict


def test_descendants_are_counted_by_kind_and_state_each_once(numbers: Numbers) -> None:
    told = [(row.kind, row.state.name, row.count) for row in numbers.counts[numbers.ids["O1"]]]

    assert told == [
        ("WorkItem", "IN_PROGRESS", 1),
        ("WorkItem", "DONE", 2),
        ("WorkItem", "CANCELLED", 1),
        ("Project", "IN_PROGRESS", 2),
        ("Initiative", "IN_PROGRESS", 2),
    ]
