"""docs/frontends.md is true: its commands make two typed clients, which do what it says."""

import json
import re

import httpx2
import pytest

from api.personas.personas import EXPLORER
from tests.requests.frontends.demo import Demo
from tests.requests.frontends.page import LOCK, PROGRAMS, Frontends

PRICED = '{ queryCost(query: "{ viewer { subject } }") { requested } }'
A_SECOND = 70
"""Points: a program asks for some 350 at once."""


def test_the_programs_print_what_the_page_says(frontends: Frontends) -> None:
    promised = [block for block in frontends.blocks if block.promised is not None]

    assert [block.commands.split() for block in promised] == list(PROGRAMS.values())
    assert [block.printed for block in promised] == [block.promised for block in promised]


def test_what_the_page_pins_is_what_is_locked_for_its_test(frontends: Frontends) -> None:
    package = json.loads((frontends.folder / "typescript" / "package.json").read_text(encoding="utf-8"))

    locked = json.loads(LOCK.read_text(encoding="utf-8"))["packages"][""]["devDependencies"]
    assert package["devDependencies"] == locked


@pytest.mark.parametrize("language", PROGRAMS)
def test_who_has_spent_all_points_waits_and_then_goes_on(frontends: Frontends, demo: Demo, language: str) -> None:
    with demo.served_with(cost_per_minute=60 * A_SECOND) as url:
        spend_all(url, frontends.environment["TOKEN"])
        done = frontends.again(language, url)

    assert done.stdout == frontends.promised, done.stderr
    assert re.search(r"^waits \d+ s$", done.stderr, re.MULTILINE)
    assert re.search(r"^100 points, \d+ left$", done.stderr, re.MULTILINE)


def spend_all(url: str, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    with httpx2.Client(headers=headers, timeout=30) as client:
        while client.post(f"{url}/graphql", json={"query": PRICED}).status_code == 200:
            pass


def test_the_documents_that_the_generator_wrote_can_be_trusted_as_they_are(frontends: Frontends, demo: Demo) -> None:
    written = frontends.folder / "typescript" / "source" / "gql"

    with demo.served_with(trusted_documents=written, trusted_only=(EXPLORER,)) as url:
        trusted, other = frontends.again("typescript", url), frontends.again("python", url)

    assert trusted.stdout == frontends.promised, trusted.stderr
    assert other.returncode != 0
    assert "NOT_TRUSTED" in other.stderr or "trusted with" in other.stderr
