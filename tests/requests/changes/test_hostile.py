"""Whatever is put into whichever argument of a change is taken as it was sent or refused in words; nothing breaks.

Mutations and their arguments are read off the schema, so a new one is covered of itself.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from neo4j import AsyncSession, AsyncTransaction

import graph
from api.local.address import LocalServer
from graph.kinds import KIND
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from tests.fixtures.access import Granting
from tests.fixtures.building import Building
from tests.fixtures.questions import with_database
from tests.requests.changes.asked import MUTATIONS, Asked, is_taken
from tests.requests.changes.hostile import TEXTS
from tests.requests.changes.leaves import Leaf, leaves, put
from tests.requests.identity.issuing import Issuer

EACH = int(os.environ.get("GOLDENTHREAD_HOSTILE", "2"))
"""How many hostile values each argument is given; they take turns."""

FIXED = {file.read_text(encoding="utf-8") for file in Path(graph.__path__[0]).rglob("*.cypher")}
"""Texts that stand in files, and so do not vary."""

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)

CLEAR = 1_000
"""Characters of a message at most: it does not repeat what was sent, however long."""

NOT_KEPT = ("idempotencyKey", "key", "remove")
"""Names of the call or within it, which are kept as a hash or not at all; and what is not to be kept."""


def wrong_with(response: httpx2.Response) -> str | None:
    """What is wrong with an answer as an answer, whatever it says."""
    if response.status_code >= 500:
        return f"status {response.status_code}"
    answer = response.json()
    refusal = (answer.get("data") or {}).get("it") or {}
    told = [(error["extensions"]["code"], error["message"]) for error in answer.get("errors", ())]
    told += [(refusal["code"], refusal["message"])] if "code" in refusal else []
    if not told and not is_taken(response):
        return "neither taken nor refused"
    unclear = [code for code, message in told if not 0 < len(message) <= CLEAR or code == "INTERNAL"]
    return f"unclear: {told}"[:600] if unclear else None


def texts_in(value: Any) -> Iterator[str]:
    """All texts within parameters, at any depth."""
    match value:
        case str():
            yield value
        case Mapping():
            for each in value.values():
                yield from texts_in(each)
        case list() | tuple() | set() | frozenset():
            for each in value:
                yield from texts_in(each)


def changed_on_the_way(asked: Asked, leaf: Leaf, value: Any, response: httpx2.Response) -> str | None:
    """A text that was taken, and that no statement was given as it is."""
    if leaf.type != "String" or leaf.path[-1] in NOT_KEPT or not is_taken(response):
        return None
    return None if value in set(texts_in([given for _, given in asked.given])) else "not taken as it was sent"


@pytest.fixture(scope="module")
def granting(neo4j: LocalServer, issuer: Issuer, url: str) -> Granting:
    """With two of everything in a space of two, and some of it linked."""
    workspace, building = f"hostile-{uuid4().hex[:12]}", Building()
    for space in ("open", "other"):
        building.space(space)
    for number in "12":
        for kind in (kind for kind in KIND.values() if kind.rank is not None):
            building.work(kind.name, f"{kind.name} {number}", "open")
        building.named("Person", f"Person {number}", role="Engineer")
        building.named("Team", f"Team {number}")
        building.named("Period", f"Period {number}", period_kind="YEAR", starts_on=FIRST, ends_on=LAST)
    building.link("WorkItem 1", "PART_OF", "Project 1")
    building.link("WorkItem 1", "ASKS", "Team 1")
    building.link("Person 1", "MEMBER_OF", "Team 1")
    ids = with_database(neo4j, lambda database: building.build(database, workspace))
    return Granting(neo4j, issuer, url, workspace, ids)


@pytest.fixture(scope="module")
def asked(granting: Granting) -> Iterator[Asked]:
    """Somebody who may do everything."""
    scopes = " ".join(scope.value for scope in Scope)
    caller = granting.caller("olga", scope=scopes)
    for space in ("open", "other"):
        granting.grant(space, granting.subject("olga"), SpaceRole.OWNER)
    granting.grant("open", granting.client("robot"), SpaceRole.READER)
    ids = granting.ids
    entry = {"subject": ids["WorkItem 1"], "person": ids["Person 1"], "day": "2026-01-31", "minutes": 5}
    caller.change("recordTime", entry)
    caller.change("blockNode", {"blocker": ids["WorkItem 1"], "blocked": ids["WorkItem 2"]})
    caller.change("startImport", {"source": "tracker"})
    caller.change("archiveNode", {"id": ids["Strategy 2"]})
    everything = "MATCH (n WHERE n.ws = $ws AND (n:Node OR n:ImportJob)) RETURN collect(n.id)"
    with httpx2.Client() as client, pytest.MonkeyPatch.context() as patch:
        asked = Asked(caller, client, sorted(granting.value(everything)))
        for runner in (AsyncSession, AsyncTransaction):
            patch.setattr(runner, "run", recording(runner.run, asked.given))
        yield asked


def recording(run: Any, given: list[tuple[str, Any]]) -> Any:
    """What the driver is asked to run, on its way."""

    def recorded(self: Any, query: Any, parameters: Any = None, **more: Any) -> Any:
        given.append((getattr(query, "text", query), parameters))
        return run(self, query, parameters, **more)

    return recorded


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_hostile_values_are_taken_as_sent_or_refused_in_words(asked: Asked, mutation: str) -> None:
    plain, statements, wrong, taken = set(), set(), [], 0
    for leaf in leaves(mutation, MUTATIONS[mutation]):
        harmless = asked.harmless(leaf)
        taken += is_taken(asked.ask(mutation, harmless))
        plain |= {text for text, _ in asked.given}
        for name, value in islice(asked.next_values(leaf.type), EACH):
            response = asked.ask(mutation, put(harmless, leaf.path, value) if leaf.path[0] in harmless else harmless)
            statements |= {text for text, _ in asked.given}
            if fault := wrong_with(response) or changed_on_the_way(asked, leaf, value, response):
                wrong.append(f"{leaf}, {name}: {fault}")

    assert wrong == []
    assert taken > 0
    assert statements - plain <= FIXED


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_taken_is_read_as_it_was_sent(asked: Asked, granting: Granting, name: str) -> None:
    plain = {"title": "plain", "space": granting.ids["other"]}

    for argument, value in (("title", TEXTS[name]), ("description", TEXTS[name]), ("labels", [TEXTS[name]])):
        response = asked.ask("createWorkItem", {"input": {**plain, argument: value}, "dryRun": False})

        assert wrong_with(response) is None
        if is_taken(response):
            id_ = response.json()["data"]["it"]["workItem"]["id"]
            text = f"query($id: ID!) {{ workItem(id: $id) {{ {argument} }} }}"
            assert asked.caller.data(text, id=id_)["workItem"] == {argument: value}


@pytest.mark.parametrize("name", TEXTS)
def test_a_key_that_is_taken_is_known_again(asked: Asked, name: str) -> None:
    given = {"input": {"name": "Team"}, "idempotencyKey": TEXTS[name], "dryRun": False}

    first, second = asked.ask("createTeam", given), asked.ask("createTeam", given)

    assert wrong_with(first) is None
    assert is_taken(first) == is_taken(second)
    if is_taken(first):
        assert second.json()["data"]["it"]["team"] == first.json()["data"]["it"]["team"]
