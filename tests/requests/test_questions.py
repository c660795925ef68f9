"""The six questions about the real sample are answered as an independent reading of the file answers them."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.serving import Asking
from tests.requests.oracle import Key, Line, Reading, read_sample

QUESTIONS = Path(__file__).parents[2] / "explorer" / "questions"
SEASONS = {"season2024h2": "2024h2", "season2025h1": "2025h1", "season2025h2": "2025h2", "season2026": "2026"}
EXACT = 1e-9

Viewing = Callable[[list[str]], Asking]


def question(letter: str) -> str:
    """The document behind a tab of the explorer."""
    [file] = QUESTIONS.glob(f"{letter}-*.graphql")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_sample()


# (a) a task's ancestors with distance, and all its paths up to strategies with the share along each


def test_a_task_tells_what_it_counts_towards_and_by_which_paths(ask: Asking, reading: Reading) -> None:
    [task] = ask.data(question("a"))["workItems"]["nodes"]
    [key] = reading.called("WORK_ITEM", task["title"])

    assert task["ancestors"]["totalCount"] == len(reading.ancestors(key))
    assert told_ancestors(task) == read_ancestors(reading, key)
    assert told_paths(task) == read_paths(reading, key)
    assert len(task["paths"]["paths"]) > 1


def test_the_share_along_a_path_is_the_product_of_its_steps(ask: Asking) -> None:
    [task] = ask.data(question("a"))["workItems"]["nodes"]

    for path in task["paths"]["paths"]:
        product = 1.0
        for edge in path["edges"]:
            assert edge["share"] is None
            product *= edge["resolvedShare"]
        assert path["share"] == pytest.approx(product, abs=EXACT)


ALL_TASKS = """
query AllTasks($after: String) {
  workItems(first: 40, after: $after) {
    totalCount
    nodes {
      title flowState space { name }
      ancestors(first: 100) { edges { distance node { kind title } } }
      paths(kinds: [STRATEGY], first: 100) { truncated paths { share nodes { kind title } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def test_every_task_of_the_sample_tells_the_same(ask: Asking, reading: Reading) -> None:
    told = list(walked(ask, ALL_TASKS, "workItems"))
    keys = reading.of_kind("WORK_ITEM")

    assert len(told) == len(keys)
    assert Counter(map(told_task, told)) == Counter(read_task(reading, key) for key in keys)


def told_task(task: dict[str, Any]) -> tuple[object, ...]:
    return task["title"], task["flowState"], task["space"]["name"], told_ancestors(task), told_paths(task)


def read_task(reading: Reading, key: Key) -> tuple[object, ...]:
    own = reading.titles[key], reading.states[key], reading.seasons[key]
    return *own, read_ancestors(reading, key), read_paths(reading, key)


def told_ancestors(task: dict[str, Any]) -> frozenset[tuple[str, str, int]]:
    return frozenset(
        (edge["node"]["kind"], edge["node"]["title"], edge["distance"]) for edge in task["ancestors"]["edges"]
    )


def read_ancestors(reading: Reading, key: Key) -> frozenset[tuple[str, str, int]]:
    return frozenset((above[0], reading.titles[above], distance) for above, distance in reading.ancestors(key).items())


def told_paths(task: dict[str, Any]) -> frozenset[tuple[object, float]]:
    """The paths with their shares, which are rounded as far as they are exact."""
    assert task["paths"]["truncated"] is False
    return frozenset(
        (tuple((node["kind"], node["title"]) for node in path["nodes"]), round(path["share"], 9))
        for path in task["paths"]["paths"]
    )


def read_paths(reading: Reading, key: Key) -> frozenset[tuple[object, float]]:
    return frozenset((shown(reading, line), round(float(share), 9)) for line, share in reading.lines(key, "STRATEGY"))


def shown(reading: Reading, line: Line) -> tuple[tuple[str, str], ...]:
    return tuple((key[0], reading.titles[key]) for key in line)


# (b) an objective's descendants, filtered by kind and by text, in pages


def test_the_descendants_of_an_objective_are_found_by_kind_and_text_page_by_page(ask: Asking, reading: Reading) -> None:
    pages = list(pages_of_descendants(ask))
    [key] = [key for key in reading.called("OBJECTIVE", pages[0]["title"]) if reading.seasons[key] == "2025h1"]
    expected = reading.below(key, "WORK_ITEM", "rfc")

    found = [edge for page in pages for edge in page["descendants"]["edges"]]

    assert len(pages) > 1
    assert [len(page["descendants"]["edges"]) for page in pages[:-1]] == [5] * (len(pages) - 1)
    assert {page["descendants"]["totalCount"] for page in pages} == {len(expected)}
    assert [edge["node"]["title"] for edge in found] == sorted(reading.titles[other] for other in expected)
    assert Counter((edge["node"]["title"], edge["node"]["flowState"], edge["distance"]) for edge in found) == Counter(
        (reading.titles[other], reading.states[other], distance) for other, distance in expected.items()
    )


def pages_of_descendants(ask: Asking) -> Iterator[dict[str, Any]]:
    """The objective, once for each page."""
    after, more = None, True
    while more:
        [objective] = ask.data(question("b"), {"after": after})["objectives"]["nodes"]
        yield objective
        page = objective["descendants"]["pageInfo"]
        after, more = page["endCursor"], page["hasNextPage"]


ALL_OBJECTIVES = """
query AllObjectives($after: String) {
  objectives(first: 10, after: $after) {
    nodes {
      title status period { name }
      descendants(first: 100) { totalCount edges { distance node { kind title } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def test_every_objective_of_the_sample_has_the_descendants_that_the_file_has(ask: Asking, reading: Reading) -> None:
    told = Counter(
        (objective["title"], objective["status"], objective["period"]["name"], told_descendants(objective))
        for objective in walked(ask, ALL_OBJECTIVES, "objectives")
    )

    assert told == Counter(
        (reading.titles[key], reading.states[key], reading.seasons[key], read_descendants(reading, key))
        for key in reading.of_kind("OBJECTIVE")
    )


def told_descendants(objective: dict[str, Any]) -> frozenset[object]:
    rows = Counter(
        (edge["node"]["kind"], edge["node"]["title"], edge["distance"]) for edge in objective["descendants"]["edges"]
    )
    assert rows.total() == objective["descendants"]["totalCount"]
    return frozenset(rows.items())


def read_descendants(reading: Reading, key: Key) -> frozenset[object]:
    found = reading.descendants(key).items()
    return frozenset(Counter((below[0], reading.titles[below], distance) for below, distance in found).items())


# (c) objectives that serve no strategy


def test_objectives_that_serve_no_strategy_are_listed(ask: Asking, reading: Reading) -> None:
    told = ask.data(question("c"))["objectives"]
    expected = reading.without("OBJECTIVE", "STRATEGY")
    rows = Counter((reading.titles[key], reading.states[key], reading.seasons[key]) for key in expected)

    assert told["totalCount"] == len(expected)
    assert [node["title"] for node in told["nodes"]] == sorted(reading.titles[key] for key in expected)[:100]
    assert Counter((node["title"], node["status"], node["period"]["name"]) for node in told["nodes"]) <= rows


# (d) work that serves no objective, and work that serves only what was given up


def test_no_work_of_the_sample_is_without_an_objective(ask: Asking, reading: Reading) -> None:
    assert reading.without("WORK_ITEM", "OBJECTIVE") == []
    assert ask.data(question("d"))["noObjective"] == {"totalCount": 0, "nodes": []}


def test_work_that_serves_only_cancelled_objectives_is_listed(ask: Asking, reading: Reading) -> None:
    told = ask.data(question("d"))["onlyCancelled"]
    expected = reading.of_cancelled_objectives_alone()

    assert told["totalCount"] == len(expected) > 0
    assert Counter((node["title"], parents_of(node)) for node in told["nodes"]) == Counter(
        (reading.titles[key], tuple(reading.titles[parent] for parent in reading.parents[key])) for key in expected
    )


def parents_of(node: dict[str, Any]) -> tuple[str, ...]:
    return tuple(parent["title"] for parent in node["parents"]["nodes"])


# (e) what a strategy contains


def test_a_strategy_contains_three_levels_with_their_totals(ask: Asking, reading: Reading) -> None:
    [told] = ask.data(question("e"))["strategies"]["nodes"]
    [key] = reading.called("STRATEGY", told["title"])

    assert told["objectives"] == objectives_of(reading, key)


def objectives_of(reading: Reading, key: Key) -> dict[str, Any]:
    found = reading.children_by_title(key, "OBJECTIVE")
    nodes = [
        {
            "title": reading.titles[objective],
            "workItems": work_items_of(reading, objective),
            "projects": projects_of(reading, objective),
        }
        for objective in found[:10]
    ]
    return {"totalCount": len(found), "nodes": nodes}


def projects_of(reading: Reading, key: Key) -> dict[str, Any]:
    found = reading.children_by_title(key, "PROJECT")
    nodes = [{"title": reading.titles[project], "workItems": work_items_of(reading, project)} for project in found[:5]]
    return {"totalCount": len(found), "nodes": nodes}


def work_items_of(reading: Reading, key: Key) -> dict[str, Any]:
    found = reading.children_by_title(key, "WORK_ITEM")
    return {"totalCount": len(found), "nodes": [{"title": reading.titles[item]} for item in found[:5]]}


# (f) which teams are asked for what, by season


def test_teams_are_asked_in_each_season_for_what_the_file_says(ask: Asking, reading: Reading) -> None:
    told = ask.data(question("f"))["teams"]
    expected = reading.asks()

    assert told["totalCount"] == len(told["nodes"]) == len({team for team, *_ in expected})
    assert asked_of(told) == expected


def asked_of(teams: dict[str, Any]) -> Counter[tuple[str, str, str, str, str | None]]:
    """What is asked, where no list is cut."""
    found: Counter[tuple[str, str, str, str, str | None]] = Counter()
    for team in teams["nodes"]:
        for field, season in SEASONS.items():
            assert team[field]["totalCount"] == len(team[field]["edges"])
            for edge in team[field]["edges"]:
                found[team["name"], season, edge["node"]["kind"], edge["node"]["title"], edge["size"]] += 1
    return found


# Somebody who may read less


def test_who_may_not_read_the_roadmaps_finds_no_strategy_above_a_task(ask_as: Viewing) -> None:
    [task] = ask_as(["2026"]).data(question("a"))["workItems"]["nodes"]

    assert {edge["node"]["kind"] for edge in task["ancestors"]["edges"]} == {"OBJECTIVE"}
    assert task["paths"]["paths"] == []


def test_who_may_read_one_season_finds_the_asks_of_that_season_alone(ask_as: Viewing, reading: Reading) -> None:
    told = ask_as(["2025h1", "Roadmaps"]).data(question("f"))["teams"]

    expected = Counter({ask: count for ask, count in reading.asks().items() if ask[1] == "2025h1"})
    assert told["totalCount"] == len({team for team, *_ in expected})
    assert asked_of(told) == expected


def walked(ask: Asking, document: str, field: str) -> Iterator[dict[str, Any]]:
    """The nodes of all pages of a root field."""
    after, more = None, True
    while more:
        page = ask.data(document, {"after": after})[field]
        yield from page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
