"""How a finished answer passes the executor as it stands, where the executor runs."""

from typing import Any

from graphql import DocumentNode, OperationDefinitionNode
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class Answered:
    """A value that already has the shape of the response, all the way down."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def undeclared(document: DocumentNode) -> DocumentNode:
    """The same document, in which no operation declares a variable that could be missing."""
    return DocumentNode(
        definitions=tuple(
            OperationDefinitionNode(
                operation=definition.operation,
                name=definition.name,
                directives=definition.directives,
                selection_set=definition.selection_set,
                loc=definition.loc,
            )
            if isinstance(definition, OperationDefinitionNode)
            else definition
            for definition in document.definitions
        )
    )


class HandOver(StrawberryGraphQLCoreExecutionContext):
    """Passes an answered value on. Null is left to the executor, which knows where it is an error.

    The signatures are graphql-core's, whose types are unions that no checker narrows: hence `Any`.
    """

    @classmethod
    def build(
        cls,
        schema: Any,
        document: Any,
        root_value: Any = None,
        context_value: Any = None,
        raw_variable_values: Any = None,
        *rest: Any,
        **more: Any,
    ) -> Any:
        """With the variables as they were read before: to read those of a large change takes long."""
        read = context_value.variables
        if read is None:
            return super().build(schema, document, root_value, context_value, raw_variable_values, *rest, **more)
        executor: Any = super().build(schema, undeclared(document), root_value, context_value, {}, *rest, **more)
        if not isinstance(executor, list):
            executor.variable_values = read
        return executor

    def complete_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, *rest: Any
    ) -> Any:
        if type(result) is Answered:
            if result.value is not None:
                return result.value
            result = None
        return super().complete_value(return_type, field_details_list, info, path, result, *rest)
