"""Small lineages drawn at random, as the gathering statement would return them, without a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import strategies as st

from graph.measures.attribution import Above
from graph.measures.effort import Efforts
from graph.measures.gathering import works_of
from graph.measures.progressing import Progressing
from graph.measures.works import Number, Works
from graph.records.states import MeasureBasis
from graph.relations import MILLIONTHS

MOST = 9


@dataclass(frozen=True)
class Drawn:
    """A piece of work: by kind's prefix and number, with its edges as (parent, weight, share) in millionths."""

    id: str
    state: str
    estimate: int | None
    percent: int | None
    edges: tuple[tuple[str | None, int, int | None], ...]

    @property
    def is_item(self) -> bool:
        return self.id.startswith("itm")


Lineage = tuple[Drawn, ...]


def is_leaf(lineage: Sequence[Drawn], piece: Drawn) -> bool:
    above = {edge[0] for other in lineage if other.is_item for edge in other.edges}
    return piece.is_item and piece.id not in above


def works(lineage: Sequence[Drawn]) -> Works:
    rows = [row(lineage, piece) for piece in lineage]
    return works_of([[0, "UTC"], rows, [], [], [], []])


def row(lineage: Sequence[Drawn], piece: Drawn) -> list[object]:
    return [piece.id, is_leaf(lineage, piece), piece.state, piece.percent, piece.estimate, piece.edges]


def progress(lineage: Sequence[Drawn]) -> Mapping[str, Fraction | None]:
    """Of all pieces, by id."""
    known = works(lineage)
    progressing = Progressing(known)
    return {id_: progressing.of(work).value for id_, work in known.by_id.items()}


def effort(lineage: Sequence[Drawn]) -> Mapping[str, Fraction]:
    known, efforts = works(lineage), Efforts(MeasureBasis.ESTIMATE)
    return {id_: efforts.total(work) for id_, work in known.by_id.items()}


def attribution(lineage: Sequence[Drawn]) -> Mapping[str, tuple[Mapping[str, Number], Number]]:
    """The parts of each, and what goes to nothing."""
    above = Above.put_together([[piece.id, [[edge[0], edge[2]] for edge in piece.edges]] for piece in lineage])
    return {piece.id: (above.parts(piece.id), above.unattributed(piece.id)) for piece in lineage}


def with_weights(lineage: Sequence[Drawn], times: int) -> Lineage:
    return tuple(
        replace(piece, edges=tuple((parent, weight * times, share) for parent, weight, share in piece.edges))
        for piece in lineage
    )


@st.composite
def edges(draw: st.DrawFn, parents: Sequence[str]) -> tuple[tuple[str, int, int | None], ...]:
    chosen = draw(st.lists(st.sampled_from(parents), max_size=3, unique=True)) if parents else []
    left, found = MILLIONTHS, list[tuple[str, int, int | None]]()
    for parent in chosen:
        share = draw(st.none() | st.integers(0, left))
        left -= share or 0
        found.append((parent, draw(st.sampled_from((0, MILLIONTHS, 2 * MILLIONTHS, 700_000))), share))
    return tuple(found)


@st.composite
def lineages(draw: st.DrawFn) -> Lineage:
    """From strategies down to items; each piece may serve any of those that were drawn before it."""
    count = draw(st.integers(2, MOST))
    prefixes = sorted(draw(st.lists(st.sampled_from(PREFIXES), min_size=count, max_size=count)), key=PREFIXES.index)
    drawn: list[Drawn] = []
    for number, prefix in enumerate(prefixes):
        id_, item = f"{prefix}_{number}", prefix == "itm"
        state = draw(st.sampled_from(FLOW if item else STATUS))
        estimate = draw(st.none() | st.integers(0, 9 * MILLIONTHS)) if item else None
        percent = draw(st.none() | st.integers(0, MILLIONTHS)) if item else None
        drawn.append(Drawn(id_, state, estimate, percent, draw(edges([piece.id for piece in drawn]))))
    return tuple(drawn)


PREFIXES = ("str", "obj", "ini", "prj", "itm")
FLOW = ("NEW", "ACTIVE", "DONE", "CANCELLED", "IGNORED")
STATUS = ("PROPOSED", "PLANNED", "ACTIVE", "COMPLETED", "CANCELLED")
