"""Everyone who asks, each with what they may see, and what they may not be told; and what is wrong with answers."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from graphql import parse, validate

from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from tests.requests.isolation.asking import Answered, Asking, Question
from tests.requests.isolation.judging import Judge, hidden, leaks
from tests.requests.isolation.operations import VARIABLES, Operation, Operations
from tests.requests.isolation.pool import pool_of
from tests.requests.isolation.scene import Scene, stored
from tests.requests.isolation.visibility import Sight, Store

EXPECTED = {"FORBIDDEN", "TOO_BROAD", "TOO_COSTLY"}
"""What such operations may be refused for: a scope that the token lacks, their size, and what they could cost."""

SEARCHES = re.compile(r"\bsearch\(")
"""What is not asked again without the hidden: in a transaction that has deleted, Neo4j's full-text index finds too
little of what is left; committed, it finds all. test_searching.py asks about search.
"""


@dataclass
class Crowd:
    """`viewers` are the subjects of the scene, as the product knows them. `operations` counts what was asked."""

    runner: asyncio.Runner
    scene: Scene
    viewers: Sequence[Viewer]
    asking: Asking
    operations: int = 0

    @cached_property
    def sights(self) -> list[Sight]:
        return [subject.sight(self.scene.store) for subject in self.scene.subjects]

    @cached_property
    def secrets(self) -> list[list[str]]:
        """What each of them may be told nothing of."""
        return [
            hidden(self.scene.known, sight.readable, {scope.value for scope in subject.scopes})
            for subject, sight in zip(self.scene.subjects, self.sights, strict=True)
        ]

    def faults(self, seeds: Sequence[int]) -> list[str]:
        """What is wrong with the answers to the documents of these seeds."""
        return self.runner.run(self._faults(seeds))

    async def _faults(self, seeds: Sequence[int]) -> list[str]:
        found: list[str] = []
        questions: list[Question] = []
        for seed in seeds:
            operation = self.written(seed)
            first = Question(operation.text, {**VARIABLES, "after": None})
            answers = await self.asking.together(first, self.viewers)
            turned = Question(operation.text, {**VARIABLES, "after": cursor_in(answers, operation, seed)})
            for question in (first, turned):
                answers = await self.asking.together(question, self.viewers)
                self.operations += len(answers)
                if not SEARCHES.search(question.text):
                    questions.append(question)
                found += self.judged(operation, question, answers)
        for place, viewer in enumerate(self.viewers):
            for question, told in zip(questions, await self.asking.without_hidden(questions, viewer), strict=True):
                if told[0] != told[1]:
                    found.append(f"{self.name(place)} is told otherwise without the hidden: {question}\n{told}")
        return found

    async def stored(self) -> Store:
        """All that there is now."""
        return await stored(self.asking.database, self.asking.worlds)

    def written(self, seed: int) -> Operation:
        schema = self.asking.schema._schema
        pool = pool_of(self.scene, Random(seed))  # noqa: S311 - a game, not a secret
        operation = Operations(schema, pool, seed).operation()
        assert validate(schema, parse(operation.text)) == [], operation.text
        return operation

    def judged(self, operation: Operation, question: Question, answers: Sequence[Answered]) -> Iterator[str]:
        asked = f"{question.text} {question.variables['after']}"
        for place, answer in enumerate(answers):
            judge = Judge(operation, self.sights[place], self.viewers[place].scopes == frozenset(Scope))
            faults = [*judge.faults(answer.data), *sorted(answer.codes - EXPECTED)]
            faults += [f"{text} leaks." for text in leaks(answer.text, asked, self.secrets[place])]
            yield from (f"{self.name(place)}: {fault}\n{question}\n{answer.text}" for fault in faults)

    def name(self, place: int) -> str:
        return self.scene.subjects[place].name


def cursor_in(answers: Sequence[Answered], operation: Operation, seed: int) -> str:
    """A cursor of the list that is turned, as one of them was told it."""
    lists = [answer.data[operation.turned] for answer in answers if answer.data]
    cursors = [each["op"]["startCursor"] for each in lists if each and each["op"]["startCursor"]]
    return cursors[seed % len(cursors)] if cursors else ""
