"""What is archived lies behind a border of its own, so that no read of what is live can meet it.

A node that is archived keeps everything but its place: it moves from its space to that space's archive. Whoever may
read the space may read its archive, where that is asked for.
"""

from collections.abc import Iterable

from .refusals import Refused

MARK = "~"
"""Before a space's id it names the space's archive. No id begins so."""


class Archived(Refused):
    """It was archived, and does not change until it is restored."""

    code = "ARCHIVED"

    def __init__(self, what: str, id_: str) -> None:
        super().__init__(f"The {what} {id_} is archived: restore it first, with restoreNode.")


def archive_of(space: str) -> str:
    """The archive of a space."""
    return MARK + space


def home_of(space: str) -> str:
    """The space, whether it is named itself or by its archive."""
    return space.removeprefix(MARK)


def is_archive(space: str) -> bool:
    return space.startswith(MARK)


def archives_of(spaces: Iterable[str]) -> list[str]:
    return [archive_of(space) for space in spaces]


def require_live(what: str, id_: str, space: str) -> None:
    """Raises Archived for a node that lies in an archive."""
    if is_archive(space):
        raise Archived(what, id_)
