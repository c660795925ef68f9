"""From the arguments of a root to the nodes that it starts from: by id, by several, or by another tool's name."""

from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLField

from graph.reading.sources import ById, ByIds, ByReference
from graph.refusals import TooMany
from graph.writing.identities import Identity

from .looks import Argument, Variables
from .question import Question
from .references import ReferenceKey


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Opens the slots of one root. `most` is how many ids are served at once."""

    question: Question
    most: int
    published: GraphQLField
    node: FieldNode

    def by_id(self, source: ById) -> ById:
        """By the argument `id`; where there is none, the object above holds the id."""
        return ById(self.question.slot(self.argument("id"))) if "id" in self.published.args else source

    def by_ids(self) -> ByIds:
        return ByIds(self.question.slot(self.argument("ids"), self.ids))

    def ids(self, asked: list[Any]) -> list[Any]:
        if len(asked) > self.most:
            raise TooMany("ids", len(asked), self.most)
        return asked

    def by_reference(self) -> ByReference:
        source, type_, id_ = (self.argument(name) for name in ("source", "type", "externalId"))

        def key(variables: Variables) -> ReferenceKey:
            return ReferenceKey(Identity(source.read(variables), type_.read(variables), id_.read(variables)))

        return ByReference(self.question.open((source.key, "reference"), key))

    def argument(self, name: str) -> Argument:
        return self.question.argument(self.node, self.published, name)
