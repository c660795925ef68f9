"""What all systems answer from: one Neo4j, one workspace in it, and the borders that may be looked behind."""

from collections.abc import Callable
from dataclasses import dataclass, field

from neo4j import Driver, GraphDatabase

PREFIX = "generated"
WORKSPACE = f"{PREFIX}-a"
"""The largest of the workspaces of a generated sample."""

SPACES = "MATCH (s:Space) WHERE s.ws = $ws RETURN collect(s.id) AS spaces"


@dataclass(frozen=True)
class Scene:
    """`readable` are the workspace's own border and all of its spaces, which every viewer may read.

    `token` gives one of the `issuer` for the `audience`, good for an hour.
    """

    uri: str
    user: str
    password: str = field(repr=False)
    database: str
    size: str
    workspace: str
    readable: tuple[str, ...] = ()
    issuer: str = ""
    audience: str = ""
    token: Callable[[], str] = field(default=str, repr=False)

    def driver(self) -> Driver:
        return GraphDatabase.driver(
            self.uri, auth=(self.user, self.password), telemetry_disabled=True, notifications_min_severity="OFF"
        )

    def server(self) -> dict[str, str]:
        return {"uri": self.uri, "user": self.user, "password": self.password, "database": self.database}


def readable(scene: Scene) -> tuple[str, ...]:
    """Read once: it does not change while we measure."""
    with scene.driver() as driver:
        records = driver.execute_query(SPACES, ws=scene.workspace, database_=scene.database).records
    return (scene.workspace, *records[0]["spaces"])
