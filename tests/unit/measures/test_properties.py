"""What may be changed without a change of the numbers."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.relations import MILLIONTHS
from tests.unit.measures.drawing import (
    Drawn,
    Lineage,
    attribution,
    edges,
    effort,
    is_leaf,
    lineages,
    progress,
    with_weights,
)

AT_LEISURE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
"""A busy machine draws slowly; that says nothing about the numbers."""


@AT_LEISURE
@given(lineages(), st.data())
def test_an_edge_split_by_a_new_piece_with_the_whole_share_changes_no_attribution(
    lineage: Lineage, data: st.DataObject
) -> None:
    split = data.draw(st.sampled_from(lineage))
    assume(split.edges)
    (parent, weight, share), *others = split.edges
    between = Drawn("ini_between", "ACTIVE", None, None, ((parent, MILLIONTHS, MILLIONTHS),))
    changed = replace(split, edges=((between.id, weight, share), *others))

    after = attribution([between, *(changed if piece is split else piece for piece in lineage)])

    assert {id_: value for id_, value in after.items() if id_ != between.id} == attribution(lineage)


@AT_LEISURE
@given(lineages())
def test_weights_twice_as_large_change_no_progress(lineage: Lineage) -> None:
    assert progress(with_weights(lineage, 2)) == progress(lineage)


@AT_LEISURE
@given(lineages(), st.data())
def test_a_leaf_of_no_account_beside_others_changes_nothing(lineage: Lineage, data: st.DataObject) -> None:
    """But an item's first part: that makes the item no leaf any more."""
    parents = [piece.id for piece in lineage if not is_leaf(lineage, piece)]
    state = data.draw(st.sampled_from(("CANCELLED", "IGNORED")))
    cancelled = Drawn("itm_cancelled", state, 3 * MILLIONTHS, MILLIONTHS // 2, data.draw(edges(parents)))

    for measure in (progress, effort, attribution):
        after = measure([*lineage, cancelled])
        assert {id_: value for id_, value in after.items() if id_ != cancelled.id} == measure(lineage)


@AT_LEISURE
@given(lineages(), st.data())
def test_hidden_parents_can_go_once_all_shares_are_said(lineage: Lineage, data: st.DataObject) -> None:
    """A child's share in what one sees is the same, whether the others are hidden or not there at all."""
    child = data.draw(st.sampled_from(lineage))
    assume(len(child.edges) > 1)
    given_, open_ = sum(edge[2] or 0 for edge in child.edges), sum(edge[2] is None for edge in child.edges)
    assume(not open_ or (MILLIONTHS - given_) % open_ == 0)
    said = tuple(
        (parent, weight, (MILLIONTHS - given_) // open_ if share is None else share)
        for parent, weight, share in child.edges
    )
    hidden = replace(child, edges=((None, *child.edges[0][1:]), *child.edges[1:]))
    gone = replace(child, edges=said[1:])

    first, second = ([other if piece is child else piece for piece in lineage] for other in (hidden, gone))

    for measure in (progress, effort, attribution):
        assert measure(first) == measure(second)


@AT_LEISURE
@given(lineages())
def test_attribution_sums_to_one(lineage: Lineage) -> None:
    ends = {piece.id for piece in lineage if not piece.edges}

    for parts, nothing in attribution(lineage).values():
        assert sum(part for target, part in parts.items() if target in ends) + nothing == 1
