"""The statements that stand in `.cypher` files: each is found under its name, with its reason where it sees all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

PARAMETER = re.compile(r"\$(\w+)")
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)


@dataclass(frozen=True)
class Statement:
    """A statement as it stands in its file, runnable as it is in Neo4j Browser.

    It binds what the viewer may read, unless `sees_all` gives the reason why it must see what is hidden.
    """

    package: str
    name: str
    sees_all: str | None = None

    @cached_property
    def text(self) -> str:
        return files(self.package).joinpath(f"{self.name}.cypher").read_text(encoding="utf-8")

    @cached_property
    def parameters(self) -> frozenset[str]:
        return frozenset(PARAMETER.findall(COMMENT.sub("", self.text)))

    def checked(self, given: Mapping[str, object]) -> None:
        """Raises for a parameter that is missing or unknown: a statement is given just what it names."""
        if self.parameters != given.keys():
            unlike = sorted(self.parameters ^ given.keys())
            raise TypeError(f"{self.name}.cypher and its caller differ in {', '.join(unlike)}.")

    def given(self, **parameters: object) -> tuple[str, Mapping[str, object]]:
        """The text and its parameters, checked: what the database is asked to run."""
        self.checked(parameters)
        return self.text, parameters
