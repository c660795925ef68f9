"""A subject over HTTP, with a real token, and what is said of the hidden in whatever comes back."""

import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from tests.requests.isolation.crowd import Crowd
from tests.requests.isolation.judging import leaks
from tests.requests.isolation.scene import Subject
from tests.requests.isolation.visibility import Sight

ID = re.compile(r"\b[a-z]{2,4}_[0-9A-HJKMNP-TV-Z]{26}\b")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+Z")


@dataclass(frozen=True)
class Visitor:
    """Whoever has this token. `secrets` are what they may be told nothing of."""

    name: str
    url: str
    token: str
    sight: Sight
    secrets: list[str]

    @classmethod
    def of(cls, crowd: Crowd, place: int, url: str, token: str) -> "Visitor":
        return cls(crowd.name(place), url, token, crowd.sights[place], crowd.secrets[place])

    def response(self, text: str, variables: Mapping[str, Any]) -> httpx2.Response:
        asked = {"query": text, "variables": dict(variables)}
        return httpx2.post(f"{self.url}/graphql", json=asked, headers=self.headers, timeout=60)

    @property
    def headers(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def faults(self, text: str, response: httpx2.Response) -> Iterator[str]:
        """What of the hidden is in a response to what was asked, in its body or its headers."""
        told = f"{response.headers} {response.text}"
        for leak in leaks(told, text, self.secrets):
            yield f"{self.name}: {leak} leaks.\n{text}\n{told}"
        if response.status_code != 200 or '"INTERNAL"' in told:
            yield f"{self.name}: {response.status_code}\n{text}\n{told}"

    def hidden_ids(self, text: str) -> list[str]:
        """The ids in a text that are somebody's, and hidden from this one."""
        things = self.sight.store.things
        return sorted({id_ for id_ in ID.findall(text) if id_ in things and not self.sight.sees(things[id_])})


def claims_of(subject: Subject) -> Mapping[str, Any]:
    """What a token of the subject says."""
    own, *others = subject.principals
    return {
        "sub": own.name,
        "client_id": own.name if own.kind.name == "CLIENT" else "explorer",
        "groups": [other.name for other in others if other.kind.name == "GROUP"],
        "workspace": subject.workspace,
        "exp": int(time.time()) + 36_000,
        "scope": " ".join(scope.value for scope in subject.scopes),
    }


def absent(text: str, hidden: list[str]) -> str:
    """The same text with ids that are nobody's in the place of hidden ones."""
    for id_ in hidden:
        text = text.replace(id_, nobodys(id_))
    return text


def nobodys(id_: str) -> str:
    return id_[:-12] + id_[-12:][::-1]


def without_chance(told: str, hidden: list[str]) -> str:
    """An answer with the hidden ids in the place of nobody's, and without new ids and instants."""
    for id_ in hidden:
        told = told.replace(nobodys(id_), id_)
    return INSTANT.sub("then", ID.sub(lambda id_: id_[0] if id_[0] in hidden else "new", json.dumps(json.loads(told))))
