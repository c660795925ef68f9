"""Jars: each is the one that the list names, or it is not used."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from jgo.maven import MavenContext

from api.local.jars import Jar, cached, fetch, listed, missing
from api.local.releases import RELEASES, Release
from api.stop import Stop

CONTENT = b"the true content of a jar"
JAR = Jar("org.example:thing:1.0", hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
NATIVE = Jar("org.example:thing:1.0:linux-x86_64", hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Tests print nothing."""


@dataclass
class Registry:
    """A registry of packages on this machine, and an empty cache for what comes from it."""

    folder: Path
    cache: MavenContext

    def serve(self, jar: Jar, content: bytes) -> None:
        path = self.folder / cached(jar, self.cache).relative_to(self.cache.repo_cache)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def fetch(self, *jars: Jar) -> list[tuple[int, int]]:
        """Fetched; the progress that was told."""
        told: list[tuple[int, int]] = []
        fetch(jars, self.cache, lambda done, total: told.append((done, total)))
        return told

    def refuse(self, jar: Jar) -> str:
        with pytest.raises(Stop) as stop:
            self.fetch(jar)
        return str(stop.value)

    def files(self) -> list[Path]:
        return [path for path in self.cache.repo_cache.rglob("*") if path.is_file()]


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    folder = tmp_path / "registry"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=folder)) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        remote = {"here": f"http://127.0.0.1:{server.server_port}"}
        yield Registry(folder, MavenContext(repo_cache=tmp_path / "cache", remote_repos=remote))
        server.shutdown()
        thread.join()


def test_jars_come_into_the_cache_and_nothing_else_does(registry: Registry) -> None:
    registry.serve(JAR, CONTENT)
    registry.serve(NATIVE, CONTENT)

    told = registry.fetch(JAR, NATIVE)

    assert told == [(0, 50), (25, 50), (50, 50)]
    assert missing([JAR, NATIVE], registry.cache) == []
    assert set(registry.files()) == {cached(JAR, registry.cache), cached(NATIVE, registry.cache)}


@pytest.mark.parametrize("altered", [b"", CONTENT[:-1], CONTENT.replace(b"true", b"evil")])
def test_a_jar_that_is_cut_or_altered_in_the_cache_is_fetched_again(registry: Registry, altered: bytes) -> None:
    registry.serve(JAR, CONTENT)
    registry.fetch(JAR)
    cached(JAR, registry.cache).write_bytes(altered)

    found = missing([JAR], registry.cache)
    registry.fetch(*found)

    assert found == [JAR]
    assert cached(JAR, registry.cache).read_bytes() == CONTENT


def test_a_jar_that_the_registry_has_altered_is_refused_and_not_kept(registry: Registry) -> None:
    registry.serve(JAR, CONTENT.replace(b"true", b"evil"))

    told = registry.refuse(JAR)

    assert told.startswith("org.example:thing:1.0 comes with another content than this version lists (sha256): check")
    assert "\n" not in told
    assert registry.files() == []


def test_a_jar_that_comes_broken_once_is_fetched_once_more(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.serve(JAR, CONTENT)
    answers = iter([CONTENT[:5], CONTENT])

    def served(self: Silent, source: object, output: object) -> None:
        output.write(next(answers).ljust(len(CONTENT)))  # type: ignore[attr-defined]

    monkeypatch.setattr(Silent, "copyfile", served)

    with monkeypatch.context() as patched:
        patched.setattr("jgo.maven._resolver._verify_remote_sha1", lambda *_: None)
        registry.fetch(JAR)

    assert cached(JAR, registry.cache).read_bytes() == CONTENT


def test_a_jar_that_the_registry_has_not_is_named(registry: Registry) -> None:
    assert registry.refuse(JAR).startswith("The Maven registry does not give org.example:thing:1.0")


def test_a_registry_that_cannot_be_reached_is_told_in_one_line(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")

    told = registry.refuse(JAR)

    assert "check the network, or HTTPS_PROXY, and start again" in told
    assert "\n" not in told


def test_a_full_disk_is_told_in_one_line(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.serve(JAR, CONTENT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.local.jars._fetch_once", full)

    assert registry.refuse(JAR).startswith("The disk is full: ")


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_a_list_names_jars_by_coordinates_alone_each_once(release: Release) -> None:
    jars = listed(release.version)

    assert f"org.neo4j.app:neo4j-server:{release.version}" in {jar.coordinates for jar in jars}
    assert len({jar.coordinates for jar in jars}) == len(jars)
    assert all(re.fullmatch(r"[\w.-]+(:[\w.-]+){2,3} [0-9a-f]{64} [1-9]\d*", str(jar)) for jar in jars)
