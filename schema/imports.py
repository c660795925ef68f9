"""Files of items that are brought in: what is stated of an import, and what is told of it."""

from datetime import datetime
from typing import Annotated

import strawberry

from resolvers.changes import changes
from resolvers.importing import (
    add_to_import,
    changed_import,
    instant,
    of_import,
    refused_rows,
    start_import,
)
from resolvers.scopes import Scope

from .access import Changed
from .inputs import maybe, said
from .refusals import IdempotencyKeyReused, InvalidInput, NotFound, NotPermitted, refusal
from .scalars import ImportState

# What is stated


@strawberry.input(description="A file of items that is to be brought in.")
class StartImportInput:
    source: str = said("The tool that it comes from, by the name of its source.")
    name: str | None = maybe("What to call it, the name of the file say.", None)


@strawberry.input(description="Lines of a file, which are added to those before.")
class AddToImportInput:
    import_job: strawberry.ID = said("To which import.")
    part: int = said("Which part they are, from 1: parts are added in their order, each once.")
    lines: str = said("The lines: on each one, as JSON, an entry of `nodes` or `children` of `upsertWork`.")
    last: bool = strawberry.field(default=False, description="Whether no more follow: then they are brought in.")


# What is told


@strawberry.type(description="A line that was refused, or one of the links in it.")
class ImportRefusal:
    line: int = said("The line, from 1.")
    place: int = said("Which of its links, from 1; 0 is the line as a whole.")
    code: str = said("Why, for programs.")
    message: str = said("Why, for people, with what to do.")


@strawberry.type(description="How many items of an import came to what so far.")
class ImportCounts:
    created: int = said("Nodes and links that are new.")
    updated: int = said("Nodes and links that were changed, and bare children whose links ended.")
    unchanged: int = said("Items that were as stated already.")
    refused: int = said("Lines and links that were refused.")
    closed: int = said("Links that ended, since their source states them no more.")


@strawberry.type(description="A file of items that is brought in. Only whoever began it is told of it.")
class ImportJob:
    id: strawberry.ID = said("Opaque and global.")
    source: str = said("The tool that it comes from.")
    name: str | None = said("What it was called.")
    state: ImportState = said("Where it stands.")
    counts: ImportCounts = said("What came of it so far.")
    parts: int = said("How many parts were added.")
    lines: int = said("How many lines were taken or refused so far.")
    total: int = said("How many lines were added.")
    started_at: datetime = of_import(lambda job: instant(job.started), "When it was begun.")
    finished_at: datetime | None = of_import(lambda job: instant(job.finished), "When it ended; null before that.")
    code: str | None = said("Why it was stopped, for programs; null where it was not.")
    message: str | None = said("Why it was stopped, for people.")
    refused: list[ImportRefusal] = refused_rows("What was refused, in the order of the lines.")


@strawberry.type(description="An import began, or lines were added to it.")
class ImportChanged(Changed):
    import_job: ImportJob | None = changed_import("It, as it is now; null where it was only rehearsed.")


StartImportResult = Annotated[
    ImportChanged | NotPermitted | InvalidInput | IdempotencyKeyReused,
    strawberry.union("StartImportResult", description="What comes of `startImport`."),
]
AddToImportResult = Annotated[
    ImportChanged | NotFound | InvalidInput | IdempotencyKeyReused,
    strawberry.union("AddToImportResult", description="What comes of `addToImport`."),
]


@strawberry.type(description="How files are brought in.")
class ImportMutation:
    start_import: StartImportResult = changes(
        Scope.SYNC_WRITE,
        StartImportInput,
        start_import,
        ImportChanged,
        refusal,
        "Begins to bring in a file of items of any size. Its lines follow by `addToImport`; it is run with your rights,"
        " as they are at each moment.",
    )
    add_to_import: AddToImportResult = changes(
        Scope.SYNC_WRITE,
        AddToImportInput,
        add_to_import,
        ImportChanged,
        refusal,
        "Adds lines to an import. To add the same part again does nothing.",
    )
