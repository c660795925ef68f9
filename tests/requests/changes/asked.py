"""Asks for any change, with arguments of which all but one are harmless: found by trying what is there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle, islice, product
from typing import Any

import httpx2
from graphql import build_schema

from graph.ids import kind_of
from schema.query import create_schema
from tests.fixtures.access import Caller
from tests.requests.changes.hostile import TEXTS, VALUES
from tests.requests.changes.leaves import Leaf, Place, slots_in, stated

SCHEMA: Any = build_schema(create_schema().as_str())
MUTATIONS: Mapping[str, Any] = SCHEMA.mutation_type.fields
TOLD = "__typename ... on Refusal { code message } ... on Changed { dryRun change { at } }"
TRIES = 200
"""How many combinations of ids and enums are tried until a change is taken."""


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
        return self.values.get(type_, self.values[""])


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
