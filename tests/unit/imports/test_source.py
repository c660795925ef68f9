"""The file is read whole, or refused in one line that says where it is wrong."""

import json
from pathlib import Path

import pytest

from api.imports.rust_goals import source
from tests.unit.imports.goals_files import Entry, a_document, a_file, a_goal, a_post, a_task, a_team

SAMPLE = Path(source.__file__).parent / "sample.json"


def written(folder: Path, text: str) -> Path:
    path = folder / "goals.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_is_read_whole() -> None:
    file = source.read(SAMPLE)

    assert (len(file.goals), len(file.checkins), len(file.teams)) == (129, 239, 217)
    assert sum(len(goal.tasks) for goal in file.goals) == 751
    assert list(source.unknown_fields(file)) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"goals": 3', "Invalid JSON"),
        ("[]", "Input should be an object"),
        ("{}", "licence: Field required"),
        (json.dumps(a_document(goals=[a_goal(season=2025)])), r"goals\[0\].season: Input should be a valid string"),
        (
            json.dumps(a_document(goals=[a_goal(tasks=[a_task(done="yes")])])),
            r"goals\[0\].tasks\[0\].done: Input should",
        ),
        (json.dumps(a_document(checkins=[a_post(published="lately")])), r"checkins\[0\].published: Input should"),
        (json.dumps(a_document(goals=[a_goal(), a_goal()])), "two goals are called 'src/2025h1/parser.md'"),
        (json.dumps(a_document(teams=[a_team("lang"), a_team("lang")])), "two teams are called 'lang'"),
        (json.dumps(a_document(goals=[a_goal(tasks=[a_task(), a_task()])])), "two tasks of src/2025h1/parser.md are"),
    ],
)
def test_a_file_of_another_sort_is_refused_in_one_line_that_says_why(tmp_path: Path, text: str, reason: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(source.NotTheGoals, match=reason) as refusal:
        source.read(path)

    assert str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(source.NotTheGoals, match=r"nowhere.json cannot be read \(No such file"):
        source.read(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("goal", "field"),
    [
        (a_goal(priority="high"), ("Goal.priority", "'high'")),
        (a_goal(tasks=[a_task(points=3)]), ("Task.points", "3")),
        (a_goal(team_asks=[{"team": "lang", "level": "Small", "since": 1}]), ("TeamAsk.since", "1")),
    ],
)
def test_a_field_that_is_not_known_is_kept_aside(goal: Entry, field: tuple[str, str]) -> None:
    assert list(source.unknown_fields(a_file(goal))) == [field]
