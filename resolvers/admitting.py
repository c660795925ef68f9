"""Whether a request is run: its document is read, its operation found, its price paid, before anything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode, get_operation_ast
from graphql.execution.values import VariableValues, get_variable_values
from strawberry.types import ExecutionResult

from graph.refusals import Refused

from .context import Context
from .documents import Document, Documents
from .looks import Looks, Variables
from .pricing.budget import RateLimited
from .pricing.parts import Priced
from .pricing.prices import REFUSED
from .pricing.pricing import Pricing
from .pricing.refusals import TooCostly, Undetermined
from .pricing.values import check_depth
from .question import Question


class NotRun(Exception):
    """Nothing is run, for these reasons."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.errors = errors


def not_run(refused: Refused) -> NotRun:
    return NotRun([GraphQLError(str(refused), original_error=refused)])


@dataclass(frozen=True)
class Asked:
    """One operation with its variables, and what it can cost."""

    document: Document
    operation: OperationDefinitionNode
    values: VariableValues
    priced: Priced

    @property
    def variables(self) -> Variables:
        """By name, read by their types."""
        return self.values.coerced


@dataclass(frozen=True)
class Admitting:
    """Reads what is asked. `most` is the greatest page that is served."""

    schema: GraphQLSchema
    documents: Documents
    most: int

    def asked(self, text: str, given: Mapping[str, Any], name: str | None) -> Asked | None:
        """What is asked, priced; None where the document has no operation of that name. Raises NotRun."""
        try:
            document = self.documents.of(text)
            if document.errors:
                raise NotRun(document.errors)
            return self.found(document, given, name)
        except GraphQLError as error:
            raise NotRun([error]) from error
        except Refused as refused:
            raise not_run(refused) from refused

    def found(self, document: Document, given: Mapping[str, Any], name: str | None) -> Asked | None:
        if name is None and document.operations > 1:
            raise Undetermined(
                f"This document has {document.operations} operations: say by `operationName` which one is asked."
            )
        operation = get_operation_ast(document.tree, name)
        if operation is None:
            return None
        check_depth(given)
        coerced = get_variable_values(self.schema, operation.variable_definitions or (), dict(given))
        if isinstance(coerced, list):
            raise NotRun(coerced)
        return Asked(document, operation, coerced, self.price(document, operation, coerced.coerced))

    def price(self, document: Document, operation: OperationDefinitionNode, variables: Variables) -> Priced:
        def made(looks: Looks) -> Priced:
            question = Question(self.schema, document.fragments, looks, frozenset())
            root = self.schema.get_root_type(operation.operation)
            return Pricing(question, self.most).operation(root, operation.selection_set)

        priced: Priced = document.forks(id(operation), "price").plan(variables, made)
        return priced


async def pay(asked: Asked, context: Context) -> None:
    """Takes the price from the caller's budget. Raises NotRun where it is too much, at once or for now."""
    priced, most = asked.priced, context.budget.most
    context.priced = priced
    if priced.cost > most:
        raise not_run(TooCostly(priced.cost, most, priced.advice(most)))
    await spend(priced.cost, context)


async def turned_away(refused: NotRun, context: Context) -> ExecutionResult:
    """What is not run has been read all the same, and is paid for."""
    try:
        if context.spent is None:
            await spend(REFUSED.points, context)
    except NotRun as limited:
        refused = limited
    return ExecutionResult(None, refused.errors)


async def spend(points: int, context: Context) -> None:
    context.spent = await context.budget.spend(points) if points else None
    if context.spent and not context.spent.granted:
        raise not_run(RateLimited(points, context.spent))
