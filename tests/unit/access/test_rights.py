"""Who may do what, as tables over roles and the source that a client is bound to (model: access)."""

from itertools import product

import pytest

from graph.access.rights import Rights, best
from graph.records.states import SpaceRole

TRACKER, WIKI = "tracker", "wiki"

ROLES = (None, *(role.name for role in SpaceRole))
YES, NO = True, False


def rights(source: str | None = None, **roles: str | None) -> Rights:
    """What somebody may do who has these roles on the spaces `here` and `there`."""
    return Rights({space: SpaceRole[role] for space, role in roles.items() if role}, source)


ONE_SPACE = [
    # role, bound to | read, edit what came from the tracker, edit what was made here, own
    (None, None, NO, NO, NO, NO),
    ("READER", None, YES, NO, NO, NO),
    ("EDITOR", None, YES, YES, YES, NO),
    ("OWNER", None, YES, YES, YES, YES),
    (None, TRACKER, NO, NO, NO, NO),  # being bound grants nothing
    ("READER", TRACKER, YES, NO, NO, NO),
    ("EDITOR", TRACKER, YES, YES, NO, NO),  # what people made here is not the tracker's to change
    ("OWNER", TRACKER, YES, YES, NO, NO),  # a bound client never says who may read, whatever it was granted
    (None, WIKI, NO, NO, NO, NO),
    ("READER", WIKI, YES, NO, NO, NO),  # it reads what came from elsewhere
    ("EDITOR", WIKI, YES, NO, NO, NO),  # and changes none of it
    ("OWNER", WIKI, YES, NO, NO, NO),
]


@pytest.mark.parametrize(("role", "source", "reads", "edits", "edits_ours", "owns"), ONE_SPACE)
def test_what_may_be_done_in_one_space(
    role: str | None, source: str | None, reads: bool, edits: bool, edits_ours: bool, owns: bool
) -> None:
    held = rights(source, here=role)

    assert held.may_read("here") is reads
    assert held.may_edit("here", [TRACKER]) is edits
    assert held.may_edit("here") is edits_ours
    assert held.may_own("here") is owns


TWO_SPACES = [
    # role on the child's space, on the parent's | link, weigh, move from the one to the other
    (None, None, NO, NO, NO),
    (None, "READER", NO, NO, NO),
    (None, "EDITOR", NO, NO, NO),  # who edits the parent does not link to it what is hidden
    (None, "OWNER", NO, NO, NO),
    ("READER", None, NO, NO, NO),
    ("READER", "READER", NO, NO, NO),
    ("READER", "EDITOR", NO, NO, NO),  # the child's side decides what it counts towards
    ("READER", "OWNER", NO, NO, NO),
    ("EDITOR", None, NO, NO, NO),  # to a parent that is hidden there is no link
    ("EDITOR", "READER", YES, NO, NO),  # a link and its share are the child's; a weight is the parent's too
    ("EDITOR", "EDITOR", YES, YES, YES),
    ("EDITOR", "OWNER", YES, YES, YES),
    ("OWNER", None, NO, NO, NO),  # owning one space opens no other
    ("OWNER", "READER", YES, NO, NO),
    ("OWNER", "EDITOR", YES, YES, YES),
    ("OWNER", "OWNER", YES, YES, YES),
]


@pytest.mark.parametrize(("child", "parent", "links", "weighs", "moves"), TWO_SPACES)
def test_what_may_be_done_between_two_spaces(
    child: str | None, parent: str | None, links: bool, weighs: bool, moves: bool
) -> None:
    unbound, bound, elsewhere = (rights(source, here=child, there=parent) for source in (None, TRACKER, WIKI))

    assert unbound.may_link("here", "there", [TRACKER]) is links
    assert unbound.may_weigh("here", "there", [TRACKER]) is weighs
    assert unbound.may_move("here", "there", [TRACKER]) is moves
    # A client that is bound to the child's source may do the same; the parent may have come from anywhere.
    assert bound.may_link("here", "there", [TRACKER]) is links
    assert bound.may_weigh("here", "there", [TRACKER]) is weighs
    assert bound.may_move("here", "there", [TRACKER]) is moves
    # One that is bound to another source may do nothing of it, nor with what came from none.
    assert not elsewhere.may_link("here", "there", [TRACKER])
    assert not elsewhere.may_weigh("here", "there", [TRACKER])
    assert not elsewhere.may_move("here", "there", [TRACKER])
    assert not elsewhere.may_link("here", "there")


def test_the_tables_have_a_row_for_every_case() -> None:
    assert [row[:2] for row in TWO_SPACES] == list(product(ROLES, ROLES))
    assert [row[:2] for row in ONE_SPACE] == [(role, source) for source in (None, TRACKER, WIKI) for role in ROLES]


def test_a_node_of_several_sources_is_each_ones_to_edit() -> None:
    assert rights(TRACKER, here="EDITOR").may_edit("here", [WIKI, TRACKER])


@pytest.mark.parametrize(("source", "of_tracker", "of_wiki"), [(None, YES, YES), (TRACKER, YES, NO), (WIKI, NO, YES)])
def test_a_bound_client_writes_from_its_source_alone(source: str | None, of_tracker: bool, of_wiki: bool) -> None:
    held = rights(source)

    assert (held.may_write_from(TRACKER), held.may_write_from(WIKI)) == (of_tracker, of_wiki)


def test_of_several_grants_on_a_space_the_best_counts_in_any_order() -> None:
    grants = [("here", "READER"), ("here", "OWNER"), ("there", "EDITOR"), ("here", "EDITOR")]

    assert best(grants) == best(reversed(grants)) == {"here": SpaceRole.OWNER, "there": SpaceRole.EDITOR}
    assert best([]) == {}


AROUND = [
    # role on the one space, on the other, bound to | state people, teams and periods of the tracker
    (None, None, None, NO),
    ("READER", "READER", None, NO),
    ("READER", "EDITOR", None, YES),  # on any space: they belong to none
    ("OWNER", None, None, YES),
    ("READER", None, TRACKER, NO),
    ("EDITOR", None, TRACKER, YES),
    ("EDITOR", "OWNER", WIKI, NO),
]


@pytest.mark.parametrize(("here", "there", "source", "states"), AROUND)
def test_what_belongs_to_the_workspace_is_stated_by_an_editor_of_any_space(
    here: str | None, there: str | None, source: str | None, states: bool
) -> None:
    assert rights(source, here=here, there=there).may_edit_around([TRACKER]) is states
