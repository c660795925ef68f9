"""Ids tell the kind, and sort by the time at which they were made."""

import pytest

from graph.ids import kind_of, new_edge_id, new_id
from graph.kinds import KINDS


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_an_id_tells_its_kind(kind: str) -> None:
    found = kind_of(new_id(kind))

    assert found
    assert found.name == kind


def test_no_two_kinds_share_a_prefix_and_none_has_that_of_edges() -> None:
    prefixes = [*(kind.prefix for kind in KINDS), new_edge_id().partition("_")[0]]

    assert len(set(prefixes)) == len(prefixes)
    assert all(prefix.isalnum() and prefix.islower() for prefix in prefixes)


def test_ids_are_unique_and_those_of_later_milliseconds_are_greater(monkeypatch: pytest.MonkeyPatch) -> None:
    first = {new_id("Objective") for _ in range(1000)}
    monkeypatch.setattr("time.time_ns", lambda: 4_000_000_000_000_000_000)

    later = new_id("Objective")

    assert len(first) == 1000
    assert all(identifier < later for identifier in first)


@pytest.mark.parametrize("identifier", ["", "obj", "obj_", "_01J9", "xyz_01J9", "OBJ_01J9", "edg_01J9"])
def test_what_is_no_nodes_id_has_no_kind(identifier: str) -> None:
    assert kind_of(identifier) is None
