"""How each system is asked about a case: its text, its variables, and its answer in our shape."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .load.exchange import Exchange, Failed, request
from .scene import Scene
from .systems.system import System
from .texts import ideal, neo4j_question, question
from .workloads.workload import Case, Workload

JSON = Any
"""Questions, variables and answers have any shape that JSON has."""


@dataclass(frozen=True)
class Asked:
    """A system that runs. `port` is None for the driver."""

    system: System
    port: int | None

    def can_answer(self, workload: Workload) -> bool:
        return self.system.dialect != "neo4j" or workload.from_neo4j is not None


def text(workload: Workload, dialect: str) -> str:
    if dialect == "raw":
        return ideal(workload.texts)
    return neo4j_question(workload.texts) if dialect == "neo4j" else question(workload.texts)


def variables(workload: Workload, dialect: str, case: Case, scene: Scene) -> Mapping[str, JSON]:
    """Ours and the one with DataLoaders know what may be read; the others are told."""
    told = dict(workload.variables(dialect, case))
    return {**told, "readable": list(scene.readable)} if dialect in {"raw", "neo4j"} else told


def body(workload: Workload, dialect: str, case: Case, scene: Scene) -> str:
    return json.dumps({"query": text(workload, dialect), "variables": variables(workload, dialect, case, scene)})


def answer(asked: Asked, workload: Workload, case: Case, scene: Scene) -> JSON:
    """The data of an answer, in our shape, without what may differ.

    Raises:
        Failed: it is no answer, or has errors.
    """
    dialect = asked.system.dialect
    if asked.port is None:
        data = _of_driver(workload, case, scene)
    else:
        data = posted(asked.port, body(workload, dialect, case, scene), token(dialect, scene))
    if dialect == "neo4j" and workload.from_neo4j:
        data = workload.from_neo4j(data)
    return workload.settled(data)


def token(dialect: str, scene: Scene) -> str:
    """Only ours want one."""
    return scene.token() if dialect == "ours" else ""


def posted(port: int, told: str, token: str) -> JSON:
    exchange = Exchange(port)
    try:
        exchange.ask(request(told.encode(), token))
        while not exchange.is_answered():
            pass
        response = json.loads(exchange.body())
    finally:
        exchange.close()
    if "errors" in response:
        raise Failed(json.dumps(response["errors"])[:1000])
    return response["data"]


def _of_driver(workload: Workload, case: Case, scene: Scene) -> JSON:
    with scene.driver() as driver:
        parameters = dict(variables(workload, "raw", case, scene))
        return driver.execute_query(text(workload, "raw"), parameters, database_=scene.database).records[0][0]
