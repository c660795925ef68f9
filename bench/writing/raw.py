"""The driver in process: the same nodes, edges, revisions and entries by ideal statements, in explicit transactions."""

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver

from graph.ids import new_edge_id, new_id

from ..scene import Scene
from .bodies import Stated
from .place import SOURCE, Place

IDEAL = Path(__file__).parent / "ideal"
SETS = ("id", "ws", "space", "rank", "title", "description", "flowState", "sourceStatus", "stateCategory", "estimate")


class Raw:
    """A driver that is open. Times are in seconds, from BEGIN to the end of COMMIT."""

    def __init__(self, driver: AsyncDriver, scene: Scene, place: Place) -> None:
        self._driver, self._database, self._place = driver, scene.database, place

    async def new(self, rows: Sequence[Mapping[str, Any]]) -> float:
        parameters = {"ws": self._place.workspace, "items": list(rows), "project": self._place.project}
        return await self._timed("new", parameters)

    async def change(self, id_: str, title: str) -> float:
        return await self._timed("change", {"ws": self._place.workspace, "id": id_, "title": title})

    async def _timed(self, name: str, parameters: Mapping[str, Any]) -> float:
        text = (IDEAL / f"{name}.cypher").read_text(encoding="utf-8")
        began = time.perf_counter()
        async with (
            self._driver.session(database=self._database) as session,
            await session.begin_transaction() as transaction,
        ):
            await (await transaction.run(text, dict(parameters))).single(strict=True)
            await transaction.commit()
        return time.perf_counter() - began


def rows_of(place: Place, stated: Sequence[Stated]) -> list[dict[str, Any]]:
    """What the statement is given: made beforehand, and not measured."""
    return [row(place, item, entry) for entry, item in enumerate(stated, 1)]


def row(place: Place, item: Stated, entry: int) -> dict[str, Any]:
    own = {"id": new_id("WorkItem"), "ws": place.workspace, "space": place.space}
    properties = {
        **own,
        "rank": 0,
        "title": item.title,
        "description": item.description,
        "flowState": "ACTIVE",
        "sourceStatus": "In progress",
        "stateCategory": "IN_PROGRESS",
        "estimate": item.estimate * 1_000_000,
        "labels": [],
    }
    name = [SOURCE, "issue", item.external_id]
    reference = {"role": "IDENTITY", "source": SOURCE, "externalType": "issue", "externalId": item.external_id}
    return {
        "entry": entry,
        "properties": properties,
        "sets": [*SETS, "labels", "references"],
        "references": [json.dumps(["IDENTITY", *name, None, None])],
        "reference": {
            **reference,
            "ws": place.workspace,
            "space": place.space,
            "node": own["id"],
            "key": json.dumps([place.workspace, *name]),
        },
        "edge": new_edge_id(),
    }
