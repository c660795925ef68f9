"""What a source states of its work in one call, and what comes of it."""

from typing import Annotated

import strawberry

from graph.changes.upserting import ItemsRefused
from resolvers.changes import of_change
from resolvers.inputs import as_it_came
from resolvers.refusing import members
from resolvers.telling import rows
from resolvers.upserting import counts_of, refused_of, results_of

from .access import Changed
from .inputs import maybe, said
from .refusals import PUBLISHED, IdempotencyKeyReused, InvalidInput, NotPermitted, Refusal
from .scalars import AskSize, OwnerRole, StatedRelation, UpsertOutcome
from .stating import NodeNameInput, UpsertHoldsInput

# What is stated


@strawberry.input(description="Something in another tool that a node is related to.")
class UpsertReferenceInput:
    source: str = said("The tool, by the name of its source.")
    external_type: str = said("What the tool calls such a thing.")
    external_id: str = said("The tool's own id of it.")
    url: str | None = maybe("Where it can be opened.", None)


@strawberry.input(description="A node as its source has it: made where it is not there yet, else changed.")
class UpsertNodeInput:
    external_type: str = said("What the source calls such a thing.")
    external_id: str = said("The source's own id of it; with the source and the type, it says which node it is.")
    holds: UpsertHoldsInput = said("Its kind, and what it holds.")
    key: str | None = maybe("Any text by which this call names it; no other node of the call has it.", None)
    space: NodeNameInput | None = maybe("The space in which new work is made; what is there stays where it is.", None)
    references: list[UpsertReferenceInput] | None = maybe(
        "All that the source relates it to, in place of what the source said before; absent, that stays."
    )


@strawberry.input(description="A link of a child to a parent. What is absent of one that is there stays, null clears.")
class UpsertLinkInput:
    relation: StatedRelation = said("How they are linked.")
    parent: NodeNameInput = said("What it leads to.")
    share: float | None = maybe("Of lineage: the part of the child's effort that goes there, 0 to 1.")
    weight: float | None = maybe("Of lineage: how much the child counts in the parent's progress, 0 or more.")
    role: OwnerRole | None = maybe("Of OWNED_BY, where it must be given: what the owner answers for.")
    size: AskSize | None = maybe("Of ASKS: for how much of the team.")


@strawberry.input(description="All links of one child that the source has. Those that it has no more end.")
class UpsertChildInput:
    child: NodeNameInput = said("From what the links lead: work that counts towards other work, a person in a team.")
    links: list[UpsertLinkInput] = said("All of them; an empty list ends those that there are.")


@as_it_came
@strawberry.input(description="Work as a source has it: at most 1,000 items. An item is a node, a link, a bare child.")
class UpsertWorkInput:
    source: str = said("The tool that it comes from, by the name of its source.")
    nodes: list[UpsertNodeInput] = strawberry.field(default_factory=list, description="Nodes, in any order.")
    children: list[UpsertChildInput] = strawberry.field(
        default_factory=list, description="Links, child by child; a child that is not named keeps its own."
    )
    atomic: bool = strawberry.field(
        default=True, description="Whether one item that is refused refuses all; else the others are written."
    )


# What comes of it


@strawberry.type(description="What became of one item: of a node, of a link, or of a child without links.")
class UpsertItemResult:
    path: list[str] = said("Where it was stated, from the field on, as `input nodes 3` or `input children 0 links 2`.")
    outcome: UpsertOutcome = said("What became of it.")
    id: strawberry.ID | None = said("The id of the node or of the link; null where it was refused.")
    code: str | None = said("Why it was refused, for programs.")
    message: str | None = said("Why it was refused, for people, with what to do.")
    hint: str | None = said("The usual way out.")
    docs: str | None = said("Where the server tells of this reason.")


@strawberry.type(description="How many items came to what.")
class UpsertCounts:
    created: int = said("Nodes and links that are new.")
    updated: int = said("Nodes and links that were changed, and bare children whose links ended.")
    unchanged: int = said("Items that were as stated already.")
    refused: int = said("Items that were refused.")
    closed: int = said("Links that ended, since their source states them no more.")


@strawberry.type(description="Work was taken as its source has it.")
class WorkUpserted(Changed):
    results: list[UpsertItemResult] = rows(
        results_of,
        "What became of each item, in the order stated: the nodes, then the links child by child.",
    )
    counts: UpsertCounts = of_change(counts_of, "How many items came to what.")


@strawberry.type(description="Some items are refused, and so all of them, as `atomic` asks.")
class UpsertRefused(Refusal):
    items: list[UpsertItemResult] = rows(refused_of, "Those that are refused.")


UpsertWorkResult = Annotated[
    WorkUpserted | UpsertRefused | NotPermitted | InvalidInput | IdempotencyKeyReused,
    strawberry.union("UpsertWorkResult", description="What comes of `upsertWork`."),
]

upsert_refusal = members({**PUBLISHED, ItemsRefused: UpsertRefused}, otherwise=InvalidInput)
