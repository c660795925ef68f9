"""A schema that counts on code which does not run is refused at start-up."""

import pytest
import strawberry
from strawberry.permission import BasePermission
from strawberry.schema.config import StrawberryConfig

from resolvers.execution import CompiledSchema
from resolvers.fields import by_id
from resolvers.properties import guarded
from resolvers.scopes import Scope


class Nobody(BasePermission):
    message = "Nobody may."

    def has_permission(self, source: object, info: object, **arguments: object) -> bool:
        return False


@strawberry.type(description="A crew.")
class Crew:
    id: strawberry.ID

    @strawberry.field(description="How many.")  # type: ignore[untyped-decorator]
    def size(self) -> int:
        return 1


@strawberry.type(description="A vault.")
class Vault:
    id: strawberry.ID
    gold: int = strawberry.field(permission_classes=[Nobody], description="How much.")


@strawberry.type(description="What can be read.")
class CrewQuery:
    crew: Crew | None = by_id(Scope.WORK_READ, "A crew.")


@strawberry.type(description="What can be read.")
class VaultQuery:
    vault: Vault | None = by_id(Scope.WORK_READ, "A vault.")


@strawberry.type(description="A purse.")
class Purse:
    id: strawberry.ID
    coins: int = guarded(Scope.PEOPLE_READ, "How many.")


@strawberry.type(description="What can be read.")
class PurseQuery:
    purse: Purse | None = by_id(Scope.WORK_READ, "A purse.")


@strawberry.type(description="What can be read.")
class OpenQuery:
    now: int = strawberry.field(resolver=lambda: 1, description="It.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (PurseQuery, "Purse.coins needs a scope, and without it is null: make it nullable"),
        (OpenQuery, "Query.now needs no scope: declare the one that it needs"),
        (CrewQuery, "Crew.size has a resolver, which does not run there"),
        (VaultQuery, "Vault.gold has a permission class, which does not run there"),
    ],
)
def test_a_schema_that_would_not_be_answered_as_it_is_written_is_refused(query: type, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        CompiledSchema(query, None, (), StrawberryConfig(), 100)
