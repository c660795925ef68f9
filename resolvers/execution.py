"""Strawberry's schema with a shorter way for plain reads: past the executor where they can, through it where they must.

A query of compiled roots alone needs no executor. Whatever is unusual takes Strawberry's ordinary
way, and so does what is refused while it is planned: the ordinary way meets it again, and reports it
in its place. A fault, as of the database, is not tried twice: it stands where its root stands.
"""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import strawberry
from graphql import GraphQLError, OperationDefinitionNode, OperationType, located_error
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType as Allowed

from graph.refusals import Refused

from .admitting import Admitting, Asked, NotRun, pay, turned_away
from .answering import answer, answers
from .checks import check, guarded
from .context import Context
from .documents import Document, Documents, ReadOnce
from .faults import told
from .handover import Answered, HandOver
from .looks import Looks
from .planning import Planned, Planning, Root
from .pricing.cost import cost_told
from .scopes import Scope


class CompiledSchema(strawberry.Schema):
    """Owns the documents that it has been asked, and the plans of their answers."""

    def __init__(
        self,
        query: type,
        mutation: type | None,
        types: Iterable[Any],
        config: StrawberryConfig,
        most_per_page: int,
    ) -> None:
        super().__init__(
            query,
            mutation,
            types=types,
            config=config,
            extensions=[ReadOnce],
            execution_context_class=HandOver,
        )
        self.documents, self.most = Documents(self._schema), most_per_page
        self.admitting = Admitting(self._schema, self.documents, most_per_page)
        self.log = logging.getLogger("goldenthread.graphql")
        check(self._schema)
        self.guarded = guarded(self._schema)

    async def execute(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any = None,
        root_value: Any = None,
        operation_name: str | None = None,
        allowed_operation_types: Iterable[Allowed] | None = None,
        operation_extensions: dict[str, Any] | None = None,
    ) -> Any:
        """Strawberry's own signature, hence `Any`."""
        result: Any = None
        try:
            asked = self.admitting.asked(query, variable_values or {}, operation_name) if query else None
            if asked and is_allowed(asked.operation, allowed_operation_types):
                context_value.document, context_value.variables = asked.document, asked.values
                await pay(asked, context_value)
                result = await self.read(asked, context_value)
        except NotRun as refused:
            result = await turned_away(refused, context_value)
        if result is None:
            result = await super().execute(
                query,
                variable_values,
                context_value,
                root_value,
                operation_name,
                allowed_operation_types,
                operation_extensions,
            )
        if context_value.priced:
            cost = cost_told(context_value.priced, context_value.budget.most, context_value.spent, result.data)
            result.extensions = {**(result.extensions or {}), "cost": cost}
        errors = [*(result.errors or []), *context_value.denied]
        if errors:
            result.errors = [told(error, self.log) for error in errors]
        return result

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Errors are logged where they are told."""

    async def read(self, asked: Asked, context: Context) -> ExecutionResult | None:
        """The answer of a query that is wholly ours, or None to have it answered the ordinary way."""
        if asked.operation.operation is not OperationType.QUERY:
            return None
        try:
            roots = self.roots(asked.document, asked.operation, asked.variables, context.viewer.scopes & self.guarded)
        except Refused:
            return None
        return assembled(roots, await answers(roots, asked.variables, context)) if roots else None

    def roots(
        self,
        known: Document,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
        scopes: frozenset[Scope],
    ) -> Mapping[str, Root]:
        def made(looks: Looks) -> Mapping[str, Root]:
            query: Any = self._schema.query_type
            return Planning(self._schema, known.fragments, looks, self.most, scopes).operation(query, [operation])

        roots: Mapping[str, Root] = known.forks(id(operation), scopes).plan(variables, made)
        return roots


def is_allowed(operation: OperationDefinitionNode, allowed: Iterable[Allowed] | None) -> bool:
    return allowed is None or Allowed(operation.operation.value) in allowed


def assembled(roots: Mapping[str, Root], values: dict[str, Any]) -> ExecutionResult:
    """The values of all roots; an exception among them becomes an error in its place, as the specification has it."""
    errors: list[GraphQLError] = []
    data: dict[str, Any] | None = values
    for key, value in values.items():
        root = roots[key]
        if not isinstance(value, BaseException):
            errors += [denied.error(key) for denied in root.denied] if isinstance(root, Planned) else []
            continue
        if not isinstance(value, Exception):
            raise value
        errors.append(located_error(value, list(root.nodes) if isinstance(root, Planned) else None, [key]))
        values[key] = None
        if isinstance(root, Planned) and root.never_null:
            data = None
    return ExecutionResult(data=data, errors=errors or None)


async def answered(info: strawberry.Info[Context, Any], id_: str | None = None) -> Any:
    """What a resolver of a compiled field returns, where the executor runs."""
    raw: Any = info._raw_info  # noqa: SLF001 - Strawberry keeps the parent type and the nodes only there
    root = planned(info, raw.parent_type, raw.field_nodes, str(info.path.key))
    return Answered(await answer(root, raw.variable_values, info.context, id_))


def planned(info: strawberry.Info[Context, Any], parent: Any, nodes: list[Any], key: str) -> Root:
    """The plan of a compiled field of `parent` that stands in the response under `key`, where the executor runs."""
    schema, document = info.schema, info.context.document
    if document is None or not isinstance(schema, CompiledSchema):
        raise TypeError("A compiled field stands in a compiled schema.")
    scopes = info.context.viewer.scopes & schema.guarded

    def made(looks: Looks) -> Root:
        return Planning(schema._schema, document.fragments, looks, schema.most, scopes).root(parent, nodes)  # noqa: SLF001 - as above

    root: Root = document.forks(id(nodes[0]), parent.name, scopes).plan(info.variable_values, made)
    if isinstance(root, Planned):
        info.context.denied += [denied.error(key) for denied in root.denied]
    return root
