"""One statement for several readers of one plan: each row of a batch is one of them, with all that is theirs.

The text of a batch reads every parameter from the row, `reader` too, so what a reader may see can only be found by
the reader's own borders. Limits alone are parameters of the whole: Neo4j reads none from a row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from .conditions import AllOf, OnEdge, Stored
from .measured import Measured
from .selection import (
    Composed,
    Constant,
    Count,
    Cursor,
    KindWord,
    Many,
    Nothing,
    Object,
    One,
    Page,
    Permissions,
    RelationName,
    Root,
    Rows,
    Value,
    Variants,
)
from .sources import ById, Every, Step, Told

PARAMETER = re.compile(r"\$(\w+)")

MOST_ROWS = 100
"""A larger answer is not worth waiting for others: what is saved for each of them is little beside what it takes."""

Chain = tuple[str, ...]
"""The limits of a page and of all that it stands in."""


@dataclass(frozen=True)
class Batch:
    """How a plan is run for several readers at once. `chains` tell how large an answer can be."""

    text: str
    chains: tuple[Chain, ...]

    @cached_property
    def limits(self) -> frozenset[str]:
        return frozenset(limit for chain in self.chains for limit in chain)

    @cached_property
    def together(self) -> str:
        """The statement; its one value holds a pair for each reader who finds anything: the number and the answer."""

        def of_row(name: re.Match[str]) -> str:
            return name[0] if name[1] in self.limits else f"each.{name[1]}"

        own = PARAMETER.sub(of_row, self.text)
        return f"UNWIND $batch AS each CALL (*) {{ {own} }} RETURN collect([each.number, value]) AS value"

    def is_small(self, parameters: Mapping[str, Any]) -> bool:
        rows: int = sum(prod(parameters[limit] for limit in chain) for chain in self.chains)
        return rows <= MOST_ROWS

    def alike(self, parameters: Mapping[str, Any]) -> tuple[Any, ...]:
        """What those have in common who can go together."""
        return self.text, *(parameters[limit] for limit in sorted(self.limits))

    def parameters(self, readers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        limits = {limit: readers[0][limit] for limit in self.limits}
        return {**limits, "batch": [{**own, "number": number} for number, own in enumerate(readers)]}


def batch(selection: Root, text: str) -> Batch | None:
    """How it is asked for several at once; None where that can take long, so that one would wait for another."""
    found = tuple(chains(selection, ())) if isinstance(selection, One | Page) else (None,)
    known = tuple(chain for chain in found if chain is not None)
    return Batch(text, known) if len(known) == len(found) else None


def chains(value: Value, within: Chain) -> Iterator[Chain | None]:
    """The chain of each page; None for what has no small bound."""
    match value:
        case Object(members):
            for _, member in members:
                yield from chains(member, within)
        case Variants(choices):
            for _, choice in choices:
                yield from chains(choice, within)
        case One(ById() | Step() | Told(), _, inner) | Many(Told(), _, _, inner) | Composed(_, inner):
            yield from chains(inner, within)
        case Page(source=Step(outgoing=True) | Every(), filter=AllOf(())):
            yield from of_page(value, (*within, value.limit.name))
        case Stored() | OnEdge() | RelationName() | Cursor() | KindWord() | Constant() | Nothing():
            return
        case Permissions() | Measured():
            return
        case _:
            yield None


def of_page(page: Page, chain: Chain) -> Iterator[Chain | None]:
    """Few edges lead from a node, up and to its owners; and a page of all nodes is a few short seeks."""
    yield chain
    for _, told in page.members:
        if isinstance(told, Rows):
            yield from chains(told.value, chain)
        if isinstance(told, Count):
            yield None
