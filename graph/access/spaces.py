"""Creating and changing spaces."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..ids import new_edge_id, new_id
from ..records.states import SpaceRole
from ..refusals import StaleRevision
from ..relations import GRANTED
from ..writing.edges import Edge
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.values import require_complete, stored_properties
from .gathering import Asked, Known
from .principals import principal_id
from .refusals import owned_space
from .rights import Rights
from .verbs import AccessVerb


@dataclass(frozen=True)
class CreateSpace(AccessVerb):
    """Creates a space, which its creator owns. `holds` by the names of the record's fields. Answers its id."""

    holds: Mapping[str, object]
    mutation = "createSpace"

    @property
    def payload(self) -> object:
        return self.holds

    @property
    def asked(self) -> Mapping[str, object]:
        own = self.caller.own
        return Asked(principal=own.key(self.workspace) if own else None).row

    def judge(self, known: Known, rights: Rights) -> Effects:
        effects = Effects(self.workspace)
        properties = stored_properties("Space", self.holds)
        require_complete("Space", properties)
        stored = {name: value for name, value in properties.items() if value is not None}
        space = Node(id_ := new_id("Space"), "Space", id_, 0, stored, frozenset())
        effects.create_node(space)
        if self.caller.own:
            owner = principal_id(self.caller.own, known.principal, effects)
            holds = {"role": SpaceRole.OWNER.name}
            effects.open_edge(Edge(new_edge_id(), owner, GRANTED.name, space.id, None, holds), None)
        effects.answer = space.id
        return effects


@dataclass(frozen=True)
class UpdateSpace(AccessVerb):
    """Changes what a space is called. An absent property keeps its value. Answers its id."""

    space: str
    holds: Mapping[str, object]
    expected_revision: int | None
    mutation = "updateSpace"

    @property
    def payload(self) -> object:
        return [self.space, self.holds, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return Asked(space=self.space).row

    def judge(self, known: Known, rights: Rights) -> Effects:
        effects = Effects(self.workspace, answer=self.space)
        before = owned_space(rights, self.space, known.space)
        if self.expected_revision not in (None, before.revision):
            raise StaleRevision(before.id, before.revision)
        properties = {**before.properties, **stored_properties("Space", self.holds)}
        kept = {name: value for name, value in properties.items() if value is not None}
        after = Node(before.id, before.kind, before.space, before.revision, kept, before.references)
        if after != before:
            effects.change_node(before, after)
        return effects
