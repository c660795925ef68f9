"""Three hundred random worlds, and viewers who see all or some of them: every number is what the oracle says."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import prod
from typing import Any
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.access.rights import Rights
from graph.database import Database, opened
from graph.measures.attainment import AttainmentOf
from graph.measures.attribution import ATTRIBUTION, Above
from graph.measures.counts import DescendantCountsOf
from graph.measures.effort import Efforts
from graph.measures.explaining import added_to
from graph.measures.gathering import gathered, gathered_each, known_of
from graph.measures.progressing import Progressing
from graph.measures.works import Works
from graph.reading.reader import Reader
from graph.records.states import MeasureBasis
from tests.graph.measures.oracle import TARGETS, World, attained
from tests.graph.measures.worlds import put, random_world

WORLDS = 300
TIMEOUT = 60
VIEWS = {"all": ("home", "vault", "den"), "some": ("home", "den")}


@dataclass(frozen=True)
class Seen:
    """What a viewer sees of the worlds, and what the product says of all of that at once."""

    worlds: list[World]
    works: Works
    each: Works
    above: Above
    attainments: Any
    counts: Any

    def pieces(self) -> Iterator[tuple[World, str]]:
        return ((world, id_) for world in self.worlds for id_ in world.pieces)

    def unlike(self, said: Any, right: Any) -> dict[str, tuple[Any, Any]]:
        """Where what is said of a piece of work is not what the oracle says, at most three of them."""
        told = ((id_, said(id_), right(world, id_)) for world, id_ in self.pieces())
        return dict([(id_, (one, other)) for id_, one, other in told if one != other][:3])


@pytest.fixture(scope="module")
def views(neo4j: LocalServer) -> dict[str, Seen]:
    worlds, workspace = [random_world(number) for number in range(WORLDS)], f"worlds-{uuid4().hex[:8]}"

    async def build() -> dict[str, Seen]:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            await put(database, workspace, worlds)
            return {name: await seen(database, workspace, worlds, spaces) for name, spaces in VIEWS.items()}

    return asyncio.run(build())


async def seen(database: Database, workspace: str, worlds: list[World], spaces: tuple[str, ...]) -> Seen:
    reader = Reader(workspace, [workspace, *spaces], Rights({}), 1_780_000_000_000)
    all_ids = [id_ for world in worlds for id_ in world.pieces]
    above = await database.value(*ATTRIBUTION.given(ids=all_ids, reader=known_of(reader)), TIMEOUT)
    return Seen(
        [world.seen_from(frozenset(spaces)) for world in worlds],
        await gathered(database, reader, all_ids, TIMEOUT),
        await gathered_each(database, reader, all_ids, TIMEOUT),
        Above.put_together(above),
        await AttainmentOf().of(database, reader, all_ids, TIMEOUT),
        await DescendantCountsOf().of(database, reader, all_ids, TIMEOUT),
    )


@pytest.fixture(params=VIEWS)
def view(views: dict[str, Seen], request: pytest.FixtureRequest) -> Seen:
    return views[request.param]


def test_nothing_is_said_of_what_is_hidden(view: Seen) -> None:
    visible = {id_ for _, id_ in view.pieces()}

    assert view.works.by_id.keys() == visible
    assert view.above.parents.keys() == visible
    assert view.counts.keys() == visible


def test_progress_is_as_defined(view: Seen) -> None:
    progressing = Progressing(view.works)

    def said(id_: str) -> tuple[object, ...]:
        far = progressing.of(view.works.by_id[id_])
        return far.method.name, far.value, far.coverage

    assert view.unlike(said, lambda world, id_: (world.method(id_), *world.progress(id_))) == {}


def test_the_contributions_to_progress_add_up_to_it(view: Seen) -> None:
    progressing = Progressing(view.each)

    def said(id_: str) -> Fraction | None:
        added = added_to(view.each.by_id[id_], progressing)
        return sum((each.adds for each in added), Fraction(0)) if added else None

    assert view.unlike(said, lambda world, id_: world.progress(id_)[0]) == {}


def test_the_contributions_to_effort_add_up_to_it(view: Seen) -> None:
    efforts = Efforts(MeasureBasis.ESTIMATE)

    def said(id_: str) -> Fraction:
        return sum((each.adds for each in efforts.added_to(view.each.by_id[id_])), Fraction(0))

    assert view.unlike(said, lambda world, id_: world.effort(id_, "ESTIMATE")[0]) == {}


def test_a_path_of_a_contribution_leads_from_child_to_parent(view: Seen) -> None:
    progressing = Progressing(view.each)
    for world, id_ in view.pieces():
        ties = {(tie.child, tie.parent): world.share(tie) for tie in world.ties}
        for added in added_to(view.each.by_id[id_], progressing):
            steps = list(pairwise(added.path))

            assert added.path[-1] == id_
            assert added.share == prod((ties[step] for step in steps), start=Fraction(1))


@pytest.mark.parametrize("basis", MeasureBasis)
def test_effort_is_the_size_of_each_leaf_times_its_shares_along_each_path(view: Seen, basis: MeasureBasis) -> None:
    efforts = Efforts(basis)

    def said(id_: str) -> tuple[Fraction, Fraction]:
        work = view.works.by_id[id_]
        return efforts.total(work), efforts.finished(work)

    assert view.unlike(said, lambda world, id_: world.effort(id_, basis.name)) == {}


def test_effort_adds_up(view: Seen) -> None:
    efforts = Efforts(MeasureBasis.ESTIMATE)
    for world in view.worlds:
        tops = [id_ for id_, piece in world.pieces.items() if piece.kind in TARGETS and not world.up(id_)]
        sizes = {leaf: world.pieces[leaf].estimate or Fraction(0) for leaf in world.leaves()}

        for_targets = sum(efforts.total(view.works.by_id[id_]) for id_ in tops)
        for_nothing = sum(size * view.above.unattributed(leaf) for leaf, size in sizes.items())

        assert for_targets + for_nothing == sum(sizes.values())


def test_leaves_without_an_estimate_are_counted_once_each(view: Seen) -> None:
    efforts = Efforts(MeasureBasis.ESTIMATE)

    assert view.unlike(lambda id_: efforts.unestimated(view.works.by_id[id_]), World.unestimated) == {}


def test_attribution_is_the_product_of_the_shares_over_all_paths(view: Seen) -> None:
    assert view.unlike(view.above.parts, World.attribution) == {}
    assert view.unlike(view.above.unattributed, World.unattributed) == {}


def test_attribution_to_the_tops_and_to_nothing_sums_to_one(view: Seen) -> None:
    def whole(id_: str) -> Fraction:
        tops = (part for target, part in view.above.parts(id_).items() if not view.above.parents[target])
        return Fraction(sum(tops)) + view.above.unattributed(id_)

    assert view.unlike(whole, lambda world, id_: 1) == {}


def test_attainment_is_not_held_between_bounds(view: Seen) -> None:
    def right(world: World, id_: str) -> float | None:
        value = attained(world.pieces[id_])
        return None if value is None else float(value)

    assert view.unlike(view.attainments.get, right) == {}


def test_descendants_are_counted_once_each(view: Seen) -> None:
    def said(id_: str) -> Counter[str]:
        return sum((Counter({row.kind: row.count}) for row in view.counts[id_]), Counter[str]())

    assert view.unlike(said, World.counts) == {}
