"""From a `where` to a filter.

Its outline is looked at, as the statement turns on it; the values that it compares with are left open.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from graphql import GraphQLInputObjectType, get_named_type

from graph.reading.conditions import (
    Absent,
    AllOf,
    AnyOf,
    Comparison,
    Filter,
    Not,
    OfKind,
    OnEdge,
    Some,
    Stored,
)
from graph.reading.sources import Slot
from graph.refusals import Refused

from .comparands import held
from .declared import (
    EdgeTested,
    KindTested,
    Quantifier,
    Reached,
    ReachedOne,
    Under,
    answer_of,
    source_of,
)
from .looks import Argument, outline
from .number_tests import NumberTested, NumberTests, RecordTested
from .question import Question
from .scopes import MissingScope, scope_of

Path = tuple[str | int, ...]


class Filtering:
    """Reads one `where`. The values inside are as the client gave them, coerced by their types: hence `Any`."""

    def __init__(self, question: Question, where: Argument) -> None:
        self.question, self.where = question, where
        self.numbers: NumberTests = []

    def filter(self, type_: Any) -> Filter:
        self.question.seen(self.where, outline)
        value = self.where.read(self.question.looks.variables)
        return AllOf() if value is None else self.all_of(get_named_type(type_), value, ())

    def all_of(self, type_: GraphQLInputObjectType, value: Any, path: Path) -> Filter:
        if not value:
            raise Refused("An empty filter matches nothing and everything: leave it out, or say what to match.")
        filters = [
            self.named(type_, name, member, (*path, name))
            for name, member in value.items()
            if not self.is_of_number(type_, name, member, (*path, name))
        ]
        return together(filters)

    def is_of_number(self, type_: GraphQLInputObjectType, name: str, value: Any, path: Path) -> bool:
        """Whether it is a test of a number, which is then kept for when that is known."""
        answer = answer_of(type_.fields[name]) if name in type_.fields else None
        if not isinstance(answer, NumberTested | RecordTested):
            return False
        if any(step != "and" and isinstance(step, str) for step in path[:-1]):
            raise Refused(
                f"`{name}` is a number: test it beside the other tests of `where`, not inside of one of them."
            )
        self.numbers += answer.tests(type_.fields[name], value, path, self.number_at)
        return True

    def number_at(self, path: Path) -> Slot:
        return self.question.slot(self.where.member(*path))

    def named(self, type_: GraphQLInputObjectType, name: str, value: Any, path: Path) -> Filter:
        if value is None or value == []:
            raise Refused(f"`{name}` without a value has no meaning in a filter: leave it out.")
        match name:
            case "and" | "or":
                inner = tuple(self.all_of(type_, member, (*path, i)) for i, member in enumerate(value))
                return together(inner) if name == "and" else AnyOf(inner)
            case "not":
                return Not(self.all_of(type_, value, path))
        field = type_.fields[name]
        scope = scope_of(source_of(field))
        if scope and scope not in self.question.scopes:
            raise MissingScope(scope, f"{type_.name}.{name}")
        target: Any = get_named_type(field.type)
        match answer_of(field):
            case Reached() as reached:
                return self.quantified(reached, target, value, path)
            case ReachedOne(source, kinds):
                return Some(source, kinds, self.all_of(target, value, path))
            case Under(source):
                same = Comparison(Stored("id"), "eq", self.question.slot(self.where.member(*path)))
                return Some(source, ("WorkNode",), same)
            case KindTested():
                return self.of_kind(value, path)
            case EdgeTested():
                return together(self.tests(OnEdge(name), value, path))
            case _:
                return together(self.tests(Stored(name), value, path))

    def quantified(self, reached: Reached, type_: GraphQLInputObjectType, value: Any, path: Path) -> Filter:
        if not value:
            raise Refused(f"`{path[-1]}` asks about nothing: say `some`, `every` or `none`, and of what.")
        return together(self.quantity(reached, type_, Quantifier(name), value[name], path) for name in value)

    def quantity(
        self, reached: Reached, type_: GraphQLInputObjectType, quantifier: Quantifier, value: Any, path: Path
    ) -> Filter:
        inner: Any = get_named_type(type_.fields[quantifier.value].type)
        passed = self.all_of(inner, value, (*path, quantifier.value))
        match quantifier:
            case Quantifier.SOME:
                return Some(reached.source, reached.kinds, passed)
            case Quantifier.EVERY:
                return Not(Some(reached.source, reached.kinds, Not(passed)))
            case Quantifier.NONE:
                return Not(Some(reached.source, reached.kinds, passed))

    def of_kind(self, value: Any, path: Path) -> Filter:
        """Kinds are part of the statement's text, so they are looked at."""
        if not value or None in value.values():
            raise Refused("`kind` is compared with nothing: say with what, or leave it out.")
        tests = [self.kinds_in(operator, path) for operator in value]
        return together(OfKind(kinds) for kinds in tests)

    def kinds_in(self, operator: str, path: Path) -> tuple[str, ...]:
        def named(given: Any) -> tuple[str, ...]:
            return tuple(kind.value for kind in (given if isinstance(given, list) else [given]))

        kinds: tuple[str, ...] = self.question.seen(self.where.member(*path, operator), named)
        if not kinds:
            raise Refused("`kind` is compared with no kind at all: name one, or leave it out.")
        return kinds

    def tests(self, of: Stored | OnEdge, value: Any, path: Path) -> Iterator[Filter]:
        if not value or None in value.values():
            raise Refused(f"`{of.property}` is compared with nothing: say with what, or leave it out.")
        for operator in value:
            argument = self.where.member(*path, operator)
            if operator == "isNull":
                yield Absent(of) if self.question.seen(argument) else Not(Absent(of))
            else:
                yield Comparison(of, operator, self.question.slot(argument, held))


def together(filters: Iterable[Filter]) -> Filter:
    """All of some filters; one stands for itself, and what filters nothing for nothing."""
    listed = tuple(each for each in filters if each != AllOf())
    return listed[0] if len(listed) == 1 else AllOf(listed)
