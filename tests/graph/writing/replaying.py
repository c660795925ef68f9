"""What holds after all entries of a feed, by the entries alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BESIDE = {"ws", "space", "rank"}
"""What a revision holds besides what it sets, and what never changes for now."""


@dataclass
class Replayed:
    """The properties of nodes, and the ends of edges, by their ids."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: dict[str, tuple[str, str, str]] = field(default_factory=dict)


def replayed(feed: Iterable[Mapping[str, Any]]) -> Replayed:
    told = Replayed()
    for entry in feed:
        if "Revision" in entry["kinds"]:
            node = told.nodes.setdefault(entry["node"], {})
            assert (entry["change"] == "CREATED") == (node == {})
            node |= {name: entry.get(name) for name in {*entry["sets"], *BESIDE} - {"references", "id"}}
            told.nodes[entry["node"]] = {name: value for name, value in node.items() if value is not None}
            continue
        if entry["change"] == "UNLINKED":
            del told.edges[entry["edge"]]
            continue
        assert entry["change"] in ("LINKED", "RELINKED")
        if "closes" in entry:
            del told.edges[entry["closes"]]
        told.edges[entry["edge"]] = (entry["child"], entry["relation"], entry["parent"])
    return told
