"""Random operations over the whole schema, with ids and words of everyone, which tell what was asked where."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_union_type,
)

from resolvers.declared import answer_of
from resolvers.number_tests import NumberTested, RecordTested
from tests.fixtures.documents import PLAIN, Documents

NOT_ASKED = frozenset({"viewer", "queryCost", "changes", "history", "importJob", "importJobs"})
"""Fields that are asked by name elsewhere: they may write, or tell of other things than what the graph holds now."""

HEAD = "query($yes: Boolean!, $no: Boolean!, $n: Int!, $after: String)"
VARIABLES: Mapping[str, Any] = MappingProxyType({"yes": True, "no": False, "n": 2})
NOTHING: Mapping[str, Any] = MappingProxyType({})


OF_NUMBERS = (NumberTested, RecordTested)

FAR = ("ancestors", "descendants", "paths")
"""Fields that lead through others: they are asked more often."""


class Word(str):
    """A value of an enum, or a variable: written without quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Pool:
    """Values to ask with: ids, texts, numbers, days and references of everyone."""

    ids: Sequence[str]
    texts: Sequence[str]
    numbers: Sequence[int]
    days: Sequence[str]
    references: Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Asked:
    """A field that was asked, with arguments of any shape, hence `Any`."""

    field: str
    arguments: Mapping[str, Any]


@dataclass
class Operation:
    """A document; by the keys of its answer, what was asked; and the key of the list that begins after `$after`."""

    text: str = ""
    asked: dict[str, Asked] = field(default_factory=dict)
    turned: str = ""


class Operations(Documents):
    """Writes them. Each object tells its id as `oid`, each list its total as `oc`, its rows' ids below `os`, and its
    cursors below `op`; but for plain roots, which ask for no totals and no filters, so that many share a statement.
    Types of graphql-core are unions that do not narrow: hence `Any`.
    """

    def __init__(self, schema: GraphQLSchema, pool: Pool, seed: int) -> None:
        super().__init__(schema, list(pool.ids), seed)
        self.pool, self.made, self.is_plain = pool, Operation(), False

    def operation(self) -> Operation:
        """One query: a list that is turned by `$after`, and one further root."""
        self.fragments, self.names, self.made = [], 0, Operation()
        query: Any = self.schema.query_type
        lists = sorted(name for name, field in query.fields.items() if "after" in field.args and name not in NOT_ASKED)
        others = sorted(set(query.fields) - NOT_ASKED)
        first = self.chance.choice(lists)
        body = [self.field(first, query.fields[first], 2, {"after": Word("$after"), "first": Word("$n")})]
        self.made.turned = next(key for key, asked in self.made.asked.items() if "after" in asked.arguments)
        other = self.chance.choice(others)
        self.is_plain = self.chance.random() < 0.4
        body.append(self.field(other, query.fields[other], 2))
        self.is_plain = False
        used = "used: __typename @include(if: $yes) unused: __typename @skip(if: $no)"
        self.made.text = f"{HEAD} {{ {used} {' '.join(body)} }} {' '.join(self.fragments)}"
        return self.made

    def field(self, name: str, field: Any, depth: int, fixed: Mapping[str, Any] = NOTHING) -> str:
        """A field with random arguments, but for those that are fixed."""
        key = self.fresh("k")
        arguments = {**self.values(field.args), **fixed}
        if fixed:
            arguments.pop("last", None)
        if "last" in arguments:
            arguments.pop("first", None)
        self.made.asked[key] = Asked(name, arguments)
        given = ", ".join(f"{each}: {written(value)}" for each, value in arguments.items())
        return f"{key}: {name}{f'({given})' if given else ''} {self.select(get_named_type(field.type), depth)}"

    # Arguments

    def values(self, args: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "externalId" in args:
            return dict(self.chance.choice(self.pool.references))
        if self.is_plain:
            args = {name: each for name, each in args.items() if name == "first" or is_non_null_type(each.type)}
        for name, argument in args.items():
            if name == "first" or is_non_null_type(argument.type) or self.chance.random() < 0.4:
                value = self.value_of(name, argument.type)
                found |= {} if value is None else {name: value}
        return found

    def value_of(self, name: str, type_: Any) -> Any:
        match name:
            case "ids":
                return self.chance.choices(self.pool.ids, k=4)
            case "id" | "to":
                return self.chance.choice(self.pool.ids)
            case "first" | "last":
                return self.chance.choice([1, 3, 8, 20])
            case "orderBy":
                return [Word(self.order(get_named_type(type_)))]
            case "after" | "before":
                return None
        return self.value(type_, 3)

    def value(self, type_: Any, depth: int) -> Any:
        """A value of an input type; None where none is to be given."""
        if is_non_null_type(type_):
            return self.value(type_.of_type, depth)
        if is_list_type(type_):
            found = [self.value(type_.of_type, depth) for _ in range(self.chance.choice([1, 2]))]
            return [each for each in found if each is not None] or None
        if is_input_object_type(type_):
            return self.tests(type_, depth - 1)
        if is_enum_type(type_):
            return Word(self.chance.choice(sorted(type_.values)))
        return self.scalar(type_.name)

    def scalar(self, name: str) -> Any:
        match name:
            case "ID":
                return self.chance.choice(self.pool.ids)
            case "String":
                return self.chance.choice(self.pool.texts)
            case "Boolean":
                return self.chance.random() < 0.5
            case "Int" | "Float":
                return self.chance.choice([0, 1, *self.pool.numbers])
            case "Decimal":
                return str(self.chance.choice([0, 1, *self.pool.numbers]))
            case "Date" | "DateOrDuration":
                return self.chance.choice(self.pool.days)
            case "DateTime" | "DateTimeOrDuration":
                return self.chance.choice(["2020-01-01T00:00:00", "2100-01-01T00:00:00"])
        return None

    def tests(self, type_: Any, depth: int) -> Any:
        """One or two of the fields of an input; of those that lead on, as far as the depth allows. None of numbers."""
        leads_on = {name for name, field in type_.fields.items() if self.leads_on(field)}
        computed = {name for name, field in type_.fields.items() if isinstance(answer_of(field), OF_NUMBERS)}
        names = sorted(set(type_.fields) - computed - (set() if depth > 0 else leads_on))
        chosen = self.chance.sample(names, min(len(names), self.chance.choice([1, 1, 2])))
        found = {name: self.value(type_.fields[name].type, depth) for name in chosen}
        return {name: value for name, value in found.items() if value is not None} or None

    def leads_on(self, field: Any) -> bool:
        """Whether the field is a filter again, and no comparison."""
        target: Any = get_named_type(field.type)
        return is_input_object_type(target) and not target.name.endswith("Comparison")

    # Selections

    def select(self, type_: Any, depth: int) -> str:
        fields = getattr(type_, "fields", {})
        out = ["oid: id"] if "id" in fields else []
        if "totalCount" in fields and not self.is_plain:
            out += ["oc: totalCount", f"os: nodes {self.ids_of(get_named_type(fields['nodes'].type))}"]
            out += ["op: pageInfo { startCursor endCursor hasNextPage }"]
        passed = {"pageInfo", "nodes", "totalCount"} if "edges" in fields else {"pageInfo"}
        plain = sorted(name for name in PLAIN & set(fields) - passed if not fields[name].args)
        leaves = [n for n, each in fields.items() if n not in passed and is_leaf_type(get_named_type(each.type))]
        further = sorted(set(fields) - {*plain, *leaves, *passed} - NOT_ASKED) if depth > 0 else []
        out += self.chance.sample(leaves, len(leaves) // 2)
        out += [self.inner(name, fields[name], depth) for name in plain]
        chosen = self.chance.sample(further, min(len(further), self.chance.choice([1, 1, 2])))
        chosen += [name for name in FAR if name in further and name not in chosen and self.chance.random() < 0.2]
        out += [self.inner(name, fields[name], depth - 1) for name in chosen]
        more = self.further(type_, depth) if self.chance.random() < 0.5 else []
        return "{ " + " ".join([*out, *more] or ["__typename"]) + " }"

    def inner(self, name: str, field: Any, depth: int) -> str:
        if name in PLAIN and not field.args:
            return f"{name} {self.select(get_named_type(field.type), depth)}"
        return self.field(name, field, depth)

    def ids_of(self, type_: Any) -> str:
        if not is_union_type(type_):
            return "{ oid: id }"
        kinds = " ".join(f"... on {kind.name} {{ oid: id }}" for kind in self.schema.get_possible_types(type_))
        return f"{{ {kinds} }}"


def written(value: Any) -> str:
    """A value as GraphQL writes it, of any shape that inputs have: hence `Any`."""
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {written(each)}' for name, each in value.items())}}}"
    return json.dumps(value)
