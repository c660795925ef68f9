"""The arguments that many fields have in common, with the words that describe them."""

from typing import Annotated

import strawberry

Said = strawberry.argument

Id = Annotated[strawberry.ID, Said(description="The id, as any answer gave it.")]
Ids = Annotated[list[strawberry.ID], Said(description="The ids, at most 100 of them; one may be named twice.")]
SourceName = Annotated[str, Said(description="The tool, by the name of its source.")]
TypeName = Annotated[str, Said(description="What the tool calls such a thing.")]
ExternalId = Annotated[str, Said(description="The tool's own id of it.")]
First = Annotated[int | None, Said(description="How many rows from the start: 25 unless said, at most 100.")]
After = Annotated[str | None, Said(description="The cursor of the row to go on from.")]
Last = Annotated[int | None, Said(description="How many rows from the end; instead of `first`.")]
Before = Annotated[str | None, Said(description="The cursor of the row to go back from.")]
Text = Annotated[
    str, Said(description="Words that must all be found, in upper or lower case, in title or description.")
]
LeavesOnly = Annotated[
    bool | None, Said(description="Only work items without sub-items; those that you may not read do not count.")
]
To = Annotated[strawberry.ID | None, Said(description="Only paths to this node.")]
Key = Annotated[
    str | None,
    Said(
        description="Any text of yours that no other change has: a change that is sent again under the same key is made"
        " once, and answered again."
    ),
]
DryRun = Annotated[bool, Said(description="Answer as if, and change nothing.")]
ARCHIVED = "Whether archived ones are shown: they are not, unless it is said."
KINDS = "Only nodes of these kinds."
RELATION = "Only edges of this relation."
WHERE = "Which rows; all of them unless said."
ORDER = "By what the rows are sorted; the id decides where all keys are equal."
