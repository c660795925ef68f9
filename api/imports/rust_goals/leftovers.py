"""What goals and roadmap pages alike say that the model has no place for."""

from collections.abc import Iterator

from ..remarks import Remark, adapted, no_place
from .source import Goal


def leftovers(entry: Goal) -> Iterator[Remark]:
    if not entry.title:
        yield adapted("entries without a title, called after their file", entry.source_id)
    for team, champions in entry.champions.items():
        for champion in champions:
            yield no_place("teams for which a champion stands", f"{team} for {champion} in {entry.source_id}")
    for row in entry.funding:
        said = ", ".join(f"{name}: {value}" for name, value in row.items())
        yield no_place("rows of funding: free text, in no currency", f"{said} in {entry.source_id}")
