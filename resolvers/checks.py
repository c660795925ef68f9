"""What a schema must not hold, refused at start-up.

Below a compiled root no resolver runs, no permission class and no extension. A field that counts on
one there would be answered without it, and nobody would notice.
"""

from collections.abc import Iterator

from graphql import GraphQLField, GraphQLNamedType, GraphQLSchema, get_named_type, is_abstract_type, is_non_null_type

from . import needs
from .declared import Found, answer_of, fields_of, source_of
from .scopes import Scope, scope_of, states_need


def check(schema: GraphQLSchema) -> None:
    """Raises TypeError for the first field that would not be answered as it is written, or that asks for no scope."""
    query = schema.query_type
    if query is None:
        raise TypeError("A schema has a query.")
    roots = [field for field in query.fields.values() if isinstance(answer_of(field), Found)]
    seen = {query.name}
    for root in filter(None, (query, schema.mutation_type, schema.subscription_type)):
        if open_to_all := [name for name, field in root.fields.items() if not states_need(source_of(field))]:
            raise TypeError(f"{root.name}.{open_to_all[0]} needs no scope: declare the one that it needs.")
    for type_ in (get_named_type(field.type) for field in roots):
        for owner, name, field in beneath(schema, type_, seen):
            if scope_of(source_of(field)) and is_non_null_type(field.type):
                raise TypeError(f"{owner.name}.{name} needs a scope, and without it is null: make it nullable.")
            if ignored := what_would_not_run(field):
                said = f"{owner.name}.{name} has {ignored}, which does not run there"
                raise TypeError(f"{said}: declare how the graph answers it.")


def beneath(
    schema: GraphQLSchema, type_: GraphQLNamedType, seen: set[str]
) -> Iterator[tuple[GraphQLNamedType, str, GraphQLField]]:
    """All fields that can be selected below a type, each once."""
    if type_.name in seen:
        return
    seen.add(type_.name)
    kinds = schema.get_possible_types(type_) if is_abstract_type(type_) else ()
    for name, field in fields_of(type_).items():
        yield type_, name, field
    for inner in (*kinds, *(get_named_type(field.type) for field in fields_of(type_).values())):
        yield from beneath(schema, inner, seen)


def guarded(schema: GraphQLSchema) -> frozenset[Scope]:
    """The scopes on which an answer turns, those of roots aside: on them alone a plan turns."""
    turning = (needs.guarded, needs.tests, needs.permissions)
    return frozenset(scope for within in turning for scope in within(schema).values())


def what_would_not_run(field: GraphQLField) -> str | None:
    """What the field counts on in vain, if anything."""
    definition = source_of(field)
    if definition and definition.permission_classes:
        return "a permission class"
    if definition and definition.extensions:
        return "an extension"
    return "a resolver" if definition and definition.base_resolver and answer_of(field) is None else None
