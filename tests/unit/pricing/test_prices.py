"""What requests cost: a table, and what is told of it."""

from typing import Any

import pytest

from resolvers.pricing.budget import Spent
from tests.fixtures.pricing import Asking


@pytest.fixture(scope="module")
def asking() -> Asking:
    return Asking()


@pytest.mark.parametrize(
    ("document", "cost"),
    [
        ("{ __typename }", 0),
        ("{ __schema { types { name fields { name type { name } } } } }", 0),
        ('{ __type(name: "Objective") { name } objective(id: "obj_1") { title } }', 1),
        ("{ viewer { id spaces { id } } }", 1),
        ('{ objective(id: "obj_1") { space { name } period { name } } }', 3),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 3),
        ("{ objectives { nodes { id } } }", 1 + 25),
        ("{ objectives(first: 10) { nodes { id } } }", 1 + 10),
        ("{ objectives(last: 10) { nodes { id } } }", 1 + 10),
        ("{ objectives(first: 10) { edges { cursor node { id } } } }", 1 + 10),
        ("{ objectives(first: 10) { edges { cursor } nodes { id } } }", 1 + 10 + 10),
        ("{ objectives { totalCount } }", 1 + 10),
        ("{ objectives { pageInfo { hasNextPage } } }", 1),
        ('{ objectives(where: {title: {eq: "x"}}) { totalCount } }', 1 + 10 + 2),
        ('{ search(text: "x", first: 10) { nodes { id } } }', 1 + 100 + 10),
        ("{ objectives(first: 100) { nodes { children { nodes { id } } } } }", 1 + 100 * (1 + 1 + 25)),
        ('{ objective(id: "o") { descendants(first: 20) { nodes { id } } } }', 1 + 1 + 10 + 20),
        ('{ workItem(id: "w") { paths(first: 2) { paths { share } } } }', 1 + 1 + 10 + 2),
        (
            '{ workItem(id: "w") { paths(first: 2) { paths { nodes { id } edges { share } } } } }',
            12 + 2 * (1 + 19 + 18),
        ),
        ('{ workItem(id: "w") { references { externalId } } }', 1 + 25),
        ('query { queryCost(query: "{ __typename }") { requested } }', 100),
        ('mutation { createSpace(input: {name: "x"}) { ... on Refusal { code } } }', 100),
        # A number costs the same whatever is told of it, but for the nodes that it names.
        ("{ objectives(first: 10) { nodes { progress { value method } } } }", 1 + 10 * (1 + 50)),
        ('{ workItem(id: "w") { a: effort { total } b: effort(basis: COUNT) { total } } }', 1 + 50 + 50),
        ('{ objective(id: "o") { descendantCounts { kind count } } }', 1 + 50),
        ('{ keyResult(id: "k") { attainment } }', 1 + 50),
        ('{ workItem(id: "w") { attribution { to { value target { id } } } } }', 1 + 50 + 25),
        (
            '{ objective(id: "o") { progress { explain(first: 9) { contributions { node { id } path { id } } } } } }',
            1 + 50 + 9 * (1 + 19),
        ),
        ('{ objective(id: "o") { progress { explain { contributions { share } rest { count } } } } }', 1 + 50),
        # A number that filters or sorts is needed of the whole list.
        ("{ objectives(first: 1, orderBy: [{field: PROGRESS}]) { nodes { id } } }", 1 + 5_000 + 1),
        ("{ objectives(first: 1, orderBy: [{field: TITLE}]) { nodes { id } } }", 1 + 1),
        ("{ objectives(where: {and: [{health: {conflict: true}}]}) { totalCount } }", 1 + 5_000 + 3 + 10),
        # The same key is answered once.
        ("{ objectives { nodes { id } } objectives { nodes { title } } }", 1 + 25),
        # A page of a size that is not served is refused when it is planned; a price needs not grow with it.
        ("{ objectives(first: 1000000) { nodes { id } } }", 1 + 100),
        ("{ objectives(first: -1) { nodes { id } } }", 1),
    ],
)
def test_a_document_has_its_price(asking: Asking, document: str, cost: int) -> None:
    assert asking.cost(document) == cost


@pytest.mark.parametrize(
    ("variables", "cost"),
    [
        ({}, 1 + 5),
        ({"n": 50}, 1 + 50),
        ({"n": None}, 1 + 25),
        ({"n": 7, "no": True}, 1),
        ({"n": 1, "where": {"title": {"eq": "x"}, "not": {"id": {"eq": "y"}}}}, 1 + 1 + 5),
    ],
)
def test_a_price_turns_on_variables_and_their_defaults(asking: Asking, variables: dict[str, Any], cost: int) -> None:
    document = """query($n: Int = 5, $no: Boolean = false, $where: ObjectiveWhere) {
        objectives(first: $n, where: $where) { nodes @skip(if: $no) { id } pageInfo { hasNextPage } } }"""

    assert asking.cost(document, variables) == cost


def test_a_price_turns_on_how_many_ids_a_variable_has(asking: Asking) -> None:
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    assert [asking.cost(document, {"ids": ["x"] * times}) for times in (1, 2, 90)] == [1, 2, 90]


def test_what_costs_too_much_is_refused_with_the_dearest_list_and_the_cheaper_way(asking: Asking) -> None:
    document = """{ objectives(first: 100) { nodes {
        descendants(first: 100) { nodes { parents { nodes { id } } } } } } }"""

    error = asking.refused(document)

    assert error.extensions["code"] == "TOO_COSTLY"
    assert error.message == (
        "This can cost 271,201 points, and one request may cost 100,000:"
        " `objectives.nodes.descendants.nodes.parents` alone asks for up to 250,000 rows;"
        " ask for `first: 7` there, or for less around it."
    )


def test_the_cheaper_way_is_cheap_enough(asking: Asking) -> None:
    document = """query($n: Int) { objectives(first: 100) { nodes {
        descendants(first: 100) { nodes { parents(first: $n) { nodes { id } } } } } } }"""

    assert asking.cost(document, {"n": 7}) <= 100_000 < asking.cost(document, {"n": 8})


def test_where_one_list_alone_cannot_help_the_message_says_so(asking: Asking) -> None:
    document = "{ objectives { nodes { " + "parents { nodes { " * 6 + "id" + " } }" * 6 + " } } }"

    assert "ask for it in a request of its own" in asking.refused(document).message


def test_an_answer_tells_its_cost(asking: Asking) -> None:
    outcome = asking('{ objective(id: "obj_1") { title } }')

    assert outcome.extensions == {"cost": {"requested": 1, "actual": 0, "maximum": 100_000}}


def test_a_refusal_for_its_cost_tells_it_too(asking: Asking) -> None:
    document = "{ objectives { nodes { " + "parents { nodes { " * 6 + "id" + " } }" * 6 + " } } }"

    outcome = asking(document)

    assert outcome.extensions["cost"]["requested"] > outcome.extensions["cost"]["maximum"] == 100_000
    assert outcome.extensions["cost"]["actual"] == 0


def within(times: int, filter: dict[str, Any]) -> dict[str, Any]:
    return {"not": within(times - 1, filter)} if times else filter


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (within(900, {"title": {"eq": "x"}}), "TOO_DEEP"),
        (within(40, {"title": {"eq": "x"}}), "TOO_DEEP"),
        ({"or": [{"title": {"eq": "x"}}] * 60}, "TOO_BROAD"),
    ],
)
def test_a_filter_that_is_too_large_is_refused(asking: Asking, where: dict[str, Any], code: str) -> None:
    document = "query($where: ObjectiveWhere) { objectives(where: $where) { totalCount } }"

    assert asking.refused(document, {"where": where}).extensions["code"] == code


def test_of_several_lists_the_one_with_most_in_it_is_named(asking: Asking) -> None:
    document = """{ workItems(first: 100) { nodes { ancestors(first: 100) { nodes { id } }
        paths(first: 100) { paths { nodes { id } } } } } }"""

    assert (
        "`workItems.nodes.paths` alone asks for up to 10,000 rows; ask for `first: 43`"
        in asking.refused(document).message
    )


class Nothing:
    """A budget that is spent."""

    most = 100

    async def spend(self, points: int) -> Spent:
        return Spent(limit=100, remaining=0, full_at=1_000_060, granted=False, enough_in=7)


@pytest.mark.parametrize("document", ["{ objectives { totalCount } }", "{ objectives { nodes { titel } } }", "{"])
def test_who_has_spent_all_is_answered_nothing_not_even_what_is_wrong(document: str) -> None:
    error = Asking(Nothing()).refused(document)

    assert error.extensions["code"] == "RATE_LIMITED"
    assert "you have 0 of 100 left for now: send it again in 7 s" in error.message
