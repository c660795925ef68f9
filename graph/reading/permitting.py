"""What the reader may do with a node: the rules of graph/access/rights.py, as a statement asks them.

A rule turns on the node's space, on what was granted there, and, for a client that is bound to a source, on where the
node came from. So a statement is given the spaces where the rule holds for what came from the reader's own source, and
adds whether the node did.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..access.rights import Rights
from ..archive import archives_of
from ..records.states import ReferenceRole
from . import rendering
from .live import Live
from .matching import matched
from .pieces import Piece, side_by_side
from .places import Place
from .reader import Awaiting, Reader
from .selection import Constant, May, Permissions
from .sources import Slot, Told

IDENTITIES = Told("ExternalReference", "node", "id")

Listed = Mapping[str, list[str]]
"""A list as a parameter, inside of a map, as the reader's borders are."""


@dataclass(frozen=True)
class Allowed(Awaiting):
    """The spaces where a rule holds. `holds` is given the rights, a space, and the sources that a node came from."""

    holds: Callable[[Rights, str, Sequence[str]], bool]

    def settled(self, reader: Reader) -> Listed:
        own = own_sources(reader)
        return {"all": [space for space in reader.rights.roles if self.holds(reader.rights, space, own)]}


class AllowedInArchive(Allowed):
    """The archives of the spaces where a rule holds."""

    def settled(self, reader: Reader) -> Listed:
        return {"all": archives_of(super().settled(reader)["all"])}


EDIT = Allowed(Rights.may_edit)
RESTORE = AllowedInArchive(Rights.may_edit)
LINK = Allowed(lambda rights, space, sources: rights.may_link(space, space, sources))
OWN = Allowed(lambda rights, space, sources: rights.may_own(space))


class OwnSources(Awaiting):
    """The source that the reader is bound to; none where there is none."""

    def settled(self, reader: Reader) -> Listed:
        return {"all": own_sources(reader)}


OWN_SOURCES = OwnSources()


def own_sources(reader: Reader) -> list[str]:
    return [] if reader.rights.source is None else [reader.rights.source]


def identities_of(sources: Slot, clock: Live, here: Place, there: Place) -> str:
    """The clauses that find by which identities the node came from these sources.

    Without sources nothing is sought. A condition in place of the UNWIND would be tested when all was sought already.
    """
    by_identity = [f"{there.node}.role = '{ReferenceRole.IDENTITY.name}'", f"{there.node}.source = source"]
    where = [*clock.told(there, ("ExternalReference",)), *by_identity]
    return f"UNWIND ${sources.name}.all AS source {matched(IDENTITIES, clock, here, there, where)}"


def told(asked: Permissions, clock: Live, here: Place, called: Callable[[str, str], Piece]) -> Piece:
    """What the reader may do, side by side. `called` makes a subquery of clauses and a value."""
    there = here.next()
    came = called(identities_of(asked.sources, clock, here, there), came_from(asked.sources, there))

    def may(one: May | Constant) -> Piece:
        if isinstance(one, May):
            return Piece(f"{allowed(one.spaces, here)} AND {came.value}")
        return Piece("", rendering.always(one.text))

    return side_by_side((key, may(one)) for key, one in asked.members)._replace(clauses=came.clauses)


def allowed(spaces: Slot, here: Place) -> str:
    """Whether the node lies in one of these spaces."""
    return f"{here.node}.space IN ${spaces.name}.all"


def came_from(sources: Slot, there: Place) -> str:
    """Whether it did, or need not have."""
    return f"size(${sources.name}.all) = 0 OR count({there.node}) > 0"
