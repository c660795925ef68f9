"""Teams and people belong to the workspace, and people are members of teams."""

from api.imports.remarks import Fate
from tests.unit.imports.goals_files import a_file, a_goal, a_task, a_team
from tests.unit.imports.mapped import links, nodes, remarks

PARSER = "src/2025h1/parser.md"


def test_everybody_whom_the_file_names_is_a_person_once() -> None:
    goal = a_goal(owners=["ann"], champions={"lang": ["ben"]}, tasks=[a_task(owners=["cleo", "ann"])])
    file = a_file(goal, teams=[a_team("lang", leads=["dora"], members=["dora", "ann"])])

    assert sorted(nodes(file, "Person")) == ["ann", "ben", "cleo", "dora"]
    assert {node.space for kind in ("Person", "Team") for node in nodes(file, kind).values()} == {None}
    assert sorted(links(file, "MEMBER_OF")) == [("ann", "lang"), ("dora", "lang")]


def test_a_team_is_part_of_its_parent_wherever_that_stands_in_the_file() -> None:
    file = a_file(teams=[a_team("types", parent="lang"), a_team("lang"), a_team("opsem", parent="nobody")])

    assert links(file, "SUBTEAM_OF") == [("types", "lang")]
    assert remarks(file, Fate.KEPT_OUT) == {"parents of teams that are no team of the file": ["nobody above opsem"]}


def test_what_membership_and_teams_cannot_say_is_reported() -> None:
    file = a_file(teams=[a_team("lang", leads=["dora"], members=["dora"], alumni=3)])
    found = remarks(file, Fate.NO_PLACE)

    assert found["kinds of teams"] == ["team, of lang"]
    assert found["leads of teams: membership knows no role"] == ["dora leads lang"]
    assert found["former members of teams, of whom only the number is known"] == ["3 of lang"]
