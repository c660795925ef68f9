"""What becomes of each stated node: created, changed, left as it is, or refused."""

from collections.abc import Mapping
from types import MappingProxyType

from ..ids import new_id
from ..kinds import KIND, STATED
from ..records.states import ReferenceRole
from .book import Book
from .effects import Effects
from .identities import Identity, checked
from .nodes import Node
from .placing import space_of, subject_of
from .references import Reference, settled_references, stated_references
from .stated import Outcome, Result, StatedNode, Upsert
from .unfit import Unfit
from .values import Stored, category_of, empty_lists, require_complete, stored_properties

TURN_OF: Mapping[str, int] = MappingProxyType({"Space": 0, "CheckIn": 2})
"""Spaces come before the work in them, check-ins after the work that they speak of; all else is between."""


def judge_nodes(upsert: Upsert, book: Book, effects: Effects) -> list[Result]:
    """Judges the nodes, whatever their order, and answers in the order in which they were stated."""
    results: dict[int, Result] = {}
    seen: set[Identity] = set()
    for place, stated in sorted(enumerate(upsert.nodes), key=lambda row: TURN_OF.get(row[1].kind, 1)):
        if stated.identity in seen:
            results[place] = refused(Unfit("DUPLICATE", "This identity is stated twice in one upsert: state it once."))
            continue
        seen.add(stated.identity)
        try:
            results[place] = judge_node(upsert.source, stated, book, effects)
        except Unfit as refusal:
            book.refused.add(stated.identity)
            results[place] = refused(refusal)
    return [results[place] for place in range(len(upsert.nodes))]


def refused(refusal: Unfit) -> Result:
    return Result(Outcome.REFUSED, code=refusal.code, message=str(refusal))


def judge_node(source: str, stated: StatedNode, book: Book, effects: Effects) -> Result:
    checked(stated.identity)
    if stated.kind not in STATED:
        raise Unfit("UNKNOWN_KIND", f"No kind {stated.kind!r} can be stated: use one of {', '.join(STATED)}.")
    before = book.known.get(stated.identity)
    if before is None:
        return create(source, stated, book, effects)
    after = changed_node(source, stated, before, book)
    if before == after:
        return Result(Outcome.UNCHANGED, before.id)
    if before.kind == "CheckIn":
        raise Unfit("IMMUTABLE", "A check-in never changes: state a new one under an identity of its own.")
    effects.change_node(before, after)
    return Result(Outcome.UPDATED, before.id)


def create(source: str, stated: StatedNode, book: Book, effects: Effects) -> Result:
    properties = empty_lists(stated.kind) | stored_properties(stated.kind, stated.properties)
    require_complete(stated.kind, properties)
    subject = subject_of(stated, book)
    node = Node(
        id=(identifier := new_id(stated.kind)),
        kind=stated.kind,
        space=space_of(stated, identifier, subject, book) or effects.workspace,
        revision=0,
        properties=whole(stated.kind, properties, subject),
        references=stated_references(source, stated.references) | {Reference(ReferenceRole.IDENTITY, stated.identity)},
    )
    if subject and subject.revision:
        effects.expect_revision(subject)
    effects.create_node(node)
    book.made[stated.identity] = node
    return Result(Outcome.CREATED, node.id)


def changed_node(source: str, stated: StatedNode, before: Node, book: Book) -> Node:
    """The node as it is to be."""
    if before.kind != stated.kind:
        raise Unfit("WRONG_KIND", f"This identity is a {before.kind}'s: state it as that, or use another identity.")
    properties = {**before.properties, **stored_properties(stated.kind, stated.properties)}
    references = stated_references(source, stated.references)
    return Node(
        before.id,
        before.kind,
        before.space,
        before.revision,
        whole(stated.kind, properties, subject_of(stated, book)),
        settled_references(source, before.references, references),
    )


def whole(kind: str, properties: dict[str, Stored], subject: Node | None) -> dict[str, Stored]:
    """The properties with what is derived from them, without those that are cleared."""
    derived: dict[str, Stored] = {}
    if subject:
        derived["subject"] = subject.id
    if KIND[kind].rank is not None:
        derived["stateCategory"] = category_of(properties).name
    return {name: value for name, value in {**properties, **derived}.items() if value is not None}
