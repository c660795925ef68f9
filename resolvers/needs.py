"""What each field of a schema needs of a token, read from where the fields are declared."""

from collections.abc import Iterator, Mapping

from graphql import GraphQLField, GraphQLInputField, GraphQLSchema, is_input_object_type, is_object_type

from .declared import Permitted, answer_of, fields_of, source_of
from .scopes import AnyToken, Need, Scope, scope_of


def roots(schema: GraphQLSchema) -> Mapping[str, Need]:
    """The roots: without what it needs, a root is refused."""
    types = [type_ for type_ in (schema.query_type, schema.mutation_type, schema.subscription_type) if type_]
    return {
        f"{type_.name}.{name}": scope_of(source_of(field)) or AnyToken
        for type_ in types
        for name, field in type_.fields.items()
    }


def guarded(schema: GraphQLSchema) -> Mapping[str, Scope]:
    """The fields within an answer that a token without their scope is told as null."""
    scopes = {name: scope_of(source_of(field)) for name, field in beneath(schema)}
    return {name: scope for name, scope in scopes.items() if scope}


def tests(schema: GraphQLSchema) -> Mapping[str, Scope]:
    """The tests of filters that would tell what a guarded field holds: without their scope, a filter is refused."""
    scopes = {name: scope_of(source_of(field)) for name, field in stated(schema) if answer_of(field)}
    return {name: scope for name, scope in scopes.items() if scope}


def statements(schema: GraphQLSchema) -> Mapping[str, Scope]:
    """The fields of inputs that may be given only with a scope: without it, the change is refused."""
    scopes = {name: scope_of(source_of(field)) for name, field in stated(schema) if not answer_of(field)}
    return {name: scope for name, scope in scopes.items() if scope}


def permissions(schema: GraphQLSchema) -> Mapping[str, Scope]:
    """The fields that say what the viewer may do: to a token without their scope, that it may not."""
    answers = {name: answer_of(field) for name, field in beneath(schema)}
    return {name: answer.scope for name, answer in answers.items() if isinstance(answer, Permitted)}


def stated(schema: GraphQLSchema) -> Iterator[tuple[str, GraphQLInputField]]:
    """All fields of inputs, by type and name."""
    for type_ in schema.type_map.values():
        if is_input_object_type(type_):
            for name, field in type_.fields.items():
                yield f"{type_.name}.{name}", field


def beneath(schema: GraphQLSchema) -> Iterator[tuple[str, GraphQLField]]:
    """All fields within answers, by type and name."""
    at_the_top = (schema.query_type, schema.mutation_type, schema.subscription_type)
    for type_ in schema.type_map.values():
        if is_object_type(type_) and type_ not in at_the_top:
            for name, field in fields_of(type_).items():
                yield f"{type_.name}.{name}", field
