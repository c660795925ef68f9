"""Attribution: which part of a piece of work goes to each objective and strategy, by the shares along all paths."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..database import Reads
from ..ids import kind_of
from ..reading.reader import Reader
from ..records.numbers import Attribution, AttributionTo
from ..statements import Statement
from .gathering import known_of
from .works import Number, resolved

ATTRIBUTION = Statement("graph.measures", "attribution")

TARGETS = ("Objective", "Strategy")


@dataclass(frozen=True)
class AttributionOf:
    """Attribution of any work to the targets of these kinds."""

    kinds: tuple[str, ...] = TARGETS

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Attribution]:
        rows = await graph.value(*ATTRIBUTION.given(ids=list(ids), reader=known_of(reader)), timeout)
        above = Above.put_together(rows)
        return {id_: self.record(above, id_) for id_ in ids if id_ in above.parents}

    def record(self, above: "Above", id_: str) -> Attribution:
        parts = above.parts(id_)
        told = [(target, value) for target, value in parts.items() if kind_name(target) in self.kinds]
        told.sort(key=lambda part: (-part[1], part[0]))
        return Attribution(
            to=[AttributionTo(target=target, value=float(value)) for target, value in told],
            unattributed=float(above.unattributed(id_)),
        )


@dataclass
class Above:
    """The visible parents of each piece, with its resolved shares; and the parts that go to targets, each once."""

    parents: Mapping[str, Sequence[tuple[str, Number]]]
    known: dict[str, dict[str, Number]] = field(default_factory=dict)

    @classmethod
    def put_together(cls, rows: Sequence[Sequence[Any]]) -> "Above":
        """From rows of the statement, which hold texts, numbers and lists: hence `Any`."""
        return cls({id_: list(visible(edges)) for id_, edges in rows})

    def parts(self, id_: str) -> Mapping[str, Number]:
        """Which part goes to each target. A target's own is 1: the path to itself has no edges."""
        if (known := self.known.get(id_)) is not None:
            return known
        parts: dict[str, Number] = {id_: 1} if kind_name(id_) in TARGETS else {}
        for parent, share in self.parents[id_]:
            for target, part in self.parts(parent).items():
                parts[target] = parts.get(target, 0) + share * part
        self.known[id_] = parts
        return parts

    def unattributed(self, id_: str) -> Number:
        """What goes to no target at the top, one without a visible parent."""
        return 1 - sum(part for target, part in self.parts(id_).items() if not self.parents[target])


def visible(edges: Sequence[tuple[str | None, int | None]]) -> Iterator[tuple[str, Number]]:
    """The visible parents with their shares, which are resolved over the hidden ones too."""
    for (parent, _), share in zip(edges, resolved([share for _, share in edges]), strict=True):
        if parent is not None:
            yield parent, share


def kind_name(id_: str) -> str:
    kind = kind_of(id_)
    return "" if kind is None else kind.name
