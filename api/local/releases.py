"""The releases of Neo4j that we run and support."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Release:
    """One release: its version, and the class that starts its server. Its jars are listed beside this file."""

    version: str
    main: str

    @property
    def name(self) -> str:
        """What people call it, as 5.26: fixes aside."""
        return self.version.rpartition(".")[0]


LTS = Release("5.26.25", "org.neo4j.server.CommunityEntryPoint")
CURRENT = Release("2026.09.0", "org.neo4j.server.Neo4jCommunity")
RELEASES = (LTS, CURRENT)
