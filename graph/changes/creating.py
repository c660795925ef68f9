"""Creating one piece of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..database import Transaction
from ..ids import new_edge_id, new_id
from ..relations import MILLIONTHS, PART_OF
from ..writing.edges import Edge
from ..writing.effects import Effects
from ..writing.kin import kin_of
from ..writing.linking import ends_message
from ..writing.nodes import Node
from ..writing.properties import PROPERTIES
from ..writing.rings import Rings, Step, group_of
from ..writing.stating import whole
from ..writing.unfit import Unfit
from ..writing.values import Stored, empty_lists, require_complete
from .gathering import Known, asked_for
from .permitting import lacking, statable
from .verbs import NodeVerb

INITIAL: Mapping[str, Stored] = MappingProxyType({"status": "PLANNED", "flowState": "NEW"})
"""Where new work stands, unless it is said."""


SPACE, CONTAINER = ("input", "space"), ("input", "container")


@dataclass(frozen=True)
class CreateNode(NodeVerb):
    """Creates a node of a kind of work, in the space of its container or in one that is named. Answers its id.

    `holds` by the names of the record's fields; `container` is what it is PART_OF.
    """

    kind: str
    holds: Mapping[str, object]
    space: str | None
    container: str | None

    @property
    def mutation(self) -> str:
        return f"create{self.kind}"

    @property
    def payload(self) -> object:
        return [self.holds, self.space, self.container]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.space, self.container])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        effects = Effects(self.workspace)
        container = known.node("node", self.container) if self.container else None
        node = self.node(known, self.space_for(known, container))
        effects.create_node(node)
        if container:
            await self.contain(transaction, node, container, effects)
        effects.answer = node.id
        return effects

    def space_for(self, known: Known, container: Node | None) -> str:
        """Raises NotFound, NotPermitted, Unfit."""
        if self.space is None and container is None:
            message = f"A new {self.kind} needs a space, or a container that has one: give one of them."
            raise Unfit("MISSING_PROPERTY", message, SPACE)
        space = self.space if self.space is not None else container.space if container else ""
        if self.space is not None and known.node("space", self.space).kind != "Space":
            raise Unfit("WRONG_KIND", "Work is created in a space: give the id of one.", SPACE)
        if not known.rights.may_edit(space):
            raise lacking(known.rights, "EDITOR on the space")
        return space

    def node(self, known: Known, space: str) -> Node:
        properties = empty_lists(self.kind) | statable(known.rights, self.kind, self.holds)
        for name, value in INITIAL.items():
            if any(row.stored == name for row in PROPERTIES[self.kind].values()):
                properties.setdefault(name, value)
        require_complete(self.kind, properties)
        return Node(new_id(self.kind), self.kind, space, 0, whole(self.kind, properties, {}), frozenset())

    async def contain(self, transaction: Transaction, node: Node, container: Node, effects: Effects) -> None:
        """The container must still live in the same space: containment gives no access."""
        if (node.kind, container.kind) not in PART_OF.ends:
            raise Unfit("BAD_ENDS", ends_message(PART_OF.name, node.kind, container.kind), CONTAINER)
        step = Step(node.id, PART_OF.name, container.id)
        if group_of(step):
            if fault := Rings(await kin_of(transaction, [step])).fault_of(step):
                raise fault
            effects.steps.append(step)
        effects.expect_revision(container)
        holds = {"share": None, "weight": MILLIONTHS}
        effects.open_edge(Edge(new_edge_id(), node.id, PART_OF.name, container.id, None, holds), None)
