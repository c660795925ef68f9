"""Where and when the work lies: the spaces, and the periods that the seasons are."""

from collections.abc import Iterable, Iterator

from graph.records.states import PeriodKind
from graph.writing.stated import StatedNode

from . import identities
from .pieces import Piece, link
from .seasons import Season, season_called


def spaces(seasons: Iterable[Season]) -> Iterator[Piece]:
    """A space for each season's work, and one for the strategies, which outlive seasons."""
    for name in (*(season.name for season in seasons), identities.ROADMAPS):
        yield Piece(nodes=(StatedNode(identities.space(name), "Space", {"name": name}),))


def periods(seasons: Iterable[Season]) -> Iterator[Piece]:
    """The seasons' years, then the seasons that are halves of them."""
    seasons = tuple(seasons)
    for year in sorted({season.year for season in seasons}):
        whole = season_called(year)
        if whole is not None:
            yield Piece(nodes=(period(whole),))
    for season in seasons:
        if season.kind is PeriodKind.HALF:
            within = link(identities.period(season.name), "WITHIN", identities.period(season.year))
            yield Piece(nodes=(period(season),), links=(within,))


def period(season: Season) -> StatedNode:
    return StatedNode(
        identities.period(season.name),
        "Period",
        {
            "name": season.name,
            "period_kind": season.kind,
            "starts_on": season.starts_on,
            "ends_on": season.ends_on,
        },
    )
