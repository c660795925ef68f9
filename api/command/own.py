"""The settings that fit a Neo4j of our own. Only where what it takes is installed: not in the image that serves."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import SecretStr

from api.local.address import LocalServer
from api.local.folder import Folder, data_folder
from api.local.here import some_server
from api.local.progress import Reporter
from api.settings import Settings


@contextmanager
def own_settings(settings: Settings, reporter: Reporter) -> Iterator[Settings]:
    """The settings, with the database of the data folder for as long as the context lasts."""
    folder = data_folder(settings.data)
    with some_server(folder, reporter) as server:
        yield settings_for(settings, folder, server)


def settings_for(settings: Settings, folder: Folder, server: LocalServer) -> Settings:
    """The settings, with this server, and with the folder's own secret where none is given."""
    return settings.model_copy(
        update={
            "neo4j_uri": server.uri,
            "neo4j_user": server.user,
            "neo4j_password": SecretStr(server.password),
            "neo4j_database": "neo4j",
            "cursor_secret": settings.cursor_secret or SecretStr(folder.secret("cursor-secret")),
        }
    )
