"""The answer's tree is written out by one Python expression per plan, made here.

Cypher answers lists, by position: `[["obj_1", "Grow"], ["obj_2", "Learn"]]`. The expression gives them
the names that the client chose, in the client's order: `[{'id': row[0], 'title': row[1]} for row
in v]`. A tree of closures does the same 2.5 times slower, since it calls a function for each object
where this calls none.

Everything here takes the place of a value (`v[0][3]`) and gives the expression for it. An
expression may use: `v` the record's value, `given` the statement's parameters, `seal` what seals
the cursors of each page, `gap` what stands where room was left for measures, `node` the nodes that are
told apart, `sieve` what takes the pages of lists that are sifted, and the functions named in `RUNTIME`.
Only names from the schema and checked aliases are written, always through `repr`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NoReturn, Protocol

from ..refusals import Missing
from ..relations import MILLIONTHS

Python = Callable[[str], str]
Seal = Callable[[str], str]
Gaps = Sequence[Mapping[str, Any]]
"""What stands in the room that is left for measures: in each place by the id of the node."""


Nodes = Sequence[Mapping[str, Any]]
"""The nodes that are told in a further statement, written out: at each place by their ids."""

Sieves = Sequence[Callable[[Any], Any]]
"""What takes the page of each list that is sifted by numbers."""


class Render(Protocol):
    """What writes an answer out. Values have the shape of the selection, which no type can tell: hence `Any`."""

    def __call__(
        self,
        v: Any,
        given: Mapping[str, Any],
        seal: Sequence[Seal],
        gap: Gaps = (),
        node: Nodes = (),
        sieve: Sieves = (),
        /,
    ) -> Any: ...


def as_it_is(v: str) -> str:
    return v


def never_null(property: str) -> Python:
    return lambda v: f"({v} if {v} is not None else missing({property!r}))"


def decimal(v: str) -> str:
    return f"decimal_of({v})"


def if_found(inner: Python) -> Python:
    return lambda v: f"(None if {v} is None else {inner(v)})"


def always(text: str | None) -> Python:
    return lambda _: repr(text)


def each(inner: Python, of: Python = as_it_is) -> Python:
    """A list. The rows' name is the same at every depth: the innermost is the one that is meant."""
    return lambda v: f"[{inner('row')} for row in {of(v)}]"


def object_of(members: Iterable[tuple[str, Python]]) -> Python:
    listed = list(members)
    return lambda v: "{" + ", ".join(f"{key!r}: {value(v)}" for key, value in listed) + "}"


def list_of(members: Sequence[Python]) -> Python:
    return lambda v: "[" + ", ".join(value(f"{v}[{i}]") for i, value in enumerate(members)) + "]"


def apart(place: int) -> Python:
    """A node that is told in a further statement."""
    return lambda v: f"node[{place}][{v}]"


def left_for(gap: int) -> Python:
    """Room for a measure, which comes when all its ids are known."""
    return lambda v: f"gap[{gap}][{v}]"


def one_of(choices: Sequence[Python]) -> Python:
    """`[2, value]`: the value of the third choice. Nothing where none applies."""
    return lambda v: (
        "(" + "".join(f"{choice(f'{v}[1]')} if {v}[0] == {i} else " for i, choice in enumerate(choices)) + "None)"
    )


def missing(property: str) -> NoReturn:
    raise Missing(f"The graph holds no {property} where there must be one.")


def decimal_of(millionths: int) -> str:
    """The number of so many millionths, exactly, as text."""
    whole, rest = divmod(abs(millionths), MILLIONTHS)
    text = f"{whole}.{rest:06}".rstrip("0").rstrip(".")
    return f"-{text}" if millionths < 0 else text


def cursor_at(seal: Seal, rows: Sequence[Sequence[str]], index: int) -> str | None:
    """The cursor of a page's first or last row. A row that has a cursor has it first."""
    return seal(rows[index][0]) if rows else None


RUNTIME: Mapping[str, Any] = MappingProxyType({"missing": missing, "cursor_at": cursor_at, "decimal_of": decimal_of})


def made(expression: str) -> Render:
    """The function that writes an answer out."""
    render: Render = eval(f"lambda v, given, seal, gap=(), node=(), sieve=(): {expression}", dict(RUNTIME))  # noqa: S307 - see above
    return render
