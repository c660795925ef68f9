"""What a caller was granted: read before each request, and again within each change that turns on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..database import Reads, Transaction
from ..records.states import SpaceRole
from ..statements import Statement
from .principals import Principal
from .rights import best

GRANTED = Statement("graph.access", "granted", sees_all="It finds out what the caller may read, from the caller's own.")


@dataclass(frozen=True)
class Granted:
    """The best role on each space, by its id; the ids of the principals that are kept; and of the person they are."""

    roles: Mapping[str, SpaceRole]
    known: Mapping[Principal, str]
    person: str | None


async def granted(graph: Reads, workspace: str, principals: Iterable[Principal], timeout: float) -> Granted | None:
    """What these principals have together; None where there is no such workspace. `timeout` in seconds."""
    by_key = keyed(workspace, principals)
    found = await graph.value(*GRANTED.given(ws=workspace, keys=list(by_key)), timeout)
    return None if found is None else granted_from(found, by_key)


async def granted_now(transaction: Transaction, workspace: str, principals: Iterable[Principal]) -> Granted:
    """The same within a transaction, of a workspace that is there."""
    by_key = keyed(workspace, principals)
    row = await transaction.row(*GRANTED.given(ws=workspace, keys=list(by_key)))
    return granted_from(row[0] if row else [[], [], []], by_key)


def keyed(workspace: str, principals: Iterable[Principal]) -> dict[str, Principal]:
    return {principal.key(workspace): principal for principal in principals}


def granted_from(found: Any, by_key: Mapping[str, Principal]) -> Granted:
    """What granted.cypher answers, in our words. `Any`, as rows come in any shape that Cypher can return."""
    grants, known, people = found
    return Granted(best(grants), {by_key[key]: id_ for key, id_ in known}, people[0] if people else None)
