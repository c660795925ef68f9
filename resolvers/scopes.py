"""The scopes: what a token may be used for, and where the schema says which one a field needs."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import strawberry
from graphql import GraphQLError, located_error
from strawberry.schema_directive import Location

from graph.records.words import Described
from graph.refusals import Refused


class Scope(Described):
    """All that something in the schema needs; the value is the name in tokens. A token may hold others too."""

    WORK_READ = "work:read", "Read the work, and whom it concerns."
    WORK_WRITE = "work:write", "Change the work, and what counts towards what."
    CHECKINS_WRITE = "checkins:write", "Report on the work."
    SYNC_WRITE = "sync:write", "State the work of a source as the source has it, and whom it concerns."
    COST_READ = "cost:read", "Read budgets, values and rates: all that is money."
    COST_WRITE = "cost:write", "State budgets, values and rates: all that is money."
    CHANGES_READ = "changes:read", "Read what was changed in the workspace, as it comes."
    PEOPLE_READ = "people:read", "Read about single people."
    ACCESS_MANAGE = "access:manage", "Manage spaces, and who may read and change what lies in them."


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    description="The field needs a token with all scopes of one of these lists.",
)
class RequiresScopes:
    scopes: list[list[str]] = strawberry.directive_field(name="scopes")


class MissingScope(Refused):
    """The token is not meant for this."""

    code = "FORBIDDEN"

    def __init__(self, scope: Scope, field: str) -> None:
        super().__init__(f"`{field}` needs the scope {scope.value}: ask for a token that has it.")
        self.scope = scope


@dataclass(frozen=True)
class Denied:
    """A guarded field that a document asks for and the viewer's token is not meant for."""

    scope: Scope
    field: str

    def error(self, root: str) -> GraphQLError:
        """What the answer says beside the null that stands there."""
        return located_error(MissingScope(self.scope, self.field), None, [root])


class AnyToken:
    """What a field states in place of a scope, where any token will do: it tells a caller of itself alone."""


Need: TypeAlias = Scope | type[AnyToken]
"""What a root field states."""


def needed(need: Need) -> RequiresScopes:
    """How the printed schema says it."""
    return RequiresScopes(scopes=[[need.value] if isinstance(need, Scope) else []])


def states_need(definition: Any) -> bool:
    """Whether a Strawberry field says what it needs; untyped there, hence `Any`."""
    return bool(definition and definition.metadata.get("scope"))


def scope_of(definition: Any) -> Scope | None:
    """The scope with which a Strawberry field was declared; untyped there, hence `Any`."""
    need = definition.metadata.get("scope") if definition else None
    return need if isinstance(need, Scope) else None
