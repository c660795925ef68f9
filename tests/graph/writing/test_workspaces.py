"""Creating a workspace, once, with settings that its numbers can be computed by."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from graph.refusals import Refused
from graph.writing.workspaces import create_workspace
from tests.graph.writing.store import Store


def test_a_workspace_is_created_once_and_keeps_its_settings(store: Store) -> None:
    workspace = f"acme-{uuid4().hex}"

    async def at_once() -> list[bool]:
        settings = {"time_zone": "Europe/Berlin", "fiscal_year_start": 4, "currency": "CHF", "estimate_unit": "HOURS"}
        return await asyncio.gather(
            *(create_workspace(store.database, id=workspace, name="Acme", timeout=30, **settings) for _ in range(8))  # type: ignore[arg-type]
        )

    created = store.run(at_once())

    assert sorted(created) == [False] * 7 + [True]
    (row,) = store.rows("MATCH (k:Workspace {id: $id}) RETURN k {.*, createdAt: null}", id=workspace)
    assert row[0] == {
        "id": workspace,
        "name": "Acme",
        "timeZone": "Europe/Berlin",
        "fiscalYearStart": 4,
        "currency": "CHF",
        "estimateUnit": "HOURS",
        "seq": 0,
        "at": 0,
        "createdAt": None,
    }


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"id": "Acme"}, "a-z, 0-9 and -"),
        ({"id": "spc_01"}, "a-z, 0-9 and -"),
        ({"id": "a\n"}, "a-z, 0-9 and -"),
        ({"name": ""}, "1 to 500"),
        ({"time_zone": "Mars/Olympus"}, "Europe/Berlin"),
        ({"fiscal_year_start": 13}, "1 to 12"),
        ({"currency": "Euro"}, "ISO 4217"),
        ({"estimate_unit": "DAYS"}, "POINTS or HOURS"),
    ],
    ids=str,
)
def test_a_setting_that_is_not_valid_is_refused_with_the_valid_ones(
    store: Store, setting: dict[str, Any], told: str
) -> None:
    given: dict[str, Any] = {"id": "acme", "name": "Acme", **setting}

    with pytest.raises(Refused, match=told):
        store.run(create_workspace(store.database, timeout=30, **given))

    assert store.rows("MATCH (k:Workspace {id: $id}) RETURN k.id", id=given["id"]) == []
