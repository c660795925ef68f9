"""Who am I: told from the token, from what was granted and from the graph; and who I am said to be."""

from graph.access.principals import Principal
from graph.records.states import PrincipalKind, SpaceRole
from tests.fixtures.access import Granting

VIEWER = """{ viewer {
    id issuer subject client source scopes workspace { id timeZone } spaces { name role } person { name }
} }"""


def test_a_viewer_is_told_what_the_token_says_and_what_was_granted(granting: Granting) -> None:
    granting.grant("open", granting.subject("ada"), SpaceRole.READER)
    granting.grant("open", granting.group("planners"), SpaceRole.EDITOR)

    told = granting.caller("ada", scope="people:read work:read", groups=["planners"]).data(VIEWER)["viewer"]

    assert told.pop("id").startswith("pri_")
    assert told == {
        "issuer": granting.issuer.url,
        "subject": "ada",
        "client": "explorer",
        "source": None,
        "scopes": ["people:read", "work:read"],
        "workspace": {"id": granting.workspace, "timeZone": "UTC"},
        "spaces": [{"name": "open", "role": "EDITOR"}],
        "person": None,
    }


def test_whoever_signs_in_is_recorded_once_and_a_client_is_not(granting: Granting) -> None:
    first = granting.caller("ada").data(VIEWER)["viewer"]["id"]
    second = granting.caller("ada").data(VIEWER)["viewer"]["id"]
    client = granting.caller("robot", client_id="robot").data(VIEWER)["viewer"]["id"]

    assert first == second
    assert client is None
    assert granting.value("MATCH (p:Principal {ws: $ws}) RETURN collect(p.name)") == ["ada"]


def test_the_same_name_at_another_issuer_is_somebody_else(granting: Granting) -> None:
    other = Principal(PrincipalKind.SUBJECT, "https://other.example", "ada")
    granting.grant("open", other, SpaceRole.READER)

    assert granting.caller("ada").data(VIEWER)["viewer"]["spaces"] == []


def test_a_token_without_any_scope_is_told_who_it_speaks_for_and_nothing_of_the_graph(granting: Granting) -> None:
    answer = granting.caller("ada", scope="").answer("{ viewer { subject scopes } objectives { totalCount } }")

    assert answer["data"] is None or answer["data"]["viewer"] == {"subject": "ada", "scopes": []}
    [error] = answer["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"


def test_who_joins_a_principal_to_a_person_must_own_all_that_the_person_reaches(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    granting.grant("closed", granting.subject("other"), SpaceRole.OWNER)
    granting.grant("closed", granting.ids["Platform"], SpaceRole.READER)
    olga = granting.caller("olga")
    me = olga.data(VIEWER)["viewer"]["id"]

    done = olga.change("joinPrincipal", {"principal": me, "person": granting.ids["Nan"]})

    assert done["code"] == "NOT_PERMITTED"
    assert granting.ids["closed"] not in done["message"]
    assert olga.data(VIEWER)["viewer"]["person"] is None


def test_a_principal_is_parted_from_its_person_by_null(granting: Granting) -> None:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga")
    me = olga.data(VIEWER)["viewer"]["id"]
    olga.change("joinPrincipal", {"principal": me, "person": granting.ids["Nan"]})

    joined = olga.data(VIEWER)["viewer"]["person"]
    parted = olga.change("joinPrincipal", {"principal": me, "person": None})

    assert joined == {"name": "Nan"}
    assert parted["principal"]["person"] is None
    assert olga.data(VIEWER)["viewer"]["person"] is None


def test_ids_of_other_kinds_and_workspaces_are_not_found(granting: Granting) -> None:
    olga = granting.caller("olga")
    me = olga.data(VIEWER)["viewer"]["id"]

    as_principal = olga.change("joinPrincipal", {"principal": granting.ids["Nan"], "person": None})
    as_person = olga.change("joinPrincipal", {"principal": me, "person": granting.ids["Compilers"]})

    assert [as_principal["code"], as_person["code"]] == ["NOT_FOUND", "NOT_FOUND"]
