"""Finds what each workload can be asked about, in whatever is loaded."""

from collections.abc import Sequence
from typing import Any

from neo4j import Driver

from .scene import Scene
from .texts import cases
from .walking import Walk
from .workloads.workload import Case, Start

MOST = 20
"""How many cases of a workload are asked in turn."""

ROWS = 20
KEYS = """
MATCH (item:WorkItem) WHERE item.space IN $readable
WITH item.createdAt AS createdAt, item.id AS id ORDER BY createdAt DESC, id DESC
WITH collect([createdAt, id]) AS all
UNWIND $skips AS skip
RETURN skip, all[skip - 1][0] AS createdAt, all[skip - 1][1] AS id
"""
COUNT = "MATCH (item:WorkItem) WHERE item.space IN $readable RETURN count(*) AS items"
BEFORE_ALL = 2**53
"""A creation that is later than any."""


class Found:
    """Knows what there is to ask about. Our cursors come from walking our own pages."""

    def __init__(self, driver: Driver, scene: Scene, walk: Walk, deep: int) -> None:
        self._driver, self._scene, self._walk = driver, scene, walk
        [row] = self._rows(COUNT)
        self.deep = min(deep, row["items"] // ROWS)
        self._cursors: list[str | None] = [None]

    def found(self, name: str) -> list[Case]:
        return [row["case"] for row in self._rows(cases(name), ws=self._scene.workspace, most=MOST)]

    def starts(self, skips: Sequence[int]) -> list[Start]:
        """Where pages start that many rows on."""
        keys = {row["skip"]: (row["createdAt"], row["id"]) for row in self._rows(KEYS, skips=[s for s in skips if s])}
        keys[0] = BEFORE_ALL, ""
        return [Start(skip, *keys[skip], self._cursor(skip)) for skip in skips]

    def _cursor(self, skip: int) -> str | None:
        while len(self._cursors) <= skip // ROWS:
            self._cursors.append(self._walk(self._cursors[-1]))
        return self._cursors[skip // ROWS]

    def _rows(self, text: str, **parameters: Any) -> list[Any]:
        """Rows of whatever the statement answers, hence `Any`."""
        given = {**parameters, "readable": list(self._scene.readable)}
        return list(self._driver.execute_query(text, given, database_=self._scene.database).records)
