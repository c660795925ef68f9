"""Writers that come between each other: the rules hold over what all of them wrote."""

import asyncio
import random
from collections import Counter

from graph.writing.stated import Outcome, StatedLink, StatedNode, Upserted
from tests.graph.writing.store import Store, a_space, called, link, work

GOALS = [f"goal {number}" for number in range(6)]
ITEMS = [f"item {number}" for number in range(10)]
BOXES = ["project 0", "project 1"]
SHARES = (None, 0.3, 0.5, 0.9)


def random_links(chance: random.Random) -> list[StatedLink]:
    """Links that often meet: rings, second containers and shares above 1 are all near."""
    child = chance.choice(GOALS + ITEMS)
    if child in GOALS:
        relation = chance.choice(["PART_OF", "CONTRIBUTES_TO"])
        return [link(child, relation, chance.choice(GOALS), share=chance.choice(SHARES))]
    parents = [("PART_OF", chance.choice(ITEMS + BOXES)), ("CONTRIBUTES_TO", chance.choice(GOALS))]
    return [
        link(child, relation, parent, share=chance.choice(SHARES))
        for relation, parent in chance.sample(parents, chance.choice([1, 2]))
    ]


async def writes(store: Store, source: str, rounds: int) -> Counter[str]:
    """One writer: a source of its own, so that what it states does not replace what others state."""
    chance, met = random.Random(source), Counter[str]()  # noqa: S311 - a game, not a secret
    for _ in range(rounds):
        answer = await store.upserting(*random_links(chance), source=source)
        met.update(result.code or result.outcome.name for result in answer.links)
    return met


def test_eight_writers_of_random_links_leave_the_workspace_whole(store: Store) -> None:
    store.taken(
        a_space(),
        *(work("Objective", name) for name in GOALS),
        *(work("WorkItem", name) for name in ITEMS),
        *(work("Project", name) for name in BOXES),
    )

    async def all_at_once() -> list[Counter[str]]:
        return await asyncio.gather(*(writes(store, f"writer {number}", 40) for number in range(8)))

    met = sum(store.run(all_at_once()), Counter[str]())

    whole = store.whole()
    assert whole.edges
    assert {"CREATED", "CYCLE", "SECOND_PARENT", "SHARE_SUM"} <= met.keys()


def test_links_that_would_close_a_ring_together_are_not_both_made(store: Store) -> None:
    names = [f"goal {number}" for number in range(24)]
    store.taken(a_space(), *(work("Objective", name) for name in names))
    pairs = list(zip(names[::2], names[1::2], strict=True))

    async def all_at_once() -> list[Upserted]:
        return await asyncio.gather(
            *(
                store.upserting(link(child, "CONTRIBUTES_TO", parent))
                for one, other in pairs
                for child, parent in ((one, other), (other, one))
            )
        )

    answers = store.run(all_at_once())

    assert Counter(answer.links[0].code for answer in answers) == {None: 12, "CYCLE": 12}
    store.whole()


def test_lines_that_would_become_too_long_together_are_not_both_made(store: Store) -> None:
    ends = [f"{place} {number}" for number in range(10) for place in ("low", "middle", "high")]
    tops = [f"top {number}" for number in range(10)]
    store.taken(a_space(), *(work("Strategy", name) for name in (*ends, *tops)))
    store.taken(*(link(f"middle {number}", "PART_OF", f"high {number}") for number in range(10)))

    async def all_at_once() -> list[Upserted]:
        below = (store.upserting(link(f"low {number}", "PART_OF", f"middle {number}")) for number in range(10))
        above = (store.upserting(link(f"high {number}", "PART_OF", f"top {number}")) for number in range(10))
        return await asyncio.gather(*(each for pair in zip(below, above, strict=True) for each in pair))

    answers = store.run(all_at_once())

    assert Counter(answer.links[0].code for answer in answers) == {None: 10, "LINE_TOO_LONG": 10}
    store.whole()


def test_what_changed_since_it_was_gathered_is_gathered_again(store: Store) -> None:
    """Many change one node, each one property: none overwrites what another wrote."""
    store.taken(a_space(), work("Objective", "faster"))
    stated: list[dict[str, object]] = [
        {"title": "Faster"},
        {"description": "Long."},
        {"labels": ["a"]},
        {"source_status": "Open"},
    ]

    async def all_at_once() -> list[Upserted]:
        return await asyncio.gather(
            *(
                store.upserting(StatedNode(called("faster"), "Objective", properties))
                for properties in stated
                for _ in range(3)
            )
        )

    answers = store.run(all_at_once())

    (faster,) = (node for node in store.whole().nodes.values() if "Objective" in node["kinds"])
    assert Counter(answer.nodes[0].outcome for answer in answers) == {Outcome.UPDATED: 4, Outcome.UNCHANGED: 8}
    assert faster["revision"] == 5
    assert [faster[name] for name in ("title", "description", "labels", "sourceStatus")] == [
        "Faster",
        "Long.",
        ["a"],
        "Open",
    ]
