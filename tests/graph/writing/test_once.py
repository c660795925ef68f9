"""A change is made once for each key, whatever happens on the way."""

import asyncio

import pytest

from api.local.address import LocalServer
from graph.database import Transaction, opened
from graph.writing.actors import Actor
from graph.writing.answers import KeyReused
from graph.writing.stated import Outcome, Upserted
from graph.writing.unfit import Unfit
from tests.graph.writing.cutting import Cut, cutting
from tests.graph.writing.store import Store, a_space, codes, link, work


def test_the_same_key_and_payload_answer_the_first_outcome(store: Store) -> None:
    stated = (a_space(), work("Objective", "faster"), work("Objective", "smaller", title=""))
    first = store.upsert(*stated, key="k")
    store.taken(work("Objective", "faster", title="Faster"))

    second = store.upsert(*stated, key="k")

    assert second == first
    assert (first.replayed, second.replayed) == (False, True)
    assert codes(second.nodes) == [None, None, "BAD_VALUE"]
    assert store.rows("MATCH (n:Objective {ws: $ws}) RETURN n.title") == [("Faster",)]


def test_the_same_key_with_another_payload_is_refused(store: Store) -> None:
    store.upsert(a_space(), work("Objective", "faster"), key="k")

    with pytest.raises(KeyReused, match="take a new key"):
        store.upsert(a_space(), work("Objective", "faster", title="Faster"), key="k")

    assert store.whole().seq == 2


def test_a_key_is_its_callers_own(store: Store, other_store: Store) -> None:
    store.upsert(a_space(), key="k", actor=Actor("web", "per_ada"))

    others = [
        store.upsert(a_space("a"), key="k", actor=Actor("web", "per_bob")),
        store.upsert(a_space("b"), key="k", actor=Actor("web")),
        store.upsert(a_space("c"), key="k", actor=Actor("app", "per_ada")),
        other_store.upsert(a_space("d"), key="k", actor=Actor("web", "per_ada")),
    ]

    assert [answer.nodes[0].outcome for answer in others] == [Outcome.CREATED] * 4


def test_an_upsert_that_changes_nothing_is_recorded_under_the_key_that_it_was_given(store: Store) -> None:
    store.upsert(a_space())

    first = store.upsert(a_space(), key="k")
    store.upsert(work("Objective", "faster"))
    second = store.upsert(a_space(), key="k")

    assert (second, second.replayed) == (first, True)


def test_a_key_of_two_lines_is_refused(store: Store) -> None:
    with pytest.raises(Unfit, match="idempotencyKey"):
        store.upsert(a_space(), key="a\nb")


def test_twenty_calls_at_once_under_one_key_have_one_effect_and_equal_answers(store: Store) -> None:
    stated = (
        a_space(),
        work("Objective", "faster"),
        work("WorkItem", "parser"),
        link("parser", "CONTRIBUTES_TO", "faster"),
    )

    async def all_at_once() -> list[Upserted]:
        return await asyncio.gather(*(store.upserting(*stated, key="k") for _ in range(20)))

    answers = store.run(all_at_once())

    assert all(answer == answers[0] for answer in answers)
    assert sum(not answer.replayed for answer in answers) == 1
    assert store.whole().seq == 4


def test_twenty_calls_at_once_without_a_key_create_a_node_once(store: Store) -> None:
    async def all_at_once() -> list[Upserted]:
        return await asyncio.gather(*(store.upserting(a_space(), work("Objective", "faster")) for _ in range(20)))

    answers = store.run(all_at_once())

    assert sum(answer.nodes[1].outcome is Outcome.CREATED for answer in answers) == 1
    assert len({answer.nodes[1].id for answer in answers}) == 1
    assert len(store.whole().nodes) == 2


@pytest.mark.parametrize(
    "cuts", [[Cut.BEFORE], [Cut.AFTER], [Cut.LATE], [Cut.LATE, Cut.AFTER, Cut.BEFORE, Cut.LATE]], ids=str
)
def test_a_connection_that_is_lost_at_commit_leaves_one_effect(
    store: Store, neo4j: LocalServer, cuts: list[Cut]
) -> None:
    store.upsert(a_space())

    async def through_the_proxy() -> Upserted:
        async with (
            cutting(neo4j.uri, cuts) as address,
            opened(address, neo4j.user, neo4j.password, "neo4j") as database,
        ):
            return await Store(database, store.runner, store.workspace).upserting(work("Objective", "faster"))

    answer = store.run(through_the_proxy())

    whole = store.whole()
    assert [result.outcome for result in answer.nodes] == [Outcome.CREATED]
    assert (answer.seq, whole.seq, len(whole.nodes)) == (2, 2, 2)
    assert whole.nodes[str(answer.nodes[0].id)]["title"] == "faster"


def test_an_answer_says_at_which_entry_of_the_feed_and_at_which_instant(store: Store) -> None:
    answer = store.upsert(a_space(), work("Objective", "faster"))

    last = store.whole().feed[-1]
    assert (answer.seq, answer.at) == (last["seq"], last["recordedAt"])
    assert store.rows("MATCH (n:Node {ws: $ws}) RETURN DISTINCT n.createdAt") == [(answer.at,)]


def test_answers_older_than_a_day_go_two_for_each_that_comes(store: Store, other_store: Store) -> None:
    for key in "abcde":
        store.upsert(a_space(key), key=key)
        other_store.upsert(a_space(key), key=key)
    age(store, 25 * 60 * 60 * 1000)
    assert store.upsert(a_space("a"), key="a").replayed

    store.upsert(a_space("f"), key="f")
    store.upsert(a_space("g"), key="g")

    answers = "MATCH (a:Answer {ws: $ws}) RETURN count(a)"
    assert (store.rows(answers), other_store.rows(answers)) == ([(3,)], [(5,)])


def age(store: Store, milliseconds: int) -> None:
    """Makes the workspace's answers older than they are."""

    async def work(transaction: Transaction, _: int) -> None:
        text = "MATCH (a:Answer {ws: $ws}) SET a.at = a.at - $age RETURN count(a)"
        await transaction.row(text, {"ws": store.workspace, "age": milliseconds})

    store.run(store.database.changed(work, 10))
