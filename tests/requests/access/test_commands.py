"""The first workspace, space and grant come from the command line."""

from uuid import uuid4

import pytest

from api.local.address import LocalServer
from tests.fixtures.access import Granting
from tests.fixtures.commands import Said, run
from tests.requests.identity.issuing import Issuer


@pytest.fixture
def granting(neo4j: LocalServer, issuer: Issuer, url: str) -> Granting:
    """A workspace in which there is nothing yet."""
    workspace = f"first-{uuid4().hex[:12]}"
    assert said(neo4j, "workspace", "create", workspace, "--name", "First").code == 0
    return Granting(neo4j, issuer, url, workspace, {})


def said(server: LocalServer, *arguments: str) -> Said:
    return run(
        *arguments,
        GOLDENTHREAD_NEO4J_URI=server.uri,
        GOLDENTHREAD_NEO4J_USER=server.user,
        GOLDENTHREAD_NEO4J_PASSWORD=server.password,
    )


def granted(granting: Granting, space: str, *rest: str) -> Said:
    return said(granting.server, "grant", "OWNER", "--space", space, "--workspace", granting.workspace, *rest)


def test_the_first_owner_is_granted_on_the_first_space_and_goes_on_alone(granting: Granting) -> None:
    created = said(granting.server, "space", "create", "Research", "--workspace", granting.workspace)
    space = created.out.splitlines()[-1]

    done = granted(granting, space, "--issuer", granting.issuer.url, "--group", "planners")

    assert (created.code, done.code) == (0, 0)
    planner = granting.caller("ada", groups=["planners"])
    assert planner.data("{ viewer { spaces { id role } } }")["viewer"]["spaces"] == [{"id": space, "role": "OWNER"}]
    further = planner.change("grantAccess", {"space": space, "to": {"everyone": True}, "role": "READER"})
    assert further["__typename"] == "SpaceChanged"


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        ((), "Say to whom"),
        (("--everyone", "--group", "planners"), "Say to whom"),
        (("--group", "planners"), "Say whose tokens name them"),
    ],
)
def test_a_grant_that_names_nobody_or_two_says_what_to_do(granting: Granting, rest: tuple[str, ...], says: str) -> None:
    done = granted(granting, "spc_0", *rest)

    assert done.code == 2
    assert says in done.err


def test_a_grant_on_a_space_that_is_not_there_says_so_in_one_line(granting: Granting) -> None:
    done = granted(granting, "spc_0", "--everyone")

    assert "There is no space with the id 'spc_0'" in done.line
