"""Descendants that are leaves alone, and lineage that is read backwards."""

from typing import Any

import pytest

from api.local.server import LocalServer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions


@pytest.fixture(scope="module")
def tree(neo4j: LocalServer) -> Questions:
    """Story with two tasks, epic with one hidden task, a bug alone, a project without work."""
    here = Building()
    for space in ("home", "vault"):
        here.space(space)
    here.work("Objective", "O")
    here.work("Project", "P")
    here.work("Project", "empty")
    for title in ("story", "epic", "bug", "task 1", "task 2"):
        here.work("WorkItem", title)
    here.work("WorkItem", "hidden task", space="vault")
    for child, parent in (("story", "P"), ("epic", "P"), ("bug", "P"), ("task 1", "story"), ("task 2", "story")):
        here.link(child, "PART_OF", parent)
    here.link("hidden task", "PART_OF", "epic")
    for project in ("P", "empty"):
        here.link(project, "CONTRIBUTES_TO", "O")
    return questions(neo4j, "leaves", here)


def descendants(tree: Questions, arguments: str, *spaces: str) -> Any:
    at = ", $at: String" if "$at" in arguments else ""
    text = f"""query($id: ID!{at}) {{ objective(id: $id) {{ descendants({arguments}) {{
        totalCount edges {{ distance node {{ title }} }}
        pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}"""

    def page(at: str | None = None) -> Any:
        told = tree.ask(text, tree.reader(*spaces), id=tree.ids["O"], at=at)
        assert told.errors == []
        return told.data["objective"]["descendants"]

    return page


def titles(page: Any) -> list[str]:
    return [edge["node"]["title"] for edge in page["edges"]]


def test_leaves_are_work_items_without_sub_items(tree: Questions) -> None:
    leaves = descendants(tree, "leavesOnly: true, first: 10", "home", "vault")()

    assert set(titles(leaves)) == {"bug", "task 1", "task 2", "hidden task"}
    assert leaves["totalCount"] == 4


def test_an_item_whose_parts_are_all_hidden_is_a_leaf_to_the_viewer(tree: Questions) -> None:
    leaves = descendants(tree, "leavesOnly: true, first: 10", "home")()

    assert set(titles(leaves)) == {"bug", "epic", "task 1", "task 2"}


@pytest.mark.parametrize("arguments", ["leavesOnly: false", "leavesOnly: null", ""])
def test_without_it_all_are_listed(tree: Questions, arguments: str) -> None:
    assert descendants(tree, f"{arguments}, first: 10", "home", "vault")()["totalCount"] == 8


def test_leaves_are_filtered_further(tree: Questions) -> None:
    page = descendants(tree, 'leavesOnly: true, where: {title: {startsWith: "task"}}', "home")()

    assert titles(page) == ["task 1", "task 2"]
    assert descendants(tree, "leavesOnly: true, kinds: [PROJECT]", "home")()["totalCount"] == 0


@pytest.mark.parametrize(
    "order", ["", ", orderBy: [{field: TITLE, direction: DESC}]", ", orderBy: [{field: DISTANCE}]"]
)
def test_lineage_is_read_backwards_page_by_page(tree: Questions, order: str) -> None:
    forward = titles(descendants(tree, f"first: 20{order}", "home", "vault")())
    back = descendants(tree, f"last: 3, before: $at{order}", "home", "vault")

    first = back()
    second = back(first["pageInfo"]["startCursor"])
    third = back(second["pageInfo"]["startCursor"])

    assert [*titles(third), *titles(second), *titles(first)] == forward
    assert [page["pageInfo"]["hasPreviousPage"] for page in (first, second, third)] == [True, True, False]
    assert [page["pageInfo"]["hasNextPage"] for page in (first, second, third)] == [False, True, True]


def test_ancestors_are_read_backwards_too(tree: Questions) -> None:
    text = "query($id: ID!) { workItem(id: $id) { ancestors(last: 2) { edges { distance node { title } } } } }"

    told = tree.ask(text, tree.reader("home"), id=tree.ids["task 1"])

    edges = told.data["workItem"]["ancestors"]["edges"]
    assert [(edge["distance"], edge["node"]["title"]) for edge in edges] == [(2, "P"), (3, "O")]
