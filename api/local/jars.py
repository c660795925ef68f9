"""Which jars a Neo4j is made of, and how they get onto this machine: pinned by sha256, fetched side by side."""

import errno
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from jgo.maven import Artifact, MavenContext, PythonResolver
from requests import RequestException

from api.local.progress import Advance
from api.stop import Stop

AT_ONCE = 8
"""Downloads that run side by side."""


@dataclass(frozen=True)
class Jar:
    """group:artifact:version[:classifier], sha256 and bytes of a jar."""

    coordinates: str
    sha256: str
    size: int

    def __str__(self) -> str:
        return f"{self.coordinates} {self.sha256} {self.size}"

    def artifact(self, repository: MavenContext) -> Artifact:
        """The jar's place in a repository, and the way to fetch it."""
        group, name, version, *classifier = self.coordinates.split(":")
        return repository.project(group, name).at_version(version).artifact("".join(classifier), "jar")

    def is_at(self, path: Path) -> bool:
        """Whether the file is there and is this jar, whole and unaltered."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


class _Interrupted(Exception):
    """Ends a download that nobody waits for any more."""


def listed(version: str) -> list[Jar]:
    """All jars of a version of Neo4j, from the list beside this file."""
    lines = list_of(version).read_text(encoding="utf-8").splitlines()
    fields = (line.split() for line in lines if not line.startswith("#"))
    return [Jar(coordinates, sha256, int(size)) for coordinates, sha256, size in fields]


def list_of(version: str) -> Path:
    """Where the list lies. `scripts/lock` makes it."""
    return Path(__file__).with_name(f"neo4j-{version}.jars")


def missing(jars: Sequence[Jar], cache: MavenContext) -> list[Jar]:
    """Those jars that the cache does not hold, or holds altered."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        intact = pool.map(lambda jar: jar.is_at(cached(jar, cache)), jars)
        return [jar for jar, is_intact in zip(jars, intact, strict=True) if not is_intact]


def cached(jar: Jar, cache: MavenContext) -> Path:
    """Where the cache holds a jar, or would."""
    path = jar.artifact(cache).cached_path
    assert path is not None  # a context always has a cache
    return path


def fetch(jars: Sequence[Jar], cache: MavenContext, advance: Advance) -> None:
    """Bring jars into the cache. Each takes its place there only when it is whole and is what the list says.

    Raises:
        Stop: the registry cannot be reached, the disk is full, or a jar is not the one that the list names.
    """
    cache.repo_cache.mkdir(parents=True, exist_ok=True)
    stopped = Event()
    with TemporaryDirectory(prefix=".goldenthread-", dir=cache.repo_cache) as folder:
        aside = MavenContext(
            resolver=PythonResolver(progress_callback=partial(_stoppable, stopped)),
            repo_cache=Path(folder),
            remote_repos=cache.remote_repos,
            timeout=30,
        )
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                _fetch_all(pool, jars, lambda jar: _fetch(jar, aside, cached(jar, cache)), advance)
            except OSError as fault:
                if fault.errno == errno.ENOSPC:
                    raise _no_room(jars, cache.repo_cache) from fault
                raise
            finally:
                stopped.set()
                pool.shutdown(cancel_futures=True)


def _fetch_all(pool: ThreadPoolExecutor, jars: Sequence[Jar], work: Callable[[Jar], None], advance: Advance) -> None:
    total, done = sum(jar.size for jar in jars), 0
    advance(done, total)
    waiting = {pool.submit(work, jar): jar for jar in jars}
    for finished in as_completed(waiting):
        finished.result()
        done += waiting[finished].size
        advance(done, total)


def _fetch(jar: Jar, aside: MavenContext, place: Path) -> None:
    try:
        _fetch_once(jar, aside, place)
    except Stop:  # most faults of a network are gone the second time
        cached(jar, aside).unlink(missing_ok=True)
        _fetch_once(jar, aside, place)


def _fetch_once(jar: Jar, aside: MavenContext, place: Path) -> None:
    try:
        fetched = jar.artifact(aside).resolve()
    except (RequestException, RuntimeError) as fault:
        raise Stop(
            f"The Maven registry does not give {jar.coordinates} ({type(fault).__name__}): "
            "check the network, or HTTPS_PROXY, and start again; what has been fetched is kept."
        ) from fault
    if not jar.is_at(fetched):
        raise Stop(
            f"{jar.coordinates} comes with another content than this version lists (sha256): "
            "check what stands between this machine and the Maven registry, a proxy say, and start again."
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    fetched.replace(place)


def _stoppable(stopped: Event, _name: str, _size: int) -> AbstractContextManager[Callable[[int], None]]:
    def received(_bytes: int) -> None:
        if stopped.is_set():
            raise _Interrupted

    return nullcontext(received)


def _no_room(jars: Sequence[Jar], place: Path) -> Stop:
    need = sum(jar.size for jar in jars) >> 20
    return Stop(f"The disk is full: {need} MB are needed in {place}. Make room and start again.")
