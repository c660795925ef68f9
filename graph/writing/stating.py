"""What becomes of each stated node: created, changed, left as it is, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import require_live
from ..ids import new_id
from ..kinds import KIND, STATED
from ..records.states import ReferenceRole
from ..refusals import Refused
from .book import Book
from .consistency import require_consistent
from .effects import Effects
from .identities import Identity, Key, checked
from .nodes import Node
from .permits import Permits
from .placing import SPEAKS_OF, ends_of, space_of
from .references import Reference, settled_references, stated_references
from .stated import Outcome, Result, StatedNode, Upsert
from .unfit import Unfit
from .values import Stored, category_of, empty_lists, require_complete, stored_properties

TURN_OF: Mapping[str, int] = MappingProxyType({"Space": 0, **dict.fromkeys(SPEAKS_OF, 2)})
"""Spaces come before the work in them, what speaks of others after those; all else is between."""


def judge_nodes(upsert: Upsert, book: Book, permits: Permits, effects: Effects) -> list[Result]:
    """Judges the nodes, whatever their order, and answers in the order in which they were stated."""
    results: dict[int, Result] = {}
    seen: set[Identity] = set()
    for place, stated in sorted(enumerate(upsert.nodes), key=lambda row: TURN_OF.get(row[1].kind, 1)):
        if stated.identity in seen:
            results[place] = refused(Unfit("DUPLICATE", "This identity is stated twice in one upsert: state it once."))
            continue
        seen.add(stated.identity)
        try:
            results[place] = Judging(upsert.source, book, permits, effects).result(stated)
        except Refused as refusal:
            book.refused.add(stated.identity)
            results[place] = refused(refusal)
    return [results[place] for place in range(len(upsert.nodes))]


def refused(refusal: Refused) -> Result:
    return Result(Outcome.REFUSED, code=refusal.code, message=str(refusal))


@dataclass(frozen=True)
class Judging:
    """Judges the nodes of a source one by one."""

    source: str
    book: Book
    permits: Permits
    effects: Effects

    def result(self, stated: StatedNode) -> Result:
        """What becomes of a node. Raises Unfit, NotFound, NotPermitted."""
        checked(stated.identity)
        if stated.kind not in STATED:
            raise Unfit("UNKNOWN_KIND", f"No kind {stated.kind!r} can be stated: use one of {', '.join(STATED)}.")
        if stated.key is not None and self.book.keys[Key(stated.key)] != stated.identity:
            raise Unfit("DUPLICATE", f"Another node of this upsert has the key {stated.key[:100]!r}: take another one.")
        if stated.identity in self.book.hidden:
            raise Unfit("NOT_FOUND", "There is nothing of this identity that you may see: is the identity right?")
        self.permits.require_stating(stated.kind, stated.properties)
        before = self.book.known.get(stated.identity)
        if before is not None:
            require_live("node", before.id, before.space)
        return self.created(stated) if before is None else self.changed(stated, before)

    def created(self, stated: StatedNode) -> Result:
        properties = empty_lists(stated.kind) | stored_properties(stated.kind, stated.properties)
        require_complete(stated.kind, properties)
        ends = ends_of(stated, self.book)
        subject = ends.get("subject")
        identity = Reference(ReferenceRole.IDENTITY, stated.identity)
        node = Node(
            id=(identifier := new_id(stated.kind)),
            kind=stated.kind,
            space=space_of(stated, identifier, subject, self.book) or self.effects.workspace,
            revision=0,
            properties=whole(stated.kind, properties, ends),
            references=stated_references(self.source, stated.references or ()) | {identity},
        )
        self.permits.require_changing(self.answers_for(node, subject))
        if subject and subject.revision:
            self.effects.expect_revision(subject)
        self.effects.create_node(node)
        self.book.made[stated.identity] = node
        return Result(Outcome.CREATED, node.id)

    def answers_for(self, node: Node, subject: Node | None) -> Node:
        """What the caller must be free to change. A report is part of its work; time may come from another tool than
        its work does.
        """
        return subject if subject and node.kind == "CheckIn" else node

    def changed(self, stated: StatedNode, before: Node) -> Result:
        if before.kind != stated.kind:
            raise Unfit("WRONG_KIND", f"This identity is a {before.kind}'s: state it as that, or use another identity.")
        self.permits.require_changing(before)
        after = self.changed_node(stated, before)
        if before == after:
            return Result(Outcome.UNCHANGED, before.id)
        if before.kind == "CheckIn":
            raise Unfit("IMMUTABLE", "A check-in never changes: state a new one under an identity of its own.")
        if before.properties.get("subject") != after.properties.get("subject"):
            raise Unfit("IMMUTABLE", f"A {before.kind} stays with its subject: state a new one of the other work.")
        self.effects.change_node(before, after)
        return Result(Outcome.UPDATED, before.id)

    def changed_node(self, stated: StatedNode, before: Node) -> Node:
        """The node as it is to be."""
        properties = {**before.properties, **stored_properties(stated.kind, stated.properties)}
        references = before.references
        if stated.references is not None:
            references = settled_references(self.source, references, stated_references(self.source, stated.references))
        held = whole(stated.kind, properties, ends_of(stated, self.book))
        return Node(before.id, before.kind, before.space, before.revision, held, references)


def whole(kind: str, properties: dict[str, Stored], ends: Mapping[str, Node]) -> dict[str, Stored]:
    """The properties with what is derived from them, without those that are cleared. Raises Unfit where they do not fit
    each other.
    """
    derived: dict[str, Stored] = {name: node.id for name, node in ends.items()}
    if KIND[kind].rank is not None:
        derived["stateCategory"] = category_of(properties).name
    held: dict[str, Stored] = {name: value for name, value in {**properties, **derived}.items() if value is not None}
    require_consistent(kind, held)
    return held
