"""The record of a change under its key: the same change is made once, whatever happens on the way."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum

from ..refusals import Refused
from .actors import Actor
from .identities import key_of


class KeyReused(Refused):
    """The key has been used for another change."""

    code = "KEY_REUSED"

    def __init__(self) -> None:
        super().__init__("This idempotency key was used for another change: repeat that one, or take a new key.")


@dataclass(frozen=True)
class Answer:
    """What came of a change: `text` in the words of its verb, the last entry of the feed, and the instant."""

    text: str
    seq: int
    at: int
    replayed: bool


def answer_key(workspace: str, actor: Actor, mutation: str, key: str) -> str:
    """The key under which a change is recorded: no other caller and no other mutation has the same."""
    caller = hashlib.sha256(actor.proven.encode()).hexdigest() if actor.proven else actor.subject
    return key_of(workspace, actor.client, caller, mutation, key)


def payload_hash(payload: object) -> str:
    """The same for equal payloads. Of any shape, since it is taken before the payload is checked."""
    text = json.dumps(payload, default=plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def plain(value: object) -> object:
    """A value that JSON knows, for one that it does not."""
    if is_dataclass(value):
        return [getattr(value, row.name) for row in fields(value)]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Enum):
        return value.name
    return value.isoformat() if isinstance(value, date) else repr(value)
