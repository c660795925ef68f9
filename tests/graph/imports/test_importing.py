"""The import against a real database: what it makes, and what it makes of a file that was imported before."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from api.imports import stating
from api.imports.report import Report
from api.imports.rust_goals import source
from api.imports.rust_goals.importing import import_rust_goals
from api.local.address import LocalServer
from graph.database import Database
from graph.writing.stated import Outcome
from graph.writing.workspaces import create_workspace
from tests.fixtures.questions import with_database
from tests.unit.imports.goals_files import Entry, a_document, a_goal, a_post, a_task, a_team

SAMPLE = Path(source.__file__).parent / "sample.json"

Importing = Callable[..., Report]


@pytest.fixture
def import_document(neo4j: LocalServer, tmp_path: Path) -> Importing:
    """Imports a file with what is said into a workspace of the test's own."""
    workspace = a_workspace()

    def importing_it(**said: list[Entry]) -> Report:
        path = tmp_path / "goals.json"
        path.write_text(json.dumps(a_document(**said)), encoding="utf-8")
        return imported(neo4j, workspace, path)

    return importing_it


def nobody_told(done: int, total: int) -> None:
    """For imports whose progress is not looked at."""


def a_workspace() -> str:
    return f"import-{uuid4().hex}"


def imported(server: LocalServer, workspace: str, path: Path) -> Report:
    async def work(database: Database) -> Report:
        await create_workspace(database, id=workspace, name=workspace, timeout=30)
        return await import_rust_goals(database, workspace, path, nobody_told)

    report: Report = with_database(server, work)
    return report


def outcomes(report: Report) -> dict[str, set[Outcome]]:
    """Which outcomes each kind and relation met."""
    return {sort: set(found) for sort, found in report.counts().items()}


def changed(report: Report) -> dict[str, dict[Outcome, int]]:
    """How often each kind and relation met another outcome than that nothing changes."""
    others: dict[str, dict[Outcome, int]] = {
        sort: {outcome: count for outcome, count in found.items() if outcome is not Outcome.UNCHANGED}
        for sort, found in report.counts().items()
    }
    return {sort: found for sort, found in others.items() if found}


def value(server: LocalServer, text: str, **parameters: object) -> Any:
    return with_database(server, lambda database: database.value(text, parameters, timeout=30))


@dataclass(frozen=True)
class Twice:
    """The sample imported twice into one workspace: both reports, each with the number of the feed's last entry."""

    server: LocalServer
    workspace: str
    first: Report
    seq_of_first: int
    second: Report
    seq_of_second: int


@pytest.fixture(scope="module")
def twice(neo4j: LocalServer) -> Twice:
    workspace, last = a_workspace(), "MATCH (k:Workspace {id: $ws}) RETURN k.seq"
    first = imported(neo4j, workspace, SAMPLE), value(neo4j, last, ws=workspace)
    second = imported(neo4j, workspace, SAMPLE), value(neo4j, last, ws=workspace)
    return Twice(neo4j, workspace, *first, *second)


def test_all_of_the_sample_is_created(twice: Twice) -> None:
    text = """
        MATCH (n:Node {ws: $ws})
        WITH [label IN labels(n) WHERE NOT label IN ['Node', 'WorkNode']][0] AS kind, count(*) AS found
        RETURN collect([kind, found])
    """

    kinds = value(twice.server, text, ws=twice.workspace)

    assert {outcome for found in outcomes(twice.first).values() for outcome in found} == {Outcome.CREATED}
    assert dict(kinds) == {
        "WorkItem": 751,
        "Person": 419,
        "CheckIn": 237,
        "Team": 217,
        "Objective": 124,
        "Strategy": 8,
        "Period": 6,
        "Space": 5,
        "Project": 4,
    }


def test_importing_again_changes_nothing_and_adds_nothing_to_the_feed(twice: Twice) -> None:
    assert changed(twice.second) == {}
    assert twice.second.closed == 0
    assert twice.seq_of_second == twice.seq_of_first
    assert twice.second.remarks == twice.first.remarks


def test_progress_grows_to_all_that_is_written(
    neo4j: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "goals.json"
    path.write_text(json.dumps(a_document(goals=[a_goal(tasks=[a_task(n=n) for n in range(20)])])), encoding="utf-8")
    monkeypatch.setattr(stating, "MOST", 10)
    told: list[tuple[int, int]] = []

    async def work(database: Database) -> None:
        await create_workspace(database, id="import-progress", name="Progress", timeout=30)
        await import_rust_goals(database, "import-progress", path, lambda done, total: told.append((done, total)))

    with_database(neo4j, work)

    assert told == sorted(told)
    assert len(told) > 4
    assert {total for _, total in told} == {told[-1][0]}


def test_a_changed_file_changes_what_it_says_anew_and_nothing_else(import_document: Importing) -> None:
    people = {"owners": ["ann", "ben"], "roadmaps": ["Speed"]}
    import_document(goals=[a_goal(**people, tasks=[a_task(), a_task(n=1)]), a_goal(source_id="other")])

    tasks = [a_task(done=True), a_task(n=1, subgoal="Lexer"), a_task(n=2)]
    report = import_document(
        goals=[a_goal(title="Quicker", owners=["ann"], roadmaps=["Comfort"], tasks=tasks), a_goal(source_id="other")]
    )

    assert changed(report) == {
        "Strategy": {Outcome.CREATED: 1},
        "Objective": {Outcome.UPDATED: 1},
        "Project": {Outcome.CREATED: 1},
        "WorkItem": {Outcome.UPDATED: 1, Outcome.CREATED: 1},
        "CONTRIBUTES_TO": {Outcome.CREATED: 3},
        "PART_OF": {Outcome.CREATED: 1},
    }
    assert report.closed == 3
    assert "3 links that the file no longer states were closed" in report.lines()


def test_a_goal_that_leaves_the_file_stays_as_it_is(import_document: Importing) -> None:
    import_document(goals=[a_goal(), a_goal(source_id="other")])

    report = import_document(goals=[a_goal()])

    assert (changed(report), report.closed) == ({}, 0)


def test_a_check_in_never_changes_and_another_word_is_refused_and_reported(import_document: Importing) -> None:
    goal = a_goal(tracking=[7])
    import_document(goals=[goal], checkins=[a_post(completed=1)])

    report = import_document(goals=[goal], checkins=[a_post(completed=2)])

    assert changed(report) == {"CheckIn": {Outcome.REFUSED: 1}}
    assert any("CheckIn: A check-in never changes" in line for line in report.lines())


def test_the_order_of_the_file_does_not_matter(import_document: Importing) -> None:
    goals = [
        a_goal(source_id="late", season="2026", tracking=[7], roadmaps=["Speed"]),
        a_goal(source_id="early", season="2024h2", tracking=[7]),
    ]
    teams = [a_team("types", parent="lang", members=["ann"]), a_team("lang")]

    report = import_document(goals=goals, teams=teams)

    assert {outcome for found in outcomes(report).values() for outcome in found} == {Outcome.CREATED}


def test_a_ring_of_teams_is_refused_where_it_closes_and_the_rest_is_taken(import_document: Importing) -> None:
    report = import_document(teams=[a_team("a", parent="b"), a_team("b", parent="c"), a_team("c", parent="a")])

    assert report.counts()["SUBTEAM_OF"] == {Outcome.CREATED: 2, Outcome.REFUSED: 1}
    assert any("SUBTEAM_OF: This link would close a ring" in line for line in report.lines())


def test_a_file_of_another_sort_is_refused_before_anything_is_written(neo4j: LocalServer, tmp_path: Path) -> None:
    path = tmp_path / "goals.json"
    path.write_text("[]", encoding="utf-8")

    with pytest.raises(source.NotTheGoals):
        imported(neo4j, "import-nothing", path)

    assert value(neo4j, "MATCH (n:Node {ws: 'import-nothing'}) RETURN count(n)") == 0
