"""The workspace and its spaces, as somebody sees them who may read these."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..database import Reads
from ..records.around import Workspace
from ..statements import Statement

SEEN = Statement("graph.access", "seen")


@dataclass(frozen=True)
class Seen:
    """`spaces` are pairs of id and name, by name."""

    workspace: Workspace
    spaces: Sequence[tuple[str, str]]


async def seen(graph: Reads, workspace: str, readable: Sequence[str], timeout: float) -> Seen:
    """`timeout` in seconds."""
    held, spaces = await graph.value(*SEEN.given(ws=workspace, readable=readable), timeout)
    return Seen(
        Workspace(
            id=held["id"],
            name=held["name"],
            time_zone=held["timeZone"],
            fiscal_year_start=held["fiscalYearStart"],
            currency=held["currency"],
            estimate_unit=held["estimateUnit"],
        ),
        [(id_, name) for id_, name in spaces],
    )
