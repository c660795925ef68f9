"""The whole file as pieces to state, in an order in which no piece names what only a later one makes."""

from collections.abc import Iterator

from graph.writing.stated import StatedNode

from ..pieces import Piece
from ..remarks import Remark, kept_out, no_place
from . import identities
from .people import groups, people
from .proposals import STATUSES, Taken, initiatives
from .source import File, Read, proposals
from .stages import stages

BROKEN = "proposals that cannot be read"


def pieces(file: File) -> tuple[Piece, ...]:
    read = proposals(file.keps)
    taken = {directory: each for directory, each in read.proposals.items() if each.status in STATUSES}
    return (*around(file, taken), *work(file, taken), Piece(remarks=tuple(quarantined(file, read))))


def around(file: File, taken: Taken) -> Iterator[Piece]:
    yield Piece(nodes=(StatedNode(identities.space(), "Space", {"name": identities.SPACE}),))
    yield from groups(file.groups)
    yield from people(file.groups, taken.values())


def work(file: File, taken: Taken) -> Iterator[Piece]:
    """First every proposal, then what leaves it, since it may name one further down."""
    found = list(initiatives(taken, {group.dir for group in file.groups}))
    for piece in found:
        yield Piece(nodes=piece.nodes, remarks=piece.remarks)
    for piece in found:
        yield Piece(links=piece.links)
    for directory, proposal in taken.items():
        yield from stages(directory, proposal, STATUSES[proposal.status])


def quarantined(file: File, read: Read) -> Iterator[Remark]:
    """What could not be taken, and why; and what the file says of itself."""
    for directory, reason in read.broken.items():
        yield kept_out(f"{BROKEN}: {reason}", directory)
    for directory, proposal in read.proposals.items():
        if proposal.status not in STATUSES:
            yield kept_out(f"proposals, because no rule says what the status {proposal.status!r} means", directory)
    commits = ", ".join(f"{name} {commit}" for name, commit in file.commits.items())
    yield no_place("words on the file's licence", file.licence)
    yield no_place("commits that the file was made from", commits, len(file.commits))
