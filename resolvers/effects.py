"""What a change moves, as its answer tells it: planned before anything is changed, and read around the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import FieldNode, GraphQLField, get_named_type

from graph.changes import moving_numbers
from graph.reading import rendering
from graph.reading.compiling import compiled
from graph.reading.live import Live
from graph.reading.plan import Plan
from graph.reading.selection import Together
from graph.reading.telling import Tell, Telling, made
from graph.records.moving import MovingMeasure
from graph.refusals import Refused

from .context import Context
from .execution import CompiledSchema
from .gaps import Filling, Met
from .looks import Looks, Read, Variables
from .measuring import Measuring
from .paging import Paging
from .question import Question
from .scopes import Denied
from .selecting import Selecting

Moved = Sequence[moving_numbers.Moved] | None
"""All that a change has moved; None where that is more than is looked at."""


@dataclass(frozen=True)
class Effects:
    """How effects are told under one key of an answer: of which measures, how many, and in which shape.

    `named` is the plan of the nodes that they name, at so many `places`; `reads` are its values in the variables.
    """

    measures: frozenset[MovingMeasure]
    first: int
    tell: Tell
    places: int
    named: Plan | None
    reads: tuple[tuple[str, Read], ...]
    denied: tuple[Denied, ...]

    async def told(self, moved: Moved, variables: Variables, context: Context) -> Any:
        """In the shape of the selection, hence `Any`."""
        record, met = moving_numbers.told(moved, self.measures, self.first), [Met() for _ in range(self.places)]
        self.tell(record, met)
        given = {name: read(variables) for name, read in self.reads}
        return self.tell(record, await Filling(context).named(self.named, met, given))


def effects_of(info: strawberry.Info[Context, Any], published: GraphQLField, nodes: list[FieldNode]) -> Effects:
    """The plan of what is asked of the effects. Raises Refused."""
    schema, document = info.schema, info.context.document
    if document is None or not isinstance(schema, CompiledSchema):
        raise TypeError("Effects are told by a compiled schema.")
    scopes, fragments = info.context.viewer.scopes & schema.guarded, document.fragments

    def plan(looks: Looks) -> Effects:
        question = Question(schema._schema, fragments, looks, scopes)  # noqa: SLF001 - Strawberry keeps it only there
        return planned(question, schema.most, published, nodes)

    effects: Effects = document.forks(id(nodes[0]), "effects", scopes).plan(info.variable_values, plan)
    info.context.denied += [denied.error(str(info.path.key)) for denied in effects.denied]
    return effects


def planned(question: Question, most: int, published: GraphQLField, nodes: list[FieldNode]) -> Effects:
    """`most` is the longest list that is served."""
    telling, node = Telling(), Selecting(question, most).node
    type_: Any = get_named_type(published.type)
    members = Measuring(question, most, node).members(type_, nodes)
    tell = made(rendering.if_found(telling.members(members))("record"))
    return Effects(
        measures=question.seen(question.argument(nodes[0], published, "measures"), measures_of),
        first=question.seen(question.argument(nodes[0], published, "first"), Paging(question, most, node).size),
        tell=tell,
        places=len(telling.places),
        named=compiled(Together(telling.named()), Live()) if telling.places else None,
        reads=tuple((slot.name, read) for slot, read in question.bound.values()),
        denied=tuple(dict.fromkeys(question.denied)),
    )


def measures_of(given: Sequence[MovingMeasure] | None) -> frozenset[MovingMeasure]:
    """All of them, unless some are named."""
    if given is not None and not given:
        raise Refused("`measures` names no measure at all: name one, or leave it out.")
    return frozenset(MovingMeasure if given is None else given)
