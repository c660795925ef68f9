"""Archiving takes a container with what is part of it out of what is live; restoring brings back just that."""

import asyncio
import os
import random
from collections import Counter

import pytest

from graph.changes import archiving
from tests.graph.writing.changing import Changing
from tests.graph.writing.store import Store, a_space, codes, link, work

ROUNDS = int(os.environ.get("GOLDENTHREAD_HISTORIES", "40"))
"""Changes of each of eight writers: 1,250 for the long run that CONTRIBUTING names."""


def built(store: Store) -> Changing:
    """A project with two items in an initiative that serves a goal; one of the items serves another goal too."""
    store.taken(
        a_space(),
        *(work("Objective", name) for name in ("faster", "safer")),
        work("Initiative", "rewrite"),
        work("Project", "parser"),
        *(work("WorkItem", name) for name in ("lexer", "grammar", "docs")),
        link("rewrite", "CONTRIBUTES_TO", "faster", share=0.5),
        link("parser", "PART_OF", "rewrite"),
        link("lexer", "PART_OF", "parser", weight=3),
        link("grammar", "PART_OF", "parser"),
        link("grammar", "CONTRIBUTES_TO", "safer", share=0.25, weight=2),
        link("docs", "CONTRIBUTES_TO", "parser"),
        link("docs", "BLOCKS", "lexer"),
    )
    return Changing.of(store)


def ties(store: Store) -> set[tuple[object, ...]]:
    """The live edges, with what they hold, by names."""
    whole = store.whole()
    titles = {id_: node.get("title") or node.get("name") for id_, node in whole.nodes.items()}
    return {
        (titles[edge["starts"]], edge["relation"], titles[edge["ends"]], edge.get("share"), edge.get("weight"))
        for edge in whole.edges
    }


def archived(store: Store) -> set[str]:
    return {str(node.get("title")) for node in store.whole().nodes.values() if "archivedAt" in node}


def test_what_is_part_of_a_container_goes_with_it_and_what_contributes_stays(store: Store) -> None:
    changing = built(store)

    answer = store.run(changing.archive("parser"))

    assert changing.put(answer) == (3, 0)
    assert archived(store) == {"parser", "lexer", "grammar"}
    assert {tie[:3] for tie in ties(store)} == {
        ("rewrite", "CONTRIBUTES_TO", "faster"),
        ("lexer", "PART_OF", "parser"),
        ("grammar", "PART_OF", "parser"),
    }


def test_restoring_brings_back_nodes_and_links_as_they_were(store: Store) -> None:
    changing = built(store)
    before = ties(store)
    store.run(changing.archive("parser"))

    answer = store.run(changing.restore("lexer"))

    assert changing.put(answer) == (3, 0)
    assert archived(store) == set()
    assert ties(store) == before


def test_restoring_brings_back_only_what_the_same_operation_took(store: Store) -> None:
    changing = built(store)
    store.run(changing.archive("lexer"))
    store.run(changing.archive("parser"))

    answer = store.run(changing.restore("parser"))

    assert changing.put(answer) == (2, 0)
    assert archived(store) == {"lexer"}
    assert ("lexer", "PART_OF", "parser") not in {tie[:3] for tie in ties(store)}


def test_a_link_whose_other_end_was_archived_since_stays_closed_and_is_told(store: Store) -> None:
    changing = built(store)
    store.run(changing.archive("grammar"))
    store.run(changing.archive("safer"))

    answer = store.run(changing.restore("grammar"))

    assert changing.put(answer) == (1, 1)
    assert {tie[:3] for tie in ties(store) if "grammar" in tie} == {("grammar", "PART_OF", "parser")}


def test_links_that_no_longer_fit_stay_closed_and_are_told(store: Store) -> None:
    """Meanwhile the initiative got another container for its project, and its shares were given away."""
    changing = built(store)
    store.run(changing.archive("faster"))
    store.run(changing.link("rewrite", "CONTRIBUTES_TO", "safer", share=0.75))

    answer = store.run(changing.restore("faster"))

    assert changing.put(answer) == (1, 1)
    assert ("rewrite", "CONTRIBUTES_TO", "faster") not in {tie[:3] for tie in ties(store)}


def test_a_link_that_would_close_a_ring_by_now_stays_closed(store: Store) -> None:
    store.taken(a_space(), *(work("Objective", name) for name in ("low", "middle", "high")))
    store.taken(link("low", "CONTRIBUTES_TO", "middle"), link("middle", "PART_OF", "high"))
    changing = Changing.of(store)
    store.run(changing.archive("middle"))
    store.run(changing.link("high", "CONTRIBUTES_TO", "low"))

    answer = store.run(changing.restore("middle"))

    assert changing.put(answer) == (1, 1)
    assert len(ties(store)) == 2


def test_what_is_archived_neither_changes_nor_is_linked_to(store: Store) -> None:
    changing = built(store)
    store.run(changing.archive("parser"))

    upsert = store.upsert(work("WorkItem", "lexer", title="new"), link("docs", "CONTRIBUTES_TO", "parser"))

    assert codes((*upsert.nodes, *upsert.links)) == ["ARCHIVED", "END_REFUSED"] or codes(
        (*upsert.nodes, *upsert.links)
    ) == ["ARCHIVED", "ARCHIVED"]
    assert store.run(changing.link("docs", "CONTRIBUTES_TO", "parser")) == "ARCHIVED"
    assert store.run(changing.link("lexer", "CONTRIBUTES_TO", "safer")) == "ARCHIVED"


def test_archiving_and_restoring_twice_changes_nothing(store: Store) -> None:
    changing = built(store)
    store.run(changing.archive("parser"))
    seq = store.whole().seq

    again = store.run(changing.archive("parser"))
    restored = store.run(changing.restore("faster"))

    assert (changing.put(again), changing.put(restored)) == ((0, 0), (0, 0))
    assert store.whole().seq == seq


def test_a_container_of_more_than_an_operation_takes_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archiving, "MOST_NODES", 40)
    names = [f"item {number}" for number in range(40)]
    store.taken(a_space(), work("Project", "huge"), *(work("WorkItem", name) for name in names))
    store.taken(*(link(name, "PART_OF", "huge") for name in names))
    changing = Changing.of(store)
    assert store.run(changing.archive("huge")) == "TOO_MANY"
    store.run(changing.archive("item 0"))

    answer = store.run(changing.archive("huge"))

    assert changing.put(answer) == (40, 0)
    assert changing.put(store.run(changing.restore("huge"))) == (40, 0)


GOALS = [f"goal {number}" for number in range(6)]
ITEMS = [f"item {number}" for number in range(12)]
BOXES = [f"project {number}" for number in range(3)]
SHARES = (None, None, 0.25, 0.5, 0.9)


async def one_change(changing: Changing, chance: random.Random) -> str:
    """Any change of what is linked and of what is live."""
    child = chance.choice(GOALS + ITEMS + BOXES)
    parent = chance.choice(GOALS if child in GOALS + BOXES else ITEMS + BOXES + GOALS)
    relation = chance.choice(["PART_OF", "CONTRIBUTES_TO", "BLOCKS"])
    match chance.choice(["link", "link", "link", "unlink", "reparent", "archive", "restore", "restore"]):
        case "link":
            holds = {} if relation == "BLOCKS" else {"share": chance.choice(SHARES)}
            return await changing.link(child, relation, parent, **holds)
        case "unlink":
            return await changing.unlink(child, relation, parent)
        case "reparent":
            return await changing.reparent(child, chance.choice([parent, None]))
        case "archive":
            return "PUT" if "\n" in (text := await changing.archive(child)) else text
        case _:
            return "PUT" if "\n" in (text := await changing.restore(child)) else text


def test_eight_writers_who_link_archive_and_restore_leave_the_workspace_whole(store: Store) -> None:
    store.taken(
        a_space(),
        *(work("Objective", name) for name in GOALS),
        *(work("WorkItem", name) for name in ITEMS),
        *(work("Project", name) for name in BOXES),
    )
    changing = Changing.of(store)

    async def writes(number: int) -> Counter[str]:
        chance = random.Random(number)  # noqa: S311 - a game, not a secret
        answers = [await one_change(changing, chance) for _ in range(ROUNDS)]
        return Counter(answer if answer.isupper() else "MADE" for answer in answers)

    async def all_at_once() -> list[Counter[str]]:
        return await asyncio.gather(*(writes(number) for number in range(8)))

    met = sum(store.run(all_at_once()), Counter[str]())

    whole = store.whole()
    assert {"MADE", "PUT", "ARCHIVED", "CYCLE"} <= met.keys()
    assert any("archivedAt" in node for node in whole.nodes.values())
