"""Pieces that ask teams for their time."""

from graph.records.states import AskSize
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink

from ..pieces import Piece, link, owned_by
from ..remarks import Remark, kept_out
from . import identities

__all__ = ["Piece", "asks", "link", "owned_by", "unknown_team"]


def asks(child: Identity, team: str, size: AskSize | None) -> StatedLink:
    return StatedLink(child, "ASKS", identities.team(team), {"size": size})


def unknown_team(team: str, where: str) -> Remark:
    """A word that stands where a team should: no team is made up for it."""
    return kept_out(f"rows that name {team!r}, which is no team of the file", where)
