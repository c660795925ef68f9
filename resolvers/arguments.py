"""The arguments that many fields have in common, with the words that describe them."""

from typing import Annotated

import strawberry

Said = strawberry.argument

Id = Annotated[strawberry.ID, Said(description="The id, as any answer gave it.")]
First = Annotated[int | None, Said(description="How many rows from the start: 25 unless said, at most 100.")]
After = Annotated[str | None, Said(description="The cursor of the row to go on from.")]
Last = Annotated[int | None, Said(description="How many rows from the end; instead of `first`.")]
Before = Annotated[str | None, Said(description="The cursor of the row to go back from.")]
To = Annotated[strawberry.ID | None, Said(description="Only paths to this node.")]
KINDS = "Only nodes of these kinds."
RELATION = "Only edges of this relation."
WHERE = "Which rows; all of them unless said."
ORDER = "By what the rows are sorted; the id decides where all keys are equal."
