"""What a node is called in another tool, and the keys under which such references are unique."""

from dataclasses import dataclass

import orjson

from .texts import one_line


@dataclass(frozen=True)
class Identity:
    """The one node that is this thing of that tool."""

    source: str
    external_type: str
    external_id: str


@dataclass(frozen=True)
class Key:
    """The node of the same upsert that was given this key."""

    text: str


Name = Identity | Key | str
"""What a node is called: in a tool, in the same upsert, or by its id."""


def spoken(name: Name) -> str:
    """The part of a name by which people know the node."""
    if isinstance(name, str):
        return name
    return name.text if isinstance(name, Key) else name.external_id


def checked(identity: Identity) -> Identity:
    """The identity, where all its parts are one line."""
    one_line("source", identity.source)
    one_line("external_type", identity.external_type)
    one_line("external_id", identity.external_id)
    return identity


def key_of(*parts: str | None) -> str:
    """A key that no other parts give."""
    return orjson.dumps(parts).decode()


def identity_key(workspace: str, identity: Identity) -> str:
    """The key of a reference of role IDENTITY: unique in the workspace."""
    return key_of(workspace, identity.source, identity.external_type, identity.external_id)


def link_key(workspace: str, identity: Identity, node: str) -> str:
    """The key of a reference of role LINK: many nodes may have it, each once."""
    return key_of(workspace, identity.source, identity.external_type, identity.external_id, node)
