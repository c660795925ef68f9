"""The Neo4j that is asked: our own with a sample of a size in it, or the one at an address."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from platformdirs import user_cache_path
from rich.console import Console

from api.local.folder import claimed, data_folder
from api.local.progress import Reporter
from api.local.server import running
from api.settings import read_settings
from api.stop import Stop

from .admitting import admit
from .scene import PREFIX, WORKSPACE, Scene, readable
from .systems.ours import COMMAND, environment
from .texts import ROOT

REPLAN = "CALL db.prepareForReplanning()"
"""What was planned while the store was empty would be kept."""


@contextmanager
def prepared(size: str, uri: str | None, data: Path | None) -> Iterator[Scene]:
    """The scene, for as long as the context lasts. A Neo4j at `uri` must hold the sample already; user, password and
    database are then those of the settings.

    Raises:
        Stop: it cannot be started or loaded, or the folder is in use.
    """
    if uri:
        given = read_settings(neo4j_uri=uri)
        password = given.neo4j_password.get_secret_value()
        yield _seen(Scene(uri, given.neo4j_user, password, given.neo4j_database, size, WORKSPACE))
        return
    folder = data_folder(data or user_cache_path("goldenthread-bench") / size)
    reporter = Reporter(Console(stderr=True))
    with claimed(folder), running(folder, reporter) as server:
        scene = Scene(server.uri, server.user, server.password, "neo4j", size, WORKSPACE)
        loaded = folder.path / f"loaded-{size}"
        if not loaded.exists():
            _load(scene, loaded)
            loaded.touch()
        yield _seen(scene)


def _seen(scene: Scene) -> Scene:
    seen = replace(scene, readable=readable(scene))
    admit(seen)
    return seen


def _load(scene: Scene, mark: Path) -> None:
    """By the command that makes up samples.

    Raises:
        Stop: it did not end well, as when an earlier one was interrupted.
    """
    asked = [*COMMAND, "generate", "--size", scene.size, "--workspace", PREFIX]
    if subprocess.run(asked, env={**os.environ, **environment(scene)}, cwd=ROOT, check=False).returncode:  # noqa: S603
        raise Stop(f"Size {scene.size} could not be loaded. Remove {mark.parent} and start again.")
    replan(scene)


def replan(scene: Scene) -> None:
    """Let the database plan anew, knowing what was loaded."""
    with scene.driver() as driver:
        driver.execute_query(REPLAN, database_=scene.database)
