"""What a plan may know of the variables.

A plan may not depend on the value of a variable unless it looks at it. Every look is remembered with
its answer, so a plan is used again exactly where all its looks would find the same. What is not
looked at is left open as a slot, and read from the variables at each run.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

Variables = Mapping[str, Any]
Read = Callable[[Variables], Any]
Look = Callable[[Variables], Hashable]


class Looks:
    """The variables while a plan is made."""

    def __init__(self, variables: Variables) -> None:
        self.variables = variables
        self.made: list[tuple[Look, Hashable]] = []

    def at(self, look: Look) -> Any:
        answer = look(self.variables)
        self.made.append((look, answer))
        return answer


@dataclass(frozen=True)
class Argument:
    """An argument of one field in the document; `fixed` if no variable is in it."""

    key: tuple[int, str]
    read: Read
    fixed: bool

    def member(self, *path: str | int) -> "Argument":
        """What stands deeper inside it."""

        def read(variables: Variables) -> Any:
            value = self.read(variables)
            for step in path:
                value = value[step]
            return value

        return Argument((self.key[0], f"{self.key[1]}.{'.'.join(map(str, path))}"), read, self.fixed)


def present(value: Any) -> Hashable:
    return value is not None


def outline(value: Any) -> Hashable:
    """Which keys an input has, however deep, and nothing of what they hold. Lists of inputs by length."""
    if isinstance(value, dict):
        return tuple((name, outline(member)) for name, member in value.items())
    if isinstance(value, list) and any(isinstance(member, dict) for member in value):
        return tuple(outline(member) for member in value)
    return value is None
