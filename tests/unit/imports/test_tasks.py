"""Sub-goals become projects, tasks become work items, and teams are asked or own."""

import pytest

from api.imports.remarks import Fate
from graph.records.states import FlowState, LifecycleStatus, OwnerRole
from graph.writing.identities import spoken
from tests.unit.imports.goals_files import Entry, a_file, a_goal, a_task, a_team
from tests.unit.imports.mapped import held, links, nodes, remarks

PARSER = "src/2025h1/parser.md"
TASK = f"{PARSER}#0"


def test_a_task_is_part_of_its_sub_goal_which_contributes_to_the_goal() -> None:
    file = a_file(a_goal(tasks=[a_task(subgoal="Lexer"), a_task(n=1), a_task(n=2, subgoal="Lexer")]))
    lexer = f"{PARSER}#Lexer"

    assert {name: node.properties["title"] for name, node in nodes(file, "Project").items()} == {lexer: "Lexer"}
    assert links(file, "PART_OF") == [(TASK, lexer), (f"{PARSER}#2", lexer)]
    assert links(file, "CONTRIBUTES_TO") == [(lexer, PARSER), (f"{PARSER}#1", PARSER)]


def test_sub_goals_of_one_title_in_two_goals_are_two_projects() -> None:
    tasks = [a_task(subgoal="Lexer")]
    file = a_file(a_goal(source_id="a", tasks=tasks), a_goal(source_id="b", tasks=tasks))

    assert list(nodes(file, "Project")) == ["a#Lexer", "b#Lexer"]


def test_a_sub_goal_stands_where_its_goal_stands() -> None:
    file = a_file(a_goal(status="Not accepted", tasks=[a_task(subgoal="Lexer")]))

    assert nodes(file, "Project")[f"{PARSER}#Lexer"].properties["status"] is LifecycleStatus.CANCELLED


def test_tasks_and_sub_goals_lie_in_the_space_of_the_season() -> None:
    file = a_file(a_goal(season="2024h2", tasks=[a_task(subgoal="Lexer")]))
    spaces = {
        spoken(node.space) for kind in ("Project", "WorkItem") for node in nodes(file, kind).values() if node.space
    }

    assert spaces == {"2024h2"}


@pytest.mark.parametrize(
    ("said", "name", "stored"),
    [
        ({"done": True}, "flow_state", FlowState.DONE),
        ({"done": False}, "flow_state", FlowState.NEW),
        ({"is_team_ask": True}, "item_type", "team ask"),
        ({"is_team_ask": False}, "item_type", "task"),
        ({"help_wanted": True}, "labels", ["help wanted"]),
        ({"help_wanted": False}, "labels", []),
        ({"title": "~~RFC~~"}, "title", "~~RFC~~"),
    ],
)
def test_what_a_task_says_of_itself_is_kept(said: Entry, name: str, stored: object) -> None:
    assert nodes(a_file(a_goal(tasks=[a_task(**said)])), "WorkItem")[TASK].properties[name] == stored


def test_a_team_ask_asks_each_of_its_teams_once_and_without_a_size() -> None:
    task = a_task(is_team_ask=True, teams=["lang", "types", "lang"])
    file = a_file(a_goal(tasks=[task]), teams=[a_team("lang"), a_team("types")])

    assert held(file, "ASKS", "size") == {(TASK, "lang"): [None], (TASK, "types"): [None]}
    assert links(file, "OWNED_BY") == []


def test_the_teams_and_owners_of_another_task_do_it() -> None:
    file = a_file(a_goal(tasks=[a_task(owners=["ann", "ann"], teams=["lang"])]), teams=[a_team("lang")])

    assert links(file, "ASKS") == []
    assert held(file, "OWNED_BY", "role") == {(TASK, "ann"): [OwnerRole.ASSIGNEE], (TASK, "lang"): [OwnerRole.ASSIGNEE]}


@pytest.mark.parametrize("is_team_ask", [True, False])
def test_an_unknown_team_is_not_made_up_but_reported_with_its_row(is_team_ask: bool) -> None:
    file = a_file(a_goal(tasks=[a_task(is_team_ask=is_team_ask, teams=["nobody"])]), teams=[a_team("lang")])

    assert list(nodes(file, "Team")) == ["lang"]
    assert (links(file, "ASKS"), links(file, "OWNED_BY")) == ([], [])
    assert remarks(file, Fate.KEPT_OUT) == {"rows that name 'nobody', which is no team of the file": [TASK]}


def test_a_team_ask_that_names_no_team_is_reported() -> None:
    file = a_file(a_goal(tasks=[a_task(is_team_ask=True)]))

    assert remarks(file, Fate.ADAPTED) == {"team asks that name no team": [TASK]}
