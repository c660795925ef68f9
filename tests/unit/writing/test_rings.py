"""Rings and long lines, by the edges alone."""

from itertools import pairwise, permutations

import pytest

from graph.writing.rings import Rings, Step, hold_together


def part(child: str, parent: str, kind: str = "obj") -> Step:
    return Step(f"{kind}_{child}", "PART_OF", f"{kind}_{parent}")


def code(rings: Rings, step: Step) -> str | None:
    fault = rings.fault_of(step)
    return fault.code if fault else None


def test_an_edge_back_to_the_child_closes_a_ring() -> None:
    rings = Rings([part("a", "b"), part("b", "c")])

    assert code(rings, part("c", "a")) == "CYCLE"
    assert code(rings, part("a", "a")) == "CYCLE"
    assert code(rings, part("a", "c")) is None


def test_both_relations_of_lineage_make_one_ring() -> None:
    rings = Rings([Step("obj_a", "CONTRIBUTES_TO", "kr_b"), Step("kr_b", "PART_OF", "obj_c")])

    assert code(rings, Step("obj_c", "CONTRIBUTES_TO", "obj_a")) == "CYCLE"


def test_relations_that_are_no_lineage_make_rings_of_their_own() -> None:
    rings = Rings([part("a", "b"), Step("team_a", "SUBTEAM_OF", "team_b")])

    assert code(rings, Step("obj_b", "CONTINUES", "obj_a")) is None
    assert code(rings, Step("team_b", "SUBTEAM_OF", "team_a")) == "CYCLE"


def test_an_edge_to_a_higher_rank_never_closes_a_ring() -> None:
    rings = Rings([part("a", "b", kind="itm")])

    assert code(rings, Step("itm_b", "CONTRIBUTES_TO", "obj_a")) is None


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_the_length_of_a_line_is_the_same_in_whatever_order_its_edges_came(order: tuple[int, ...]) -> None:
    steps = [part("a", "b"), part("b", "c"), part("c", "d")]
    rings = Rings(steps[place] for place in order)

    assert code(rings, part("d", "e")) == "LINE_TOO_LONG"
    assert code(rings, part("z", "a")) == "LINE_TOO_LONG"
    assert code(rings, part("z", "b")) is None
    assert code(rings, part("z", "d")) is None


def test_many_ways_to_the_top_do_not_make_a_line_longer() -> None:
    layers = [[f"{layer}-{place}" for place in range(30)] for layer in range(4)]
    steps = [part(a, b) for lower, upper in pairwise(layers) for a in lower for b in upper]

    rings = Rings(steps)

    assert code(rings, part("3-0", "x")) == "LINE_TOO_LONG"
    assert code(rings, part("3-0", "0-0")) == "CYCLE"


def test_new_edges_hold_together_only_if_they_do_so_with_each_other() -> None:
    there, back = part("a", "b"), part("b", "a")

    assert hold_together([there], [there])
    assert not hold_together([there, back], [there, back])
    assert not hold_together([there, back], [back])
