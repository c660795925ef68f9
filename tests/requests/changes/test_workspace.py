"""The workspace's settings are changed by whoever owns a space, one change after the other, and the feed says so."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting

SETTINGS = """id name timeZone fiscalYearStart currency estimateUnit inProgressCredit
    smallAskHours mediumAskHours largeAskHours revision"""
CHANGED = f"... on WorkspaceChanged {{ workspace {{ {SETTINGS} }} }}"


@pytest.fixture
def owner(granting: Granting) -> Caller:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    return granting.caller("olga")


def seen(caller: Caller) -> Any:
    return caller.data(f"{{ viewer {{ workspace {{ {SETTINGS} }} }} }}")["viewer"]["workspace"]


def test_settings_are_changed_and_the_others_stay(owner: Caller) -> None:
    before = seen(owner)
    asked = {"timeZone": "Europe/Berlin", "inProgressCredit": 0.5, "smallAskHours": 16, "estimateUnit": "HOURS"}

    done = owner.change("updateWorkspace", {**asked, "expectedRevision": 1}, CHANGED)

    assert (before["inProgressCredit"], before["smallAskHours"], before["revision"]) == (0, None, 1)
    assert done["workspace"] == {**before, **asked, "revision": 2}
    assert seen(owner) == done["workspace"]


def test_an_optional_setting_is_cleared_and_no_other(owner: Caller) -> None:
    owner.change("updateWorkspace", {"largeAskHours": 80})

    cleared = owner.change("updateWorkspace", {"largeAskHours": None}, CHANGED)
    refused = owner.change("updateWorkspace", {"timeZone": None})

    assert cleared["workspace"]["largeAskHours"] is None
    assert refused["code"] == "MISSING_PROPERTY"


@pytest.mark.parametrize(
    "stated",
    [
        {"timeZone": "Mars/Olympus"},
        {"fiscalYearStart": 13},
        {"currency": "Euro"},
        {"estimateUnit": "DAYS"},
        {"inProgressCredit": 1.5},
        {"smallAskHours": -1},
        {"name": ""},
    ],
    ids=str,
)
def test_a_setting_that_is_not_valid_is_refused_where_it_stands(owner: Caller, stated: dict[str, Any]) -> None:
    done = owner.change("updateWorkspace", stated, "... on Refusal { path }")

    assert (done["code"], done["path"]) == ("BAD_VALUE", ["input", *stated])


def test_whoever_owns_no_space_changes_no_settings(granting: Granting) -> None:
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)
    edda = granting.caller("edda", scope="work:read access:manage")

    refused = edda.change("updateWorkspace", {"name": "Mine"})

    assert (refused["code"], "OWNER" in refused["message"]) == ("NOT_PERMITTED", True)


def test_settings_that_were_changed_since_are_not_changed(owner: Caller) -> None:
    owner.change("updateWorkspace", {"name": "Once"})

    stale = owner.change("updateWorkspace", {"name": "Twice", "expectedRevision": 1})

    assert (stale["__typename"], seen(owner)["name"]) == ("StaleRevision", "Once")


def test_a_rehearsal_and_a_change_of_nothing_write_nothing(owner: Caller, granting: Granting) -> None:
    before = granting.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq")

    rehearsed = owner.change("updateWorkspace", {"name": "New"}, CHANGED, dryRun=True)
    same = owner.change("updateWorkspace", {"currency": "EUR"}, CHANGED)

    assert (rehearsed["workspace"]["name"], same["workspace"]["revision"]) == ("New", 1)
    assert granting.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq") == before


def test_a_change_is_one_entry_of_the_feed_that_says_what_was_set(owner: Caller, granting: Granting) -> None:
    owner.change("updateWorkspace", {"name": "New", "largeAskHours": 80}, idempotencyKey="k")

    again = owner.change("updateWorkspace", {"name": "New", "largeAskHours": 80}, CHANGED, idempotencyKey="k")

    feed = """MATCH (c:Change) WHERE c.ws = $ws AND c.change = 'CONFIGURED'
        RETURN collect([c.sets, c.name, c.largeAskHours, c.revision])"""
    assert granting.value(feed) == [[["largeAskHours", "name"], "New", 80_000_000, 2]]
    assert (again["replayed"], again["workspace"]["name"]) == (True, "New")
