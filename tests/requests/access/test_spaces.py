"""Spaces and grants are managed by mutations: who may, what comes of it, what is refused and why."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Granting

TITLES = "{ objectives { nodes { title } } }"


def titles(answer: Any) -> list[str]:
    return sorted(node["title"] for node in answer["objectives"]["nodes"])


def everyone() -> dict[str, bool]:
    return {"everyone": True}


def test_who_was_granted_nothing_reads_nothing(granting: Granting) -> None:
    assert titles(granting.caller("ada").data(TITLES)) == []


def test_the_creator_of_a_space_owns_it_and_reads_it_at_once(granting: Granting) -> None:
    ada = granting.caller("ada")

    done = ada.change("createSpace", {"name": "Research", "description": "What may come"})

    assert done["__typename"] == "SpaceChanged"
    assert done["space"]["description"] == "What may come"
    [owner] = done["space"]["grants"]["edges"]
    assert owner == {"role": "OWNER", "node": {"__typename": "Principal", "name": "ada"}}
    spaces = ada.data("{ viewer { subject spaces { name role } } }")["viewer"]["spaces"]
    assert spaces == [{"name": "Research", "role": "OWNER"}]


@pytest.mark.parametrize("way", ["subject", "group", "client", "everyone", "person", "team", "team above"])
def test_a_grant_reaches_whoever_it_is_for_and_ends_when_it_is_revoked(granting: Granting, way: str) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga")
    named = {"issuer": granting.issuer.url, "name": "ada"}
    to = {
        "subject": {"subject": named},
        "group": {"group": {**named, "name": "analysts"}},
        "client": {"client": {**named, "name": "robot"}},
        "everyone": everyone(),
        "person": {"id": granting.ids["Nan"]},
        "team": {"id": granting.ids["Compilers"]},
        "team above": {"id": granting.ids["Platform"]},
    }[way]
    reader = granting.caller("ada", groups=["analysts"])
    if way == "client":
        reader = granting.caller("robot", client_id="robot")
    if way in ("person", "team", "team above"):
        me = reader.data("{ viewer { id } }")["viewer"]["id"]
        joined = olga.change("joinPrincipal", {"principal": me, "person": granting.ids["Nan"]})
        assert joined["principal"]["person"]["name"] == "Nan"

    olga.change("grantAccess", {"space": granting.ids["open"], "to": to, "role": "READER"})
    while_granted = titles(reader.data(TITLES))
    olga.change("revokeAccess", {"space": granting.ids["open"], "from": to})

    assert while_granted == ["Grow"]
    assert titles(reader.data(TITLES)) == []


def test_a_second_grant_takes_the_place_of_the_first(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga, space = granting.caller("olga"), granting.ids["open"]
    olga.change("grantAccess", {"space": space, "to": everyone(), "role": "EDITOR"})

    done = olga.change("grantAccess", {"space": space, "to": everyone(), "role": "READER"})

    roles = {edge["node"]["name"]: edge["role"] for edge in done["space"]["grants"]["edges"]}
    assert roles == {"Everyone": "READER", "olga": "OWNER"}


def test_the_same_grant_again_writes_nothing(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga")
    asked = {"space": granting.ids["open"], "to": everyone(), "role": "EDITOR"}
    first = olga.change("grantAccess", asked)

    second = olga.change("grantAccess", asked)

    assert second["change"] == first["change"]
    assert second["replayed"] is False


@pytest.mark.parametrize("role", ["READER", "EDITOR", None])
def test_only_an_owner_grants_and_who_may_not_read_a_space_is_told_that_there_is_none(
    granting: Granting, role: str | None
) -> None:
    if role:
        granting.grant("open", granting.subject("ada"), SpaceRole[role])
    ada = granting.caller("ada")

    done = ada.change("grantAccess", {"space": granting.ids["open"], "to": everyone(), "role": "READER"})
    unknown = ada.change("grantAccess", {"space": "spc_0", "to": everyone(), "role": "READER"})

    assert done["code"] == ("NOT_PERMITTED" if role else "NOT_FOUND")
    assert unknown["message"] == unknown["message"].replace(granting.ids["open"], "spc_0")
    if not role:
        assert done["message"].replace(granting.ids["open"], "spc_0") == unknown["message"]


def test_a_space_keeps_an_owner(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga, space = granting.caller("olga"), granting.ids["open"]
    own = {"subject": {"issuer": granting.issuer.url, "name": "olga"}}

    revoked = olga.change("revokeAccess", {"space": space, "from": own})
    lowered = olga.change("grantAccess", {"space": space, "to": own, "role": "EDITOR"})

    assert [revoked["__typename"], lowered["__typename"]] == ["LastOwnerKept", "LastOwnerKept"]


def test_a_space_keeps_an_owner_when_its_owners_send_each_other_away_at_once(granting: Granting) -> None:
    names = ["olga", "oleg"]
    for name in names:
        granting.grant("open", granting.subject(name), SpaceRole.OWNER)
    space = granting.ids["open"]

    def send_away(name: str) -> Any:
        other = next(each for each in names if each != name)
        named = {"subject": {"issuer": granting.issuer.url, "name": other}}
        return granting.caller(name).change("revokeAccess", {"space": space, "from": named})

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(send_away, names))

    owners = granting.value("MATCH ()-[r:GRANTED {role: 'OWNER'}]->({id: $id, ws: $ws}) RETURN count(r)", id=space)
    assert owners == 1
    assert sorted(each["__typename"] for each in done)[1] == "SpaceChanged"


def test_a_client_that_is_bound_to_a_source_manages_no_space(granting: Granting) -> None:
    granting.grant("open", granting.client("robot"), SpaceRole.OWNER)
    robot = granting.caller("robot", client_id="robot", source="tracker")

    done = robot.change("grantAccess", {"space": granting.ids["open"], "to": everyone(), "role": "READER"})

    assert done["code"] == "NOT_PERMITTED"


def test_a_change_under_the_same_key_is_made_once(granting: Granting) -> None:
    ada = granting.caller("ada")

    first = ada.change("createSpace", {"name": "Research"}, idempotencyKey="k1")
    again = ada.change("createSpace", {"name": "Research"}, idempotencyKey="k1")
    other = ada.change("createSpace", {"name": "Another"}, idempotencyKey="k1")

    assert again == {**first, "replayed": True}
    assert other["__typename"] == "IdempotencyKeyReused"


def test_what_is_repeated_is_read_under_todays_rights(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    granting.grant("open", granting.subject("oleg"), SpaceRole.OWNER)
    asked = {"space": granting.ids["open"], "name": "Opened"}
    granting.caller("olga").change("updateSpace", asked, idempotencyKey="k1")
    gone = {"subject": {"issuer": granting.issuer.url, "name": "olga"}}
    granting.caller("oleg").change("revokeAccess", {"space": granting.ids["open"], "from": gone})

    again = granting.caller("olga").change("updateSpace", asked, idempotencyKey="k1")

    assert again["replayed"] is True
    assert again["space"] is None


def test_a_dry_run_answers_as_if_and_writes_nothing(granting: Granting) -> None:
    stored = "MATCH (n {ws: $ws}) WHERE NOT n:Answer RETURN count(n)"
    before = granting.value(stored)

    done = granting.caller("ada").change("createSpace", {"name": "Research"}, dryRun=True, idempotencyKey="k1")

    assert done["space"]["name"] == "Research"
    assert (done["dryRun"], done["change"]) == (True, None)
    assert granting.value(stored) == before
    assert granting.value("MATCH (k:Workspace {id: $ws}) RETURN count(k)") == 1


def test_an_edit_that_expects_another_revision_is_shown_what_there_is_now(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga, space = granting.caller("olga"), granting.ids["open"]
    olga.change("updateSpace", {"space": space, "name": "Opened", "expectedRevision": 1})

    done = olga.change(
        "updateSpace",
        {"space": space, "name": "Wide open", "expectedRevision": 1},
        "... on StaleRevision { current { id ... on Space { name revision } } }",
    )

    assert done["code"] == "STALE_REVISION"
    assert done["current"] == {"id": space, "name": "Opened", "revision": 2}


def test_an_absent_field_stays_and_null_clears(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga, space = granting.caller("olga"), granting.ids["open"]
    olga.change("updateSpace", {"space": space, "description": "For all"})

    renamed = olga.change("updateSpace", {"space": space, "name": "Opened"})
    cleared = olga.change("updateSpace", {"space": space, "description": None})
    nameless = olga.change("updateSpace", {"space": space, "name": None})

    assert (renamed["space"]["name"], renamed["space"]["description"]) == ("Opened", "For all")
    assert (cleared["space"]["name"], cleared["space"]["description"]) == ("Opened", None)
    assert (nameless["code"], nameless["path"]) == ("MISSING_PROPERTY", ["input", "name"])


@pytest.mark.parametrize("name", ["", "two\nlines", "x" * 501, "nul \0"])
def test_a_name_that_cannot_be_stored_is_refused_and_said_why(granting: Granting, name: str) -> None:
    done = granting.caller("ada").change("createSpace", {"name": name})

    assert (done["__typename"], done["code"], done["path"]) == ("InvalidInput", "BAD_VALUE", ["input", "name"])
    assert done["docs"] == "/docs/errors#BAD_VALUE"


def test_each_change_is_in_the_feed_with_who_made_it(granting: Granting) -> None:
    ada = granting.caller("ada")

    done = ada.change("createSpace", {"name": "Research"})
    ada.change("grantAccess", {"space": done["space"]["id"], "to": everyone(), "role": "READER"})

    me = ada.data("{ viewer { id } }")["viewer"]["id"]
    feed = granting.value(
        "MATCH (c:Change {ws: $ws}) WHERE c.by = $by WITH c ORDER BY c.seq"
        " RETURN collect([c.change, c.relation, c.role])",
        by=me,
    )
    assert feed == [
        ["CREATED", None, None],
        ["LINKED", "GRANTED", "OWNER"],
        ["CREATED", None, None],
        ["LINKED", "GRANTED", "READER"],
    ]


def test_without_the_scope_nothing_is_changed_and_the_scope_is_named(granting: Granting) -> None:
    ada = granting.caller("ada", scope="work:read")

    answer = ada.answer('mutation { createSpace(input: {name: "Research"}) { __typename } }')

    [error] = answer["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "access:manage" in error["message"]
    assert granting.value("MATCH (s:Space {ws: $ws}) RETURN count(s)") == 2
