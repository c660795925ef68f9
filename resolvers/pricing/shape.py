"""How large a document is, measured before anything else looks at it: validation itself can be made to take long.

Each fragment is measured once, however often it is spread, so the time is linear in the document.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from .bounds import ALIASES, DIRECTIVES, FIELDS, FRAGMENTS, LEVELS, REPEATS, ROOTS, Bound
from .refusals import NotServed, TooBroad, TooDeep

IN_PARTS = frozenset({"defer", "stream"})


@dataclass
class Size:
    """What a selection holds, fragments spread out. `keys` are those that stand in it side by side."""

    levels: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    repeats: int = 0
    keys: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Size", below: int) -> None:
        """Another selection, `below` levels down in this one."""
        self.levels = max(self.levels, other.levels + below)
        self.fields += other.fields
        self.aliases += other.aliases
        self.directives += other.directives
        self.repeats += other.repeats
        if below:
            self.repeats += other.side_by_side
        else:
            self.keys.update(other.keys)

    @property
    def side_by_side(self) -> int:
        """Pairs of fields under the same key, each of which validation compares."""
        return sum(times * (times - 1) // 2 for times in self.keys.values())


def check(tree: DocumentNode) -> None:
    """Raises Refused for a document that is larger than it may be."""
    fragments = {d.name.value: d for d in tree.definitions if isinstance(d, FragmentDefinitionNode)}
    within(len(fragments), FRAGMENTS)
    sizes: dict[str, Size] = {}
    for name in in_order(fragments):
        sizes[name] = sized(fragments[name], sizes)
    for definition in tree.definitions:
        if isinstance(definition, OperationDefinitionNode):
            within(len(sized(definition, sizes).keys), ROOTS)


def in_order(fragments: Mapping[str, FragmentDefinitionNode]) -> Iterable[str]:
    """The fragments' names, each after those that it spreads."""
    spread = {
        name: [inner for inner in spreads(fragment) if inner in fragments] for name, fragment in fragments.items()
    }
    try:
        return list(TopologicalSorter(spread).static_order())
    except CycleError as ring:
        names = " → ".join(reversed(ring.args[1]))
        raise NotServed(f"These fragments spread each other in a ring: {names}. Take one of the spreads out.") from ring


def spreads(fragment: FragmentDefinitionNode) -> Iterable[str]:
    """The names that a fragment spreads, at any depth."""
    selections: list[Any] = [*fragment.selection_set.selections]
    while selections:
        node = selections.pop()
        if isinstance(node, FragmentSpreadNode):
            yield node.name.value
        elif node.selection_set:
            selections += node.selection_set.selections


def sized(definition: FragmentDefinitionNode | OperationDefinitionNode, known: Mapping[str, Size]) -> Size:
    """The size of a whole definition, which is within all bounds."""
    size = measured(definition.selection_set, known)
    size.directives += told(definition.directives)
    if size.levels > LEVELS.most:
        raise TooDeep(LEVELS)
    for number, bound in (
        (size.aliases, ALIASES),
        (size.fields, FIELDS),
        (size.directives, DIRECTIVES),
        (size.repeats + size.side_by_side, REPEATS),
    ):
        within(number, bound)
    return size


def measured(selections: SelectionSetNode, known: Mapping[str, Size]) -> Size:
    """A fragment that is not known is as nothing here: validation tells of it."""
    size = Size()
    for node in selections.selections:
        size.directives += told(node.directives)
        if isinstance(node, FieldNode):
            size.add(Size(fields=1, levels=1, aliases=1 if node.alias else 0), 0)
            size.keys[(node.alias or node.name).value] += 1
            if node.selection_set:
                size.add(measured(node.selection_set, known), 1)
        elif isinstance(node, FragmentSpreadNode):
            size.add(known.get(node.name.value, Size()), 0)
        else:
            inner: Any = node
            size.add(measured(inner.selection_set, known), 0)
    return size


def told(directives: Sequence[Any] | None) -> int:
    """How many directives there are."""
    for directive in directives or ():
        if directive.name.value in IN_PARTS:
            raise NotServed(f"`@{directive.name.value}` is not served: every answer comes whole. Take it out.")
    return len(directives or ())


def within(number: int, bound: Bound) -> None:
    if number > bound.most:
        raise TooBroad(bound)
