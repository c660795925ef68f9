"""The page of all scopes: what each is for, and which fields of the schema need it."""

from collections.abc import Iterable, Mapping

from graphql import GraphQLSchema

from resolvers.needs import guarded, permissions, roots, statements, tests
from resolvers.scopes import Need, Scope

INTRODUCTION = """\
# Scopes

A token's scopes say what it may be used for. They add nothing to what its bearer was granted: [access.md](access.md)
tells how the two work together. A token may hold scopes that are not listed; nothing needs them yet.
"""

ROOTS = """\
## What can be asked

Without its scope a field is refused before anything is read: the code is `FORBIDDEN`, and the message names the scope.
"""

GUARDED = """\
## What is told within an answer

Without its scope such a field is null, and an error beside the answer names the scope.
"""

TESTS = """\
## What can be tested by a filter

Without its scope a filter with such a test is refused, as a field that can be asked is.
"""

STATEMENTS = """\
## What can be stated

Without its scope a change that states such a field, or clears it, is refused: the code is `FORBIDDEN`, and the message
names the scope. Of an upsert it refuses the item.
"""

PERMISSIONS = """\
## What the viewer is told to be allowed

Without its scope such a field is false.
"""


def text(schema: GraphQLSchema) -> str:
    """The page, in Markdown."""
    return "\n".join(
        [
            INTRODUCTION,
            table("Scope", "What it is for", ((f"`{scope.value}`", scope.meaning) for scope in Scope)),
            ROOTS,
            needing(roots(schema)),
            GUARDED,
            needing(guarded(schema)),
            TESTS,
            needing(tests(schema)),
            STATEMENTS,
            needing(statements(schema)),
            PERMISSIONS,
            needing(permissions(schema)),
        ]
    )


def needing(needs: Mapping[str, Need]) -> str:
    rows = (
        (f"`{field}`", f"`{need.value}`" if isinstance(need, Scope) else "any token") for field, need in needs.items()
    )
    return table("Field", "Scope", rows)


def table(first: str, second: str, rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| {left} | {right} |\n" for left, right in ((first, second), ("---", "---"), *rows))
