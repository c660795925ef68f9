"""How a finished answer passes the executor as it stands, where the executor runs."""

from typing import Any

from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class Answered:
    """A value that already has the shape of the response, all the way down."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class HandOver(StrawberryGraphQLCoreExecutionContext):
    """Passes an answered value on. Null is left to the executor, which knows where it is an error.

    The signature is graphql-core's, whose types are unions that no checker narrows: hence `Any`.
    """

    def complete_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, *rest: Any
    ) -> Any:
        if type(result) is Answered:
            if result.value is not None:
                return result.value
            result = None
        return super().complete_value(return_type, field_details_list, info, path, result, *rest)
