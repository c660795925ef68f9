"""What a document would cost, as it is published."""

import strawberry


@strawberry.type(description="Why a document would not be run.")
class RequestError:
    code: str = strawberry.field(description="The reason, for programs.")
    message: str = strawberry.field(description="The reason, in words that say what to do next.")
    docs: str = strawberry.field(description="Where the server tells of the reason.")
    line: int | None = strawberry.field(description="The line of the document that it is about, from 1.")
    column: int | None = strawberry.field(description="The place in that line, from 1.")


@strawberry.type(description="What a document would cost, in points: about what it takes to read a row each.")
class QueryCost:
    requested: int | None = strawberry.field(
        description="The most that it can cost, which is what is taken from your budget when it is asked; null where it"
        " cannot be priced. More than 2147483647 is told as that."
    )
    maximum: int = strawberry.field(description="The most that one request may cost.")
    errors: list[RequestError] = strawberry.field(description="Why it would not be run; empty where it would be.")
