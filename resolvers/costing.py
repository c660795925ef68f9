"""What a document would cost: it is read and priced as if it were asked, and not run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError
from strawberry.scalars import JSON

from .admitting import Asked, NotRun
from .arguments import Said
from .context import Info
from .execution import CompiledSchema
from .faults import told
from .pricing.prices import PRICING
from .pricing.pricing import PRICE
from .pricing.refusals import NotServed, TooCostly
from .reasons import docs_of
from .scopes import AnyToken, needed

LARGEST = 2**31 - 1
"""The largest number that GraphQL's Int holds."""


@dataclass(frozen=True)
class Wrong:
    """Why a document would not be run, and where in it that stands."""

    code: str
    message: str
    docs: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Costed:
    """The most that it can cost, None where it cannot be told, beside the most that is served; and what is wrong."""

    requested: int | None
    maximum: int
    errors: Sequence[Wrong] = ()


Text = Annotated[str, Said(description="The text of a GraphQL document.")]
Variables = Annotated[JSON | None, Said(description="Its variables, as an object.")]
Name = Annotated[str | None, Said(description="Which of its operations, where it has several.")]


def cost_root(description: str) -> Any:
    """The root that prices a document. `Any`, so that the class's annotation gives the type."""

    async def resolve(info: Info, query: Text, variables: Variables = None, operation_name: Name = None) -> Any:
        schema, most = info.schema, info.context.budget.most
        if not isinstance(schema, CompiledSchema):
            raise TypeError("Documents of a compiled schema have prices.")
        try:
            asked = schema.admitting.asked(query, given(variables), operation_name)
        except NotRun as refused:
            return Costed(None, most, [wrong(told(error, schema.log)) for error in refused.errors])
        return costed(asked, most)

    return strawberry.field(
        resolver=resolve,
        metadata={"scope": AnyToken, PRICE: PRICING},
        directives=[needed(AnyToken)],
        description=description,
    )


def given(variables: Any) -> dict[str, Any]:
    """Variables, which are JSON of any shape until they are looked at: hence `Any`."""
    if not isinstance(variables, dict | None):
        raise NotServed("`variables` is an object: a value for each variable, by name.")
    return variables or {}


def costed(asked: Asked | None, most: int) -> Costed:
    if asked is None:
        raise NotServed("`operationName` names no operation of the document.")
    cost = asked.priced.cost
    refused = TooCostly(cost, most, asked.priced.advice(most)) if cost > most else None
    errors = [Wrong(refused.code, str(refused), docs_of(refused.code))] if refused else []
    return Costed(min(cost, LARGEST), most, errors)


def wrong(error: GraphQLError) -> Wrong:
    """An error that has its code, as a record: an error itself cannot be told within an answer."""
    extensions, place = error.extensions or {}, error.locations[0] if error.locations else None
    at = (place.line, place.column) if place else (None, None)
    return Wrong(extensions["code"], error.message, extensions["docs"], *at)
