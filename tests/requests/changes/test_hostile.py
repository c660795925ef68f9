"""Whatever is put into whichever argument of a change is taken as it was sent or refused in words; nothing breaks.

Mutations and their arguments are read off the schema, so a new one is covered of itself.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from graphql import build_schema
from neo4j import AsyncSession, AsyncTransaction

import graph
from api.local.address import LocalServer
from graph.ids import kind_of
from graph.kinds import KIND
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from schema.query import create_schema
from tests.fixtures.access import Caller, Granting
from tests.fixtures.building import Building
from tests.fixtures.questions import with_database
from tests.requests.changes.hostile import TEXTS, VALUES
from tests.requests.changes.leaves import Leaf, Place, leaves, put, slots_in, stated
from tests.requests.identity.issuing import Issuer

EACH = int(os.environ.get("GOLDENTHREAD_HOSTILE", "2"))
"""How many hostile values each argument is given; they take turns."""

SCHEMA: Any = build_schema(create_schema().as_str())
FIXED = {file.read_text(encoding="utf-8") for file in Path(graph.__path__[0]).rglob("*.cypher")}
MUTATIONS: Mapping[str, Any] = SCHEMA.mutation_type.fields
TOLD = "__typename ... on Refusal { code message } ... on Changed { dryRun change { at } }"
TRIES = 100
"""How many combinations of ids and enums are tried until a change is taken."""

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)

CLEAR = 1_000
"""Characters of a message at most: it does not repeat what was sent, however long."""

NOT_KEPT = ("idempotencyKey", "key", "remove")
"""Names of the call or within it, which are kept as a hash or not at all; and what is not to be kept."""


@dataclass
class Asked:
    """Whoever asks, what there is to ask about, and all that the driver was given meanwhile."""

    caller: Caller
    client: httpx2.Client
    ids: list[str]
    given: list[tuple[str, Any]] = field(default_factory=list)
    made: dict[tuple[str, tuple[Place, ...]], dict[Place, Any]] = field(default_factory=dict)
    values: Mapping[str, Iterator[tuple[str, Any]]] = field(
        default_factory=lambda: {name: cycle(values.items()) for name, values in {**VALUES, "": TEXTS}.items()}
    )

    def ask(self, mutation: str, given: Mapping[str, Any]) -> httpx2.Response:
        """As a rehearsal, so that each change meets the same graph."""
        self.given.clear()
        arguments = {**given, "dryRun": given.get("dryRun", True)}
        types = {name: MUTATIONS[mutation].args[name].type for name in arguments}
        head = ", ".join(f"${name}: {type_}" for name, type_ in types.items())
        call = ", ".join(f"{name}: ${name}" for name in types)
        members = " ".join(map(told_of, MUTATIONS[mutation].type.of_type.types))
        text = f"mutation({head}) {{ it: {mutation}({call}) {{ {TOLD} {members} }} }}"
        # As escapes, and as numbers that JSON has no words for: httpx would refuse to send them.
        body = json.dumps({"query": text, "variables": arguments})
        headers = {"Authorization": f"Bearer {self.caller.token}", "Content-Type": "application/json"}
        return self.client.post(f"{self.caller.url}/graphql", content=body, headers=headers, timeout=60)

    def harmless(self, leaf: Leaf) -> dict[str, Any]:
        """Arguments that are taken; where none are found, those that were tried first."""
        argument = MUTATIONS[leaf.mutation]
        slots = {path: type_ for path, type_ in slots_in(argument, leaf.path).items() if path != leaf.path}
        known = self.made.get((leaf.mutation, tuple(slots)))
        if known is None:
            options = [self.candidates(leaf.mutation, path, type_) for path, type_ in slots.items()]
            tried = [dict(zip(slots, some, strict=True)) for some in islice(nearest(options), TRIES)]
            known = next((some for some in tried if self.takes(leaf, some)), tried[0])
            self.made[leaf.mutation, tuple(slots)] = known
        return stated(argument, leaf.path, known)

    def takes(self, leaf: Leaf, slots: dict[Place, Any]) -> bool:
        return is_taken(self.ask(leaf.mutation, stated(MUTATIONS[leaf.mutation], leaf.path, slots)))

    def candidates(self, mutation: str, path: Place, type_: Any) -> list[Any]:
        """What may stand there, the likeliest first."""
        if type_.name != "ID":
            return list(type_.values)

        def far(id_: str) -> int:
            kind = kind_of(id_)
            name = kind.name if kind else "ImportJob"
            if name.lower() == path[-1].lower():
                return 0
            return 1 if path[-1] == "id" and mutation.endswith(name) else 2 if kind and kind.rank is not None else 3

        return sorted(self.ids, key=far)

    def next_values(self, type_: str) -> Iterator[tuple[str, Any]]:
        return islice(self.values.get(type_, self.values[""]), EACH)


def nearest(options: list[list[Any]]) -> Iterator[tuple[Any, ...]]:
    """All combinations, those first that take the first of most."""
    places = sorted(product(*(range(len(option)) for option in options)), key=sum)
    return (tuple(option[at] for option, at in zip(options, place, strict=True)) for place in places)


def told_of(member: Any) -> str:
    """The node that a member of the union tells of, so that it is read again."""
    inner = [name for name, each in member.fields.items() if "id" in getattr(each.type, "fields", {})]
    inner = [name for name in inner if name != "current"]
    return f"... on {member.name} {{ {' '.join(f'{name} {{ id }}' for name in inner)} }}" if inner else ""


def is_taken(response: httpx2.Response) -> bool:
    it = (response.json().get("data") or {}).get("it") or {}
    return "__typename" in it and "code" not in it


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
        for name, value in asked.next_values(leaf.type):
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
