"""Lines of a file as items of an upsert: a line is one of its `nodes` or one of its `children`, in the same words."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from graphql import GraphQLError, Undefined
from graphql.utilities import coerce_input_value, validate_input_value
from strawberry import Schema
from strawberry.exceptions import StrawberryInputCoercionError

from graph.changes.upserting import StatedChild
from graph.jobs.lines import BadLine, Line
from graph.writing.identities import Key
from graph.writing.stated import StatedNode
from graph.writing.upserting import MOST_ITEMS

from .upserting import child_from, node_from

LONGEST = 1 << 20
"""Bytes of a line."""

SHAPES = "a node, as in `nodes` of upsertWork, or the links of a child, as in `children`"


class Lines:
    """Reads the lines of a source's file, as the schema declares what they hold."""

    def __init__(self, schema: Schema, source: str) -> None:
        types = schema._schema.type_map  # noqa: SLF001 - Strawberry keeps graphql-core's schema only there
        self._node, self._child = types["UpsertNodeInput"], types["UpsertChildInput"]
        self._source = source

    def line(self, number: int, text: bytes) -> Line | None:
        """What a line states; None for one that is empty, or the first, which names the source."""
        if not text.strip():
            return None
        try:
            sent = object_in(text)
            if number == 1 and sent == {"source": self._source}:
                return None
            return Line(number, len(text), self._states(sent))
        except BadLine as bad:
            return Line(number, len(text), bad)

    def _states(self, sent: Mapping[str, Any]) -> StatedNode | StatedChild:
        """What an object of any shape states: hence `Any`. Raises BadLine."""
        if "links" in sent or "child" in sent:
            child = child_from(self._source, coerced(sent, self._child))
            if len(child.links) > MOST_ITEMS:
                raise BadLine(f"{len(child.links)} links: one child may have at most {MOST_ITEMS} of one source.")
            if any(isinstance(name, Key) for name in (child.child, *(link.parent for link in child.links))):
                raise named_by_key()
            return child
        node = node_from(self._source, coerced(sent, self._node))
        if node.key is not None or isinstance(node.space, Key) or isinstance(node.subject, Key):
            raise named_by_key()
        return node


def object_in(text: bytes) -> dict[str, Any]:
    """The JSON object that a line is: of any shape, hence `Any`. Raises BadLine."""
    if len(text) > LONGEST:
        raise BadLine(f"The line has more than {LONGEST} bytes: shorten what it holds.")
    try:
        sent = orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        raise BadLine(f"The line is not JSON ({fault.msg}): write one JSON object on each line.") from fault
    if not isinstance(sent, dict):
        raise BadLine(f"The line is no JSON object: write {SHAPES}.")
    return sent


def coerced(sent: Mapping[str, Any], type_: Any) -> Any:
    """The values that an input type makes of it. Both of any shape, hence `Any`. Raises BadLine for the first fault."""
    try:
        found = coerce_input_value(sent, type_)
    except StrawberryInputCoercionError as fault:
        raise BadLine(f"{fault}: give one of its fields a value.") from fault
    if found is Undefined:
        validate_input_value(sent, type_, wrong)
    return found


def wrong(fault: GraphQLError, path: Sequence[str | int]) -> None:
    """Raises BadLine."""
    place = ".".join(map(str, path))
    raise BadLine(f"{place}: {fault.message}" if place else f"{fault.message} A line is {SHAPES}.")


def named_by_key() -> BadLine:
    return BadLine("A `key` names a node within one call, and a file is many: name it by `reference` or by `id`.")


def source_in(text: bytes) -> str:
    """The source that the first line of a file names. Raises BadLine."""
    sent = object_in(text)
    if sent.keys() != {"source"} or not isinstance(sent["source"], str):
        raise BadLine('The first line names the source of all others, and nothing else: write {"source": "jira"}.')
    return sent["source"]
