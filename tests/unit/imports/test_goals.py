"""Goals become objectives of their season, and what they serve becomes strategies."""

from datetime import date

import pytest

from api.imports.remarks import Fate
from graph.records.states import AskSize, DatePrecision, LifecycleStatus, OwnerRole, PeriodKind
from graph.writing.identities import spoken
from tests.unit.imports.goals_files import a_file, a_goal, a_page, a_task, a_team
from tests.unit.imports.mapped import held, links, nodes, remarks

PARSER = "src/2025h1/parser.md"


def test_a_roadmap_page_and_a_theme_of_one_title_are_one_strategy() -> None:
    file = a_file(
        a_page(title="Speed", owners=["ann"]),
        a_goal(source_id="a", roadmaps=["Speed"]),
        a_goal(source_id="b", flagship=["Speed"]),
        a_goal(source_id="c", flagship=["Comfort"]),
    )

    assert list(nodes(file, "Strategy")) == ["Speed", "Comfort"]
    assert links(file, "CONTRIBUTES_TO") == [("a", "Speed"), ("b", "Speed"), ("c", "Comfort")]
    assert nodes(file, "Strategy")["Speed"].properties["status"] is LifecycleStatus.ACTIVE
    references = nodes(file, "Strategy")["Speed"].references or ()
    assert [each.external_id for each in references] == ["src/2026/roadmap-speed.md"]
    assert "Speed" not in dict(links(file, "IN_PERIOD"))


def test_a_goal_serves_a_strategy_once_however_often_it_says_so() -> None:
    file = a_file(a_goal(roadmaps=["Speed", "Speed"], flagship=["Speed"]))

    assert links(file, "CONTRIBUTES_TO") == [(PARSER, "Speed")]


def test_yes_where_a_theme_may_stand_is_a_label_and_no_strategy() -> None:
    file = a_file(a_goal(flagship=["Yes"]))

    assert nodes(file, "Strategy") == {}
    assert nodes(file, "Objective")[PARSER].properties["labels"] == ["flagship"]


def test_a_goal_lies_in_the_period_and_in_the_space_of_its_season() -> None:
    file = a_file(a_goal(season="2024h2"), a_goal(source_id="b", season="2026"))
    objective, periods = nodes(file, "Objective")[PARSER], nodes(file, "Period")

    assert objective.space is not None
    assert spoken(objective.space) == "2024h2"
    assert list(nodes(file, "Space")) == ["2024h2", "2026", "Roadmaps"]
    assert links(file, "IN_PERIOD") == [(PARSER, "2024h2"), ("b", "2026")]
    assert links(file, "WITHIN") == [("2024h2", "2024")]
    assert {name: period.properties["period_kind"] for name, period in periods.items()} == {
        "2024": PeriodKind.YEAR,
        "2024h2": PeriodKind.HALF,
        "2026": PeriodKind.YEAR,
    }


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Accepted", LifecycleStatus.ACTIVE),
        ("Proposed", LifecycleStatus.PROPOSED),
        ("Not accepted", LifecycleStatus.CANCELLED),
    ],
)
def test_a_status_is_mapped_and_its_word_is_kept(word: str, status: LifecycleStatus) -> None:
    said = nodes(a_file(a_goal(status=word)), "Objective")[PARSER].properties

    assert (said["status"], said["source_status"]) == (status, word)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "Acceptd"}, "no rule says what the status 'Acceptd' means"),
        ({"status": None}, "no rule says what the status None means"),
        ({"season": "2025h3"}, "'2025h3' is no season"),
        ({"kind": "DREAM"}, "their kind 'DREAM' is neither GOAL nor ROADMAP"),
    ],
)
def test_a_goal_that_cannot_be_understood_is_kept_out_whole_with_the_reason(
    changes: dict[str, str], reason: str
) -> None:
    file = a_file(a_goal(tasks=[a_task(subgoal="Lexer")], flagship=["Speed"], **changes))
    [(sort, examples)] = remarks(file, Fate.KEPT_OUT).items()

    assert reason in sort
    assert examples == [f"{PARSER} with 1 tasks"]
    assert [nodes(file, kind) for kind in ("Objective", "Project", "WorkItem", "Strategy")] == [{}, {}, {}, {}]


def test_a_goal_without_a_title_is_called_after_its_file_and_that_is_said() -> None:
    file = a_file(a_goal(title=None))

    assert nodes(file, "Objective")[PARSER].properties["title"] == "parser"
    assert remarks(file, Fate.ADAPTED) == {"entries without a title, called after their file": [PARSER]}


def test_a_title_is_kept_to_the_letter() -> None:
    file = a_file(a_goal(title="~~A `faster` parser~~ "))

    assert nodes(file, "Objective")[PARSER].properties["title"] == "~~A `faster` parser~~ "


def test_a_time_span_is_the_dates_of_the_goal_to_the_year() -> None:
    said = nodes(a_file(a_goal(timespan="2026-2027")), "Objective")[PARSER].properties

    assert (said["start_on"], said["target_on"]) == (date(2026, 1, 1), date(2027, 12, 31))
    assert (said["start_precision"], said["target_precision"]) == (DatePrecision.YEAR, DatePrecision.YEAR)


def test_a_time_span_that_is_none_is_reported_and_the_goal_has_no_dates() -> None:
    file = a_file(a_goal(timespan="soon"))

    assert nodes(file, "Objective")[PARSER].properties["start_on"] is None
    assert remarks(file, Fate.KEPT_OUT) == {"time spans that are no years, as 2026-2027": [f"soon of {PARSER}"]}


def test_owners_answer_for_a_goal_and_champions_contribute_each_once() -> None:
    file = a_file(a_goal(owners=["ann"], champions={"lang": ["ann", "ben"], "types": ["ben"]}))

    assert held(file, "OWNED_BY", "role") == {
        (PARSER, "ann"): [OwnerRole.ACCOUNTABLE, OwnerRole.CONTRIBUTOR],
        (PARSER, "ben"): [OwnerRole.CONTRIBUTOR],
    }
    assert remarks(file, Fate.NO_PLACE)["teams for which a champion stands"] == [
        f"lang for ann in {PARSER}",
        f"lang for ben in {PARSER}",
        f"types for ben in {PARSER}",
    ]


def test_a_sized_row_asks_a_team_of_the_file() -> None:
    rows = [("lang", "Medium"), ("types", "Huge"), ("nobody", "Small"), ("lang", "Large")]
    asked = [{"team": team, "level": level} for team, level in rows]
    file = a_file(a_goal(team_asks=asked), teams=[a_team("lang"), a_team("types")])

    assert held(file, "ASKS", "size") == {(PARSER, "lang"): [AskSize.MEDIUM], (PARSER, "types"): [None]}
    assert remarks(file, Fate.ADAPTED) == {
        "asks of the unknown size 'Huge', taken without a size": [f"types of {PARSER}"]
    }
    assert remarks(file, Fate.KEPT_OUT) == {
        "rows that name 'nobody', which is no team of the file": [PARSER],
        "second asks of one team": [f"lang in {PARSER}"],
    }


def test_a_goal_continues_the_one_with_its_issue_in_the_season_that_had_it_last() -> None:
    file = a_file(
        a_goal(source_id="last", season="2026", tracking=[7]),
        a_goal(source_id="first", season="2024h2", tracking=[7, 8]),
        a_goal(source_id="second", season="2025h1", tracking=[7]),
        a_goal(source_id="later", season="2025h2", tracking=[8]),
        a_goal(source_id="other", season="2025h2", tracking=[9]),
    )

    assert set(links(file, "CONTINUES")) == {("second", "first"), ("last", "second"), ("later", "first")}


def test_tracking_issues_are_related_in_the_tracker() -> None:
    [reference] = nodes(a_file(a_goal(tracking=[7, 7])), "Objective")[PARSER].references or ()

    assert (reference.source, reference.external_type) == ("github", "issue")
    assert (reference.external_id, reference.url) == ("rust-lang/rust-project-goals#7", None)


def test_what_a_roadmap_page_cannot_hold_is_reported() -> None:
    page = a_page(timespan="2026-2027", tasks=[a_task()], funding=[{"purpose": "Work", "cost": "Ask"}])

    assert remarks(a_file(page), Fate.NO_PLACE) == {
        "seasons of roadmap pages: a strategy outlives them": ["2026 of src/2026/roadmap-speed.md"],
        "timespan of a roadmap page": ["src/2026/roadmap-speed.md"],
        "tasks of a roadmap page": ["src/2026/roadmap-speed.md"],
        "rows of funding: free text, in no currency": ["purpose: Work, cost: Ask in src/2026/roadmap-speed.md"],
        "words on the file's licence": ["MIT"],
        "commits that the file was made from": ["goals 44ee4db"],
    }
