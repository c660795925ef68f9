"""Monthly posts become check-ins of the goal that had the issue in the season of the month told of."""

from datetime import date

import pytest

from api.imports.remarks import Fate
from graph.records.states import ReportedHealth
from graph.writing.identities import spoken
from tests.unit.imports.goals_files import Entry, a_file, a_goal, a_post
from tests.unit.imports.mapped import nodes, remarks

OF_2024 = a_goal(source_id="early", season="2024h2", tracking=[7])
OF_2025 = a_goal(source_id="late", season="2025h1", tracking=[7])
MARCH = "late in content/Project-Goals-2025-March-Update.md"


def told(**said: object) -> dict[str, object]:
    """What the check-in says that such a post becomes."""
    [node] = nodes(a_file(OF_2024, OF_2025, posts=[a_post(**said)]), "CheckIn").values()
    return {**node.properties, "subject": spoken(node.subject) if node.subject else None}


@pytest.mark.parametrize(
    ("post", "published", "subject", "as_of"),
    [
        ("content/Project-Goals-2025-March-Update.md", "2025-04-08", "late", date(2025, 3, 31)),
        ("content/project-goals-nov-update.md", "2024-12-16", "early", date(2024, 11, 30)),
        # Published in the season after the one that it tells of.
        ("content/Project-Goals-Dec-Update.md", "2025-01-23", "early", date(2024, 12, 31)),
    ],
)
def test_the_month_that_a_post_tells_of_decides_the_goal(post: str, published: str, subject: str, as_of: date) -> None:
    check_in = told(post=post, published=published)

    assert (check_in["subject"], check_in["as_of"]) == (subject, as_of)


def test_what_was_completed_of_how_much_is_kept() -> None:
    check_in = told(completed=5, total=34)

    assert (check_in["numerator"], check_in["denominator"]) == (5, 34)
    assert (check_in["health"], check_in["text"]) == (None, None)


@pytest.mark.parametrize(
    ("badge", "health", "text"),
    [
        ("Completed%20%3D%29", ReportedHealth.ON_TRACK, "Completed =)"),
        ("Will%20not%20complete%20%3A%28", ReportedHealth.OFF_TRACK, "Will not complete :("),
        ("Paused", None, "Paused"),
    ],
)
def test_the_words_of_a_badge_are_kept_and_tell_the_health(
    badge: str, health: ReportedHealth | None, text: str
) -> None:
    check_in = told(badge=badge, completed=None, total=None)

    assert (check_in["health"], check_in["text"]) == (health, text)
    assert (check_in["numerator"], check_in["denominator"]) == (None, None)


def test_a_badge_with_unknown_words_is_reported() -> None:
    found = remarks(a_file(OF_2025, posts=[a_post(badge="Paused")]), Fate.ADAPTED)

    assert list(found) == ["badges that say 'Paused', taken as text without a health"]


@pytest.mark.parametrize(
    ("second", "fate", "sort"),
    [
        (a_post(), Fate.ADAPTED, "check-ins that a post holds twice, taken once"),
        (a_post(completed=2), Fate.KEPT_OUT, "second check-ins of a goal in one post, which say something else"),
    ],
)
def test_a_goal_has_one_check_in_of_a_post_and_the_second_is_reported(second: Entry, fate: Fate, sort: str) -> None:
    file = a_file(OF_2025, posts=[a_post(), second])

    assert list(nodes(file, "CheckIn")) == [MARCH]
    assert nodes(file, "CheckIn")[MARCH].properties["numerator"] == 1
    assert remarks(file, fate) == {sort: ["#7 in content/Project-Goals-2025-March-Update.md"]}


@pytest.mark.parametrize(
    ("post", "sort"),
    [
        (a_post(issue=8), "check-ins without a goal in their season"),
        (a_post(post="content/Project-Goals-2025-July-Update.md"), "check-ins without a goal in their season"),
        (a_post(post="content/Project-Goals-Update.md"), "posts whose name tells no month"),
    ],
)
def test_a_check_in_that_belongs_to_no_goal_is_kept_out_and_reported(post: Entry, sort: str) -> None:
    file = a_file(OF_2024, OF_2025, posts=[post])

    assert nodes(file, "CheckIn") == {}
    assert list(remarks(file, Fate.KEPT_OUT)) == [sort]
