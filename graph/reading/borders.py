"""Behind which borders a statement looks: those of what is live, of what is archived, or both."""

from collections.abc import Mapping, Sequence

from ..archive import archives_of
from ..records.keeping import ArchiveFilter


def behind(readable: Sequence[str], shown: ArchiveFilter) -> Mapping[str, Sequence[str]]:
    """Of these borders, the first of which is the workspace's own, those that a statement may look behind.

    People, teams and periods lie behind the workspace's own, and no archive holds them.
    """
    if shown is ArchiveFilter.EXCLUDE:
        return {"readable": readable}
    archives = archives_of(readable[1:])
    both = {"readable": [*readable, *archives]}
    return both if shown is ArchiveFilter.INCLUDE else {**both, "listed": archives}
