"""What an upsert makes of links: made, made anew, closed or refused, beside those that are there."""

from fractions import Fraction
from itertools import pairwise

import pytest

from graph.records.states import AskSize, OwnerRole
from graph.writing.stated import Outcome, StatedLink, StatedNode
from tests.graph.writing.store import Store, a_space, called, codes, link, work


@pytest.fixture
def goals(store: Store) -> Store:
    """A workspace with some of each kind, without links."""
    store.taken(
        a_space(),
        *(work("WorkItem", name) for name in ("parser", "lexer")),
        *(work("Project", name) for name in ("compiler", "tools")),
        *(work("Objective", name) for name in ("faster", "smaller", "kinder")),
        *(work("KeyResult", name) for name in ("seconds",)),
        *(work("Strategy", name) for name in ("flagship",)),
        *(StatedNode(called(name), "Team", {"name": name}) for name in ("lang", "cargo")),
        StatedNode(called("ada"), "Person", {"name": "ada"}),
    )
    return store


def live(store: Store) -> set[tuple[str, str, str]]:
    """The live edges, by names."""
    whole = store.whole()
    name = {identifier: str(node.get("title") or node.get("name")) for identifier, node in whole.nodes.items()}
    return {(name[edge["starts"]], edge["relation"], name[edge["ends"]]) for edge in whole.edges}


def test_the_links_of_a_child_replace_those_of_the_same_source_and_only_those(goals: Store) -> None:
    goals.taken(link("parser", "PART_OF", "compiler"), link("parser", "CONTRIBUTES_TO", "faster"))
    goals.taken(link("parser", "CONTRIBUTES_TO", "smaller"), source="wiki")
    goals.taken(link("lexer", "PART_OF", "compiler"))

    answer = goals.upsert(link("parser", "PART_OF", "tools"))

    assert live(goals) == {
        ("parser", "PART_OF", "tools"),
        ("parser", "CONTRIBUTES_TO", "smaller"),
        ("lexer", "PART_OF", "compiler"),
    }
    assert (codes(answer.links), answer.closed) == ([None], 2)


def test_a_child_without_stated_links_keeps_its_own(goals: Store) -> None:
    goals.taken(link("parser", "PART_OF", "compiler"))

    answer = goals.upsert(work("WorkItem", "parser", title="Parser"))

    assert ("Parser", "PART_OF", "compiler") in live(goals)
    assert answer.closed == 0


def test_other_properties_make_a_new_edge_that_says_which_one_it_closes(goals: Store) -> None:
    (first,) = goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.25))

    (second,) = goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.5, weight=3))

    whole = goals.whole()
    assert second.outcome is Outcome.UPDATED
    assert [(edge["id"], edge["share"], edge["weight"]) for edge in whole.edges] == [(second.id, 500_000, 3_000_000)]
    assert [(entry["change"], entry["closes"]) for entry in whole.feed[-1:]] == [("RELINKED", first.id)]
    assert {node["revision"] for node in whole.nodes.values()} == {1}


def test_what_is_not_stated_of_a_link_stays_and_none_clears_it(goals: Store) -> None:
    goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.25, weight=2))

    (same,) = goals.taken(link("parser", "CONTRIBUTES_TO", "faster"))
    goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=None))

    assert same.outcome is Outcome.UNCHANGED
    assert [(edge.get("share"), edge["weight"]) for edge in goals.whole().edges] == [(None, 2_000_000)]


def test_a_link_that_another_source_states_too_stays_as_it_is(goals: Store) -> None:
    goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.25))

    (result,) = goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.25), source="wiki")

    assert result.outcome is Outcome.UNCHANGED
    assert [edge["source"] for edge in goals.whole().edges] == ["tracker"]


def test_owners_differ_by_their_role(goals: Store) -> None:
    goals.taken(
        link("faster", "OWNED_BY", "ada", role=OwnerRole.LEAD),
        link("faster", "OWNED_BY", "ada", role=OwnerRole.CONTRIBUTOR),
        link("faster", "ASKS", "lang", size=AskSize.SMALL),
        link("faster", "ASKS", "cargo"),
    )

    edges = goals.whole().edges
    assert sorted(edge.get("role") or edge.get("size") or "" for edge in edges) == ["", "CONTRIBUTOR", "LEAD", "SMALL"]


WRONG = {
    "an unknown relation": (link("parser", "LIKES", "faster"), "UNKNOWN_RELATION"),
    "ends that it does not join": (link("faster", "PART_OF", "parser"), "BAD_ENDS"),
    "lineage that goes down": (link("flagship", "CONTRIBUTES_TO", "faster"), "BAD_ENDS"),
    "a parent that there is not": (link("parser", "PART_OF", "nothing"), "NOT_FOUND"),
    "a child that there is not": (link("nothing", "PART_OF", "compiler"), "NOT_FOUND"),
    "a property that it does not hold": (link("parser", "PART_OF", "compiler", role="LEAD"), "UNKNOWN_PROPERTY"),
    "a share above 1": (link("parser", "PART_OF", "compiler", share=1.5), "BAD_VALUE"),
    "a share below 0": (link("parser", "PART_OF", "compiler", share=-0.1), "BAD_VALUE"),
    "a share that is no whole millionths": (link("parser", "PART_OF", "compiler", share=Fraction(1, 3)), "BAD_VALUE"),
    "a share that is no number": (link("parser", "PART_OF", "compiler", share=float("nan")), "BAD_VALUE"),
    "a weight that is too large": (link("parser", "PART_OF", "compiler", weight=10**400), "BAD_VALUE"),
    "an owner without a role": (link("parser", "OWNED_BY", "ada"), "BAD_VALUE"),
    "a role that there is not": (link("parser", "OWNED_BY", "ada", role="BOSS"), "BAD_VALUE"),
    "itself as its parent": (link("faster", "PART_OF", "faster"), "CYCLE"),
    "an identity that can be nobody's": (link("parser", "PART_OF", "\ud800"), "BAD_VALUE"),
}


@pytest.mark.parametrize(("stated", "code"), list(WRONG.values()), ids=list(WRONG))
def test_a_link_that_cannot_be_is_refused(goals: Store, stated: StatedLink, code: str) -> None:
    answer = goals.upsert(stated)

    assert codes(answer.links) == [code]
    assert answer.links[0].message
    assert live(goals) == set()


def test_a_link_that_is_stated_twice_is_taken_once(goals: Store) -> None:
    answer = goals.upsert(link("parser", "PART_OF", "compiler"), link("parser", "PART_OF", "compiler", weight=2))

    assert codes(answer.links) == [None, "DUPLICATE"]


def test_a_second_container_is_refused_whoever_stated_the_first(goals: Store) -> None:
    together = goals.upsert(link("parser", "PART_OF", "compiler"), link("parser", "PART_OF", "tools"))
    by_another = goals.upsert(link("parser", "PART_OF", "tools"), source="wiki")

    assert codes(together.links) == [None, "SECOND_PARENT"]
    assert codes(by_another.links) == ["SECOND_PARENT"]


def test_a_container_gives_way_to_another_of_the_same_source(goals: Store) -> None:
    goals.taken(link("parser", "PART_OF", "compiler"))

    goals.taken(link("parser", "PART_OF", "tools"))

    assert live(goals) == {("parser", "PART_OF", "tools")}


def test_shares_of_a_child_sum_to_at_most_1_and_the_refusal_does_not_tell_the_sum(goals: Store) -> None:
    goals.taken(link("parser", "CONTRIBUTES_TO", "kinder", share=0.5), source="wiki")

    answer = goals.upsert(
        link("parser", "CONTRIBUTES_TO", "faster", share=0.25),
        link("parser", "PART_OF", "compiler", share=0.250001),
        link("parser", "CONTRIBUTES_TO", "smaller", share=0.25),
        link("parser", "CONTRIBUTES_TO", "flagship"),
    )

    assert codes(answer.links) == [None, "SHARE_SUM", None, None]
    assert not any(digit in str(answer.links[1].message) for digit in "0235")


def test_shares_that_swap_are_judged_by_what_they_come_to(goals: Store) -> None:
    goals.taken(
        link("parser", "CONTRIBUTES_TO", "faster", share=0.8), link("parser", "CONTRIBUTES_TO", "smaller", share=0.2)
    )

    answer = goals.upsert(
        link("parser", "CONTRIBUTES_TO", "smaller", share=0.8), link("parser", "CONTRIBUTES_TO", "faster", share=0.2)
    )

    assert codes(answer.links) == [None, None]


def test_a_refused_change_of_a_share_leaves_the_share_that_was(goals: Store) -> None:
    goals.taken(link("parser", "CONTRIBUTES_TO", "faster", share=0.2))

    answer = goals.upsert(
        link("parser", "CONTRIBUTES_TO", "smaller", share=0.9), link("parser", "CONTRIBUTES_TO", "faster", share=0.5)
    )

    assert codes(answer.links) == ["SHARE_SUM", "SHARE_SUM"]
    assert [(edge["share"], edge["relation"]) for edge in goals.whole().edges] == [(200_000, "CONTRIBUTES_TO")]


def test_a_refused_statement_of_a_link_leaves_the_link_that_was(goals: Store) -> None:
    goals.taken(link("parser", "CONTRIBUTES_TO", "faster"), link("parser", "OWNED_BY", "ada", role="LEAD"))

    answer = goals.upsert(
        link("parser", "CONTRIBUTES_TO", "faster", share=2), link("parser", "OWNED_BY", "ada", role="BOSS")
    )

    assert (codes(answer.links), answer.closed) == (["BAD_VALUE", "BAD_VALUE"], 0)
    assert len(live(goals)) == 2


def test_a_ring_is_refused_within_one_upsert_and_beside_what_is_there(goals: Store) -> None:
    goals.taken(link("seconds", "PART_OF", "faster"))

    at_once = goals.upsert(link("smaller", "CONTRIBUTES_TO", "kinder"), link("kinder", "PART_OF", "smaller"))
    later = goals.upsert(link("faster", "CONTRIBUTES_TO", "seconds"))

    assert codes(at_once.links) == [None, "CYCLE"]
    assert codes(later.links) == ["CYCLE"]


def test_a_ring_opens_where_the_link_that_would_close_it_is_no_longer_stated(goals: Store) -> None:
    goals.taken(link("faster", "CONTRIBUTES_TO", "smaller"))

    answer = goals.upsert(link("faster", "CONTRIBUTES_TO", "flagship"), link("smaller", "CONTRIBUTES_TO", "faster"))

    assert (codes(answer.links), answer.closed) == ([None, None], 1)


def test_rings_are_refused_in_every_relation_that_has_none(goals: Store) -> None:
    answer = goals.upsert(
        link("lang", "SUBTEAM_OF", "cargo"),
        link("cargo", "SUBTEAM_OF", "lang"),
        link("parser", "CONTINUES", "lexer"),
        link("lexer", "CONTINUES", "parser"),
        link("lexer", "PART_OF", "parser"),
    )

    assert codes(answer.links) == [None, "CYCLE", None, "CYCLE", None]


@pytest.mark.parametrize(("kind", "most"), [("WorkItem", 6), ("Initiative", 3), ("Objective", 3), ("Strategy", 2)])
def test_a_line_within_a_rank_has_its_longest(store: Store, kind: str, most: int) -> None:
    names = [str(number) for number in range(most + 2)]
    store.taken(a_space(), *(work(kind, name) for name in names))
    steps = [link(child, "PART_OF", parent) for child, parent in pairwise(names)]

    upward = store.upsert(*steps[:-1])
    at_the_top = store.upsert(steps[-1])

    assert codes(upward.links) == [None] * most
    assert codes(at_the_top.links) == ["LINE_TOO_LONG"]


def test_a_line_is_too_long_by_what_hangs_below_the_child_too(store: Store) -> None:
    names = [str(number) for number in range(5)]
    store.taken(a_space(), *(work("Objective", name) for name in names))
    steps = [link(child, "PART_OF", parent) for child, parent in pairwise(names)]
    store.taken(steps[0], steps[1], steps[3])

    answer = store.upsert(steps[2])

    assert codes(answer.links) == ["LINE_TOO_LONG"]


def test_a_tree_is_rearranged_in_one_upsert(store: Store) -> None:
    """What is no longer stated does not count for the length of the lines that are."""
    names = [str(number) for number in range(5)]
    store.taken(a_space(), *(work("Objective", name) for name in names))
    store.taken(link("0", "PART_OF", "1"), link("1", "PART_OF", "2"), link("2", "PART_OF", "3"))

    answer = store.upsert(link("1", "PART_OF", "3"), link("2", "PART_OF", "3"), link("3", "PART_OF", "4"))

    assert (codes(answer.links), answer.closed) == ([None, None, None], 1)
