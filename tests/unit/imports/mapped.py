"""What a file of goals is mapped to, in a form that tests can compare."""

from api.imports.remarks import Fate
from api.imports.rust_goals.mapping import pieces
from api.imports.rust_goals.source import Goals
from graph.writing.identities import spoken
from graph.writing.stated import StatedNode

Ends = tuple[str, str]


def nodes(file: Goals, kind: str) -> dict[str, StatedNode]:
    """The nodes of a kind, by their ids in the source."""
    return {node.identity.external_id: node for piece in pieces(file) for node in piece.nodes if node.kind == kind}


def links(file: Goals, relation: str) -> list[Ends]:
    """The ends of the links of a relation, by their ids in the source."""
    return [
        (spoken(link.child), spoken(link.parent))
        for piece in pieces(file)
        for link in piece.links
        if link.relation == relation
    ]


def held(file: Goals, relation: str, name: str) -> dict[Ends, list[object]]:
    """What the links of a relation hold under a name, by their ends."""
    found: dict[Ends, list[object]] = {}
    for piece in pieces(file):
        for link in piece.links:
            if link.relation == relation:
                ends = (spoken(link.child), spoken(link.parent))
                found.setdefault(ends, []).append(link.properties[name])
    return found


def remarks(file: Goals, fate: Fate) -> dict[str, list[str]]:
    """The examples of the remarks of a fate, by their sort."""
    found: dict[str, list[str]] = {}
    for piece in pieces(file):
        for remark in piece.remarks:
            if remark.fate is fate:
                found.setdefault(remark.sort, []).append(remark.example)
    return found
