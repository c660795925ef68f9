"""The service plans the statements of changes as it starts, and starts whatever comes of that."""

import asyncio
from threading import Event

import httpx2
import pytest

from api import warming
from api.local.address import LocalServer
from graph.database import Database
from tests.fixtures.access import settings_of
from tests.fixtures.serving import served
from tests.requests.identity.issuing import Issuer


def test_the_start_does_not_wait_for_plans(neo4j: LocalServer, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = Event(), Event()

    async def never_done(_: Database, __: float) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    monkeypatch.setattr(warming, "warm", never_done)

    with served(settings_of(neo4j, issuer)) as url:
        assert httpx2.get(f"{url}/readyz").status_code == 200
        assert begun.wait(5)
        assert not ended.is_set()
    assert ended.is_set()


def test_the_start_does_not_fail_by_them(
    neo4j: LocalServer, issuer: Issuer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def broken(_: Database, __: float) -> None:
        raise RuntimeError("Nobody could know.")

    monkeypatch.setattr(warming, "warm", broken)

    with served(settings_of(neo4j, issuer)) as url:
        assert httpx2.get(f"{url}/readyz").status_code == 200

    assert "changes are not planned beforehand" in capsys.readouterr().out
