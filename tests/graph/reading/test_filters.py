"""Filters find just what they say: comparators by type, relations by quantifier, durations from now."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from api.local.server import LocalServer
from resolvers.scopes import Scope
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

TODAY = datetime.now(UTC).date()
SPACES = ("home", "vault")


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    """Three items under two projects, one of them hidden from most; owners, teams, a period and key results."""
    here = Building()
    for space in SPACES:
        here.space(space)
    here.named("Team", "lang", capacity=30.5)
    here.named("Team", "libs")
    here.named("Person", "Ada", role="Engineer")
    here.named("Person", "Bea")
    here.named("Period", "year", period_kind="YEAR", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    here.named("Period", "half", period_kind="HALF", starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30))
    here.work("Objective", "old", start_on=days(-60), progress_method="MANUAL")
    here.work("Objective", "new", start_on=days(5))
    here.work("KeyResult", "K", start_value=-2, target_value=10.5, unit="CURRENCY", currency="EUR")
    here.work("Project", "P")
    here.work("Project", "Q", space="vault")
    here.work("WorkItem", "A", labels=["x", "y"], estimate=1.5, due_on=days(-1), priority="HIGH", category="RUN")
    here.work("WorkItem", "B", labels=["y"], estimate=3, due_on=days(20), percent_complete=0.123456)
    here.work("WorkItem", "C", started_at=datetime.now(UTC) - timedelta(days=20))
    for link in (
        ("A", "PART_OF", "P"),
        ("B", "PART_OF", "P"),
        ("B", "CONTRIBUTES_TO", "Q"),
        ("K", "PART_OF", "old"),
        ("new", "CONTINUES", "old"),
        ("old", "IN_PERIOD", "half"),
        ("half", "WITHIN", "year"),
        ("libs", "SUBTEAM_OF", "lang"),
        ("Ada", "MEMBER_OF", "lang"),
    ):
        here.link(*link)
    here.link("A", "OWNED_BY", "Ada", role="LEAD")
    here.link("B", "OWNED_BY", "Ada", role="ASSIGNEE")
    here.link("B", "OWNED_BY", "Bea", role="LEAD")
    here.link("B", "ASKS", "lang", size="LARGE")
    return questions(neo4j, "filters", here)


def found(work: Questions, field: str, where: str, *spaces: str) -> set[str]:
    shown = "title" if field in {"workItems", "objectives", "keyResults", "projects"} else "name"
    told = work.ask(f"{{ {field}(where: {where}) {{ totalCount nodes {{ {shown} }} }} }}", work.reader(*spaces))
    assert told.errors == []
    names = {node[shown] for node in told.data[field]["nodes"]}
    assert told.data[field]["totalCount"] == len(names)
    return names


@pytest.mark.parametrize(
    ("where", "titles"),
    [
        # numbers
        ("{estimate: {eq: 1.5}}", "A"),
        ("{estimate: {in: [1.5, 3]}}", "AB"),
        ("{estimate: {gt: 1.5}}", "B"),
        ("{estimate: {gte: 1.5}}", "AB"),
        ("{estimate: {lt: 3}}", "A"),
        ("{estimate: {lte: 3.0000001}}", "AB"),
        ("{estimate: {isNull: true}}", "C"),
        ("{estimate: {gt: 1, lt: 2}}", "A"),
        ("{estimate: {lt: 1e300}}", "AB"),
        ("{percentComplete: {eq: 0.123456}}", "B"),
        ("{percentComplete: {eq: 0.1234564}}", ""),
        ("{revision: {gte: 1}}", "ABC"),
        ("{revision: {gt: 1}}", ""),
        # days, said and from today
        (f'{{dueOn: {{eq: "{days(20)}"}}}}', "B"),
        (f'{{dueOn: {{before: "{days(20)}"}}}}', "A"),
        (f'{{dueOn: {{notAfter: "{days(20)}"}}}}', "AB"),
        (f'{{dueOn: {{notBefore: "{days(-1)}"}}}}', "AB"),
        (f'{{dueOn: {{after: "{days(-1)}"}}}}', "B"),
        ('{dueOn: {before: "P0D"}}', "A"),
        ('{dueOn: {before: "P3W", after: "P0D"}}', "B"),
        ('{dueOn: {eq: "P20D"}}', "B"),
        ("{dueOn: {isNull: true}}", "C"),
        # instants, said and from now
        ('{createdAt: {after: "-P1D"}}', "ABC"),
        ('{createdAt: {before: "-P1D"}}', ""),
        ('{createdAt: {notBefore: "2020-01-01T00:00:00Z"}}', "ABC"),
        ('{startedAt: {after: "-P1M", notAfter: "-P1W"}}', "C"),
        ("{startedAt: {isNull: false}}", "C"),
        # lists, texts, words
        ('{labels: {has: "x"}}', "A"),
        ('{labels: {hasAny: ["x", "y"]}}', "AB"),
        ('{labels: {hasAll: ["x", "y"]}}', "A"),
        ("{labels: {isEmpty: true}}", "C"),
        ("{labels: {isEmpty: false}}", "AB"),
        ("{priority: {eq: HIGH}}", "A"),
        ("{not: {priority: {eq: HIGH}}}", "BC"),
        ("{category: {isNull: true}}", "BC"),
        # relations
        ('{owners: {every: {name: {eq: "Ada"}}}}', "AC"),
        ('{owners: {every: {name: {eq: "Ada"}}, some: {role: {eq: LEAD}}}}', "A"),
        ('{owners: {none: {name: {eq: "Bea"}}}}', "AC"),
        ('{owners: {some: {role: {eq: LEAD}, not: {name: {eq: "Ada"}}}}}', "B"),
        ('{owners: {some: {teams: {some: {name: {eq: "lang"}}}}}}', "AB"),
        ("{asks: {some: {size: {eq: LARGE}, capacity: {gt: 30}}}}", "B"),
        ('{asks: {some: {or: [{name: {eq: "no"}}, {subteams: {some: {name: {eq: "libs"}}}}]}}}', "B"),
        ('{space: {name: {eq: "home"}}}', "ABC"),
        ('{space: {not: {name: {eq: "home"}}}}', ""),
        ('{references: {some: {externalId: {eq: "A"}, role: {eq: IDENTITY}}}}', "A"),
        ("{checkIns: {none: {health: {eq: ON_TRACK}}}}", "ABC"),
        ("{parents: {some: {kind: {eq: PROJECT}}}}", "AB"),
    ],
)
def test_a_filter_of_work_items_finds_just_what_it_says(work: Questions, where: str, titles: str) -> None:
    assert found(work, "workItems", where, *SPACES) == set(titles)


@pytest.mark.parametrize(
    ("field", "where", "names"),
    [
        ("objectives", '{startOn: {before: "-P1M"}}', {"old"}),
        ("objectives", '{startOn: {notAfter: "P5D", notBefore: "P5D"}}', {"new"}),
        ("objectives", '{continues: {title: {eq: "old"}}}', {"new"}),
        ("objectives", "{continuedBy: {startOn: {isNull: false}}}", {"old"}),
        ("objectives", "{progressMethod: {eq: MANUAL}}", {"old"}),
        ("objectives", '{period: {parent: {name: {eq: "year"}}}}', {"old"}),
        ("keyResults", '{startValue: {lt: 0}, targetValue: {eq: 10.5}, currency: {eq: "EUR"}}', {"K"}),
        ("keyResults", "{unit: {eq: NUMBER}}", set()),
        ("teams", "{capacity: {gte: 30.5}}", {"lang"}),
        ("teams", '{parent: {name: {eq: "lang"}}}', {"libs"}),
        ("teams", '{members: {some: {name: {eq: "Ada"}}}}', {"lang"}),
        ("teams", '{members: {every: {name: {eq: "Ada"}}}}', {"lang", "libs"}),
        ("teams", '{createdAt: {after: "-P1D"}, name: {eq: "libs"}}', {"libs"}),
        ("people", '{role: {eq: "Engineer"}}', {"Ada"}),
        ("people", '{owns: {every: {title: {eq: "B"}}}}', {"Bea"}),
        ("periods", '{endsOn: {before: "2026-12-31"}, startsOn: {notBefore: "2026-01-01"}}', {"half"}),
        ("periods", '{objectives: {some: {title: {eq: "old"}}}}', {"half"}),
        ("periods", "{periods: {some: {periodKind: {eq: HALF}}}}", {"year"}),
        ("spaces", '{or: [{name: {eq: "home"}}, {name: {eq: "no"}}]}', {"home"}),
    ],
)
def test_a_filter_of_any_list_finds_just_what_it_says(work: Questions, field: str, where: str, names: set[str]) -> None:
    assert found(work, field, where, *SPACES) == names


def test_every_one_is_every_one_that_the_viewer_may_see(work: Questions) -> None:
    where = '{parents: {every: {title: {eq: "P"}}}}'

    assert found(work, "workItems", where, *SPACES) == {"A", "C"}
    assert found(work, "workItems", where, "home") == {"A", "B", "C"}


def test_nested_lists_are_filtered_alike(work: Questions) -> None:
    text = """{ projects { nodes { workItems(where: {estimate: {gt: 2}}) { totalCount nodes { title
        owners(where: {role: {eq: LEAD}}) { nodes { ... on Person { name } } } } }
        descendants(where: {dueOn: {before: "P0D"}}) { nodes { title } } } } }"""

    [project] = work.ask(text, work.reader("home")).data["projects"]["nodes"]

    owners = {"nodes": [{"name": "Bea"}]}
    assert project["workItems"] == {"totalCount": 1, "nodes": [{"title": "B", "owners": owners}]}
    assert project["descendants"] == {"nodes": [{"title": "A"}]}


def test_a_cursor_goes_on_in_a_list_that_is_filtered_from_now(work: Questions) -> None:
    text = """query($since: DateTimeOrDuration, $at: String) {
        workItems(first: 2, after: $at, where: {createdAt: {after: $since}}) {
            nodes { title } pageInfo { endCursor } } }"""
    viewer = work.reader(*SPACES)

    first = work.ask(text, viewer, since="-P1D").data["workItems"]
    second = work.ask(text, viewer, since="-P1D", at=first["pageInfo"]["endCursor"]).data["workItems"]
    other = work.ask(text, viewer, since="-P2D", at=first["pageInfo"]["endCursor"])

    assert {node["title"] for node in [*first["nodes"], *second["nodes"]]} == {"A", "B", "C"}
    assert other.errors[0].extensions["code"] == "BAD_CURSOR"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('workItems(where: {updatedAt: {after: "2 weeks"}})', "from now as"),
        ('workItems(where: {dueOn: {before: "PT5H"}})', "whole days"),
        ('workItems(where: {dueOn: {before: "P9000Y"}})', "in no year from 1 to 9999"),
        ("workItems(where: {owners: {every: {}}})", "An empty filter"),
        ("workItems(where: {owners: {every: null}})", "An empty filter"),
        ("workItems(where: {owners: {}})", "say `some`, `every` or `none`"),
        ("workItems(where: {space: {}})", "An empty filter"),
        ("workItems(where: {estimate: {gt: null}})", "compared with nothing"),
        ("workItems(where: {labels: {}})", "compared with nothing"),
        ("workItems(where: {checkIns: null})", "has no meaning in a filter"),
        ("workItems(where: {not: {}})", "An empty filter"),
    ],
)
def test_a_filter_without_meaning_is_refused(work: Questions, asked: str, said: str) -> None:
    told: Any = work.ask(f"{{ {asked} {{ nodes {{ id }} }} }}", work.reader(*SPACES))

    assert said in told.errors[0].message
    assert told.texts == []


def test_a_guarded_property_is_compared_only_for_a_token_with_its_scope(work: Questions) -> None:
    text = '{ teams(where: {members: {some: {role: {eq: "Engineer"}}}}) { nodes { name } } }'

    without = work.ask(text, work.reader("home", scopes=frozenset({Scope.WORK_READ})))

    assert without.errors[0].message.startswith("`PersonWhere.role` needs the scope people:read")
    assert work.ask(text, work.reader("home")).data == {"teams": {"nodes": [{"name": "lang"}]}}
