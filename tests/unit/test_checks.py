"""A schema that counts on code which does not run is refused at start-up."""

import pytest
import strawberry
from strawberry.permission import BasePermission
from strawberry.schema.config import StrawberryConfig

from resolvers.execution import CompiledSchema
from resolvers.fields import by_id


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
    crew: Crew | None = by_id("A crew.")


@strawberry.type(description="What can be read.")
class VaultQuery:
    vault: Vault | None = by_id("A vault.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (CrewQuery, "Crew.size has a resolver, which does not run there"),
        (VaultQuery, "Vault.gold has a permission class, which does not run there"),
    ],
)
def test_a_field_below_a_compiled_root_has_neither_resolver_nor_permission_class(query: type, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        CompiledSchema(query, (), StrawberryConfig(), 100)
