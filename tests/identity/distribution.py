"""The Keycloak that the suite runs: fetched by its coordinates, built, with our realm in it, and kept for the next run.

It lies in the user's cache folder, one folder for each release, realm and environment; others are thrown away.
"""

import hashlib
import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock
from jgo.maven import Artifact, MavenContext
from platformdirs import user_cache_path

from api.local.jars import Jar, cached, fetch, missing
from api.local.progress import Reporter
from tests.identity.running import java, running


class Archive(Jar):
    """group:artifact:version, sha256 and bytes of a packed folder."""

    def artifact(self, repository: MavenContext) -> Artifact:
        group, name, version = self.coordinates.split(":")
        return repository.project(group, name).at_version(version).artifact("", "tar.gz")


KEYCLOAK = Archive(
    "org.keycloak:keycloak-quarkus-dist:26.7.3",
    "77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47",
    176_448_763,
)
"""The release that docker-compose.yml runs too; a test compares them."""

REALM = Path(__file__).parents[2] / "deploy/keycloak/realm.json"

BUILD = ("build", "--db=dev-file")


@contextmanager
def home_of_its_own(environment: Mapping[str, str], reporter: Reporter) -> Iterator[Path]:
    """A Keycloak's home with the realm in it, made for this run alone and gone afterwards."""
    kept = user_cache_path("goldenthread", ensure_exists=True) / "keycloak"
    seeded = kept / _key(environment)
    with TemporaryDirectory(prefix="goldenthread-keycloak-") as folder:
        home = Path(folder) / "home"
        kept.mkdir(exist_ok=True)
        with FileLock(kept.with_suffix(".lock")):
            if not (seeded / "seeded").exists():
                shutil.rmtree(kept)
                _seed(seeded, environment, reporter)
            shutil.copytree(seeded, home)
        yield home


def _key(environment: Mapping[str, str]) -> str:
    """What changes with anything that the seed is made of."""
    parts = [KEYCLOAK.sha256, REALM.read_text(encoding="utf-8"), BUILD, sorted(environment.items())]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _seed(home: Path, environment: Mapping[str, str], reporter: Reporter) -> None:
    _unpack(_archive(reporter), home)
    reporter.say("Building Keycloak with the realm in it, once")
    (home / "data" / "import").mkdir(parents=True)
    shutil.copy(REALM, home / "data" / "import")
    subprocess.run([home / "bin/kc.sh", *BUILD], env=java(home), check=True, capture_output=True)
    with running(home, environment, ["--import-realm"]):
        pass
    (home / "seeded").touch()


def _archive(reporter: Reporter) -> Path:
    cache = MavenContext()
    if missing([KEYCLOAK], cache):
        with reporter.bar(f"Downloading Keycloak, {KEYCLOAK.size >> 20} MB, once") as advance:
            fetch([KEYCLOAK], cache, advance)
    return cached(KEYCLOAK, cache)


def _unpack(archive: Path, home: Path) -> None:
    with TemporaryDirectory(dir=_made(home.parent)) as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        next(Path(folder).iterdir()).rename(home)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
