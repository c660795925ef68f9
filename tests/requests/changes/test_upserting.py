"""A source states its work by one mutation: in any order, all or each for itself, and once."""

from typing import Any

import pytest

from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import a_node, link, links, named, outcomes, parents_of, refusals, upsert, work

COUNTED = (
    "MATCH (n) WHERE n.ws = $ws RETURN [count(n), sum(n.revision)]"  # nodes, twins, references, revisions, entries
)


def counted(granting: Granting) -> Any:
    return granting.value(COUNTED)


def of_all_kinds(granting: Granting) -> tuple[list[Any], list[Any]]:
    """Nodes in an order in which each needs one that comes later, and links of two of them."""
    space, year = granting.ids["open"], {"startsOn": "2026-01-01", "endsOn": "2026-12-31"}
    nodes = [
        a_node("news", "checkIn", {"asOf": "2026-11-24", "text": "Well", "subject": {"key": "task"}}),
        work("task", "workItem", space, estimate=3, sourceStatus="In review") | {"key": "task"},
        work("p", "project", space) | {"key": "project"},
        work("o", "objective", space),
        a_node("ada", "person", {"name": "Ada", "role": "Engineer"}, key="ada"),
        a_node("2026", "period", {"name": "2026", "periodKind": "YEAR", **year}),
        a_node("lang", "team", {"name": "Lang", "capacity": 30}),
    ]
    up = [
        link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]}, share=0.25),
        link("PART_OF", {"key": "project"}),
        link("OWNED_BY", {"key": "ada"}, role="ASSIGNEE"),
        link("ASKS", named("Compilers", "building"), size="SMALL"),
    ]
    return nodes, [links({"key": "task"}, *up), links(named("o"), link("IN_PERIOD", named("2026")))]


def test_kinds_are_mixed_in_any_order_and_named_by_key_id_and_reference(partner: Caller, granting: Granting) -> None:
    nodes, children = of_all_kinds(granting)

    done = upsert(partner, *nodes, children=children)

    assert outcomes(done) == ["CREATED"] * 12
    assert done["counts"] == {"created": 12, "updated": 0, "unchanged": 0, "refused": 0, "closed": 0}
    places = [" ".join(result["path"][1:]) for result in done["results"]]
    assert places[6:9] == ["nodes 6", "children 0 links 0", "children 0 links 1"]


def test_what_was_stated_is_what_is_read(partner: Caller, granting: Granting) -> None:
    nodes, children = of_all_kinds(granting)

    done = upsert(partner, *nodes, children=children)

    text = """query($id: ID!) { workItem(id: $id) { title estimate sourceStatus space { name }
        parents { nodes { title } } owners { edges { role } } asks { edges { size node { name } } }
        checkIns { nodes { text } } } }"""
    told = partner.data(text, id=done["results"][1]["id"])["workItem"]
    assert {node["title"] for node in told.pop("parents")["nodes"]} == {"Grow", "p"}
    assert told == {
        "title": "task",
        "estimate": 3,
        "sourceStatus": "In review",
        "space": {"name": "open"},
        "owners": {"edges": [{"role": "ASSIGNEE"}]},
        "asks": {"edges": [{"size": "SMALL", "node": {"name": "Compilers"}}]},
        "checkIns": {"nodes": [{"text": "Well"}]},
    }


def test_results_are_told_by_the_keys_that_are_asked_for(partner: Caller) -> None:
    text = """mutation($input: UpsertWorkInput!) { upsertWork(input: $input) { ... on WorkUpserted {
        results { kind: __typename ...More } } } }
        fragment More on UpsertItemResult { became: outcome place: path }"""

    told = partner.data(text, input={"source": "tracker", "nodes": [a_node("t", "team", {"name": "T"})]})

    row = {"kind": "UpsertItemResult", "became": "CREATED", "place": ["input", "nodes", "0"]}
    assert told["upsertWork"]["results"] == [row]


def test_what_is_unchanged_writes_nothing(partner: Caller, granting: Granting) -> None:
    stated = [
        work("o", space=granting.ids["open"], description="Long", labels=["a"]),
        a_node("t", "team", {"name": "T"}),
    ]
    children = [links(named("o"), link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]}, share=0.5))]
    first = upsert(partner, *stated, children=children)
    before = counted(granting)

    second = upsert(partner, *stated, children=children)

    assert outcomes(second) == ["UNCHANGED"] * 3
    assert [row["id"] for row in second["results"]] == [row["id"] for row in first["results"]]
    assert second["change"] == first["change"]
    assert counted(granting) == before


def test_an_absent_field_keeps_and_null_clears(partner: Caller, granting: Granting) -> None:
    grow = {"id": granting.ids["Grow"]}
    upsert(
        partner,
        work("o", space=granting.ids["open"], description="Long", labels=["a"])
        | {"references": [{"source": "hub", "externalType": "issue", "externalId": "1"}]},
        children=[links(named("o"), link("CONTRIBUTES_TO", grow, share=0.5))],
    )

    done = upsert(
        partner,
        a_node("o", "objective", {"title": "Other", "labels": None}),
        children=[links(named("o"), link("CONTRIBUTES_TO", grow))],
    )
    cleared = upsert(
        partner,
        a_node("o", "objective", {"description": None}, references=[]),
        children=[links(named("o"), link("CONTRIBUTES_TO", grow, share=None))],
    )

    assert outcomes(done) == ["UPDATED", "UNCHANGED"]
    assert outcomes(cleared) == ["UPDATED", "UPDATED"]
    text = "query($id: ID!) { objective(id: $id) { title description labels revision references { role } } }"
    assert partner.data(text, id=done["results"][0]["id"])["objective"] == {
        "title": "Other",
        "description": None,
        "labels": [],
        "revision": 3,
        "references": [{"role": "IDENTITY"}],
    }
    assert [edge["share"] for edge in parents_of(partner, "o")] == [None]


def test_a_list_of_links_takes_the_place_of_the_sources_own_and_may_be_empty(
    partner: Caller, sara: Caller, granting: Granting
) -> None:
    space, grow = granting.ids["open"], {"id": granting.ids["Grow"]}
    upsert(
        partner,
        work("a", space=space),
        work("b", space=space),
        children=[links(named("a"), link("CONTRIBUTES_TO", grow))],
    )
    upsert(sara, source="wiki", children=[links(named("a", "tracker"), link("CONTRIBUTES_TO", named("b", "tracker")))])

    other = upsert(partner, work("c", space=space), children=[links(named("a"), link("CONTRIBUTES_TO", named("c")))])
    assert (outcomes(other), other["counts"]["closed"]) == (["CREATED", "CREATED"], 1)
    ended = upsert(partner, children=[links(named("a")), links(named("b"))])

    assert (outcomes(ended), ended["counts"]["closed"]) == (["UPDATED", "UNCHANGED"], 1)
    assert [edge["node"]["title"] for edge in parents_of(partner, "a")] == ["b"]


def test_one_refused_item_refuses_all_and_is_named_with_its_place(partner: Caller, granting: Granting) -> None:
    before, space = counted(granting), granting.ids["open"]

    done = upsert(
        partner,
        work("a", space=space),
        work("b", space=space, title=""),
        children=[links(named("a"), link("CONTRIBUTES_TO", named("a")), link("CONTRIBUTES_TO", named("b")))],
    )

    assert refusals(done) == [
        ("nodes 1", "BAD_VALUE"),
        ("children 0 links 0", "CYCLE"),
        ("children 0 links 1", "END_REFUSED"),
    ]
    assert done["code"] == "ITEMS_REFUSED"
    assert done["message"].startswith("3 of 4 items")
    assert all(item["message"] and item["hint"] and item["docs"].startswith("/docs/errors#") for item in done["items"])
    assert counted(granting) == before


def test_without_atomic_the_others_are_written(partner: Caller, granting: Granting) -> None:
    space = granting.ids["open"]

    done = upsert(
        partner,
        work("a", space=space),
        work("b", space=space, title=""),
        work("c"),
        a_node("k", "keyResult", {"title": "k", "direction": "MAINTAIN", "unit": "NUMBER"}, space={"id": space}),
        work("i", "workItem", space, percentComplete=40),
        children=[
            links(named("a"), link("CONTRIBUTES_TO", named("b")), link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]}))
        ],
        atomic=False,
    )

    assert outcomes(done) == [
        *("CREATED", "BAD_VALUE", "MISSING_PROPERTY", "BAD_VALUE", "BAD_VALUE"),
        *("END_REFUSED", "CREATED"),
    ]
    assert done["counts"]["refused"] == 5
    assert [edge["node"]["title"] for edge in parents_of(partner, "a")] == ["Grow"]


def test_a_thousand_items_are_taken_and_not_one_more(partner: Caller, granting: Granting) -> None:
    space = granting.ids["open"]
    items = [work(str(number), "workItem", space) for number in range(499)]
    children = [links(named(str(number)), link("PART_OF", {"key": "p"})) for number in range(499)]
    project, team = work("p", "project", space) | {"key": "p"}, a_node("t", "team", {"name": "T"})

    more = upsert(partner, project, team, a_node("u", "team", {"name": "U"}), *items, children=children)
    done = upsert(partner, project, team, *items, children=children)

    assert more["code"] == "TOO_MANY"
    assert done["counts"]["created"] == 1_000


def test_a_dry_run_tells_and_writes_nothing(partner: Caller, granting: Granting) -> None:
    before, space = counted(granting), granting.ids["open"]

    taken = upsert(partner, work("a", space=space), dryRun=True, idempotencyKey="k")
    refused = upsert(partner, work("a", space=space), work("b"), dryRun=True)

    assert (outcomes(taken), taken["dryRun"], taken["change"]) == (["CREATED"], True, None)
    assert refusals(refused) == [("nodes 1", "MISSING_PROPERTY")]
    assert counted(granting) == before


def test_the_same_key_is_taken_once_and_answers_what_came_of_it(partner: Caller, granting: Granting) -> None:
    stated = [work("a", space=granting.ids["open"]), work("b", space=granting.ids["open"], title="")]

    first = upsert(partner, *stated, atomic=False, idempotencyKey="k")
    again = upsert(partner, *stated, atomic=False, idempotencyKey="k")
    other = upsert(partner, *stated, atomic=True, idempotencyKey="k")

    assert again == {**first, "replayed": True}
    assert other["__typename"] == "IdempotencyKeyReused"


def test_shares_rings_and_second_containers_are_judged_with_what_is_there(partner: Caller, granting: Granting) -> None:
    space, grow = granting.ids["open"], {"id": granting.ids["Grow"]}
    upsert(
        partner,
        *(work(name, space=space) for name in "abcd"),
        *(work(name, "project", space) for name in "pq"),
        work("i", "workItem", space),
        children=[links(named("a"), link("PART_OF", named("b"))), links(named("b"), link("PART_OF", named("c")))],
    )

    done = upsert(
        partner,
        children=[
            links(named("c"), link("CONTRIBUTES_TO", named("a"))),
            links(named("i"), link("PART_OF", named("p")), link("PART_OF", named("q"))),
            links(named("d"), link("CONTRIBUTES_TO", grow, share=0.7), link("CONTRIBUTES_TO", named("c"), share=0.4)),
        ],
        atomic=False,
    )

    assert outcomes(done) == ["CYCLE", "CREATED", "SECOND_PARENT", "CREATED", "SHARE_SUM"]


def test_a_key_names_one_node_of_the_call(partner: Caller, granting: Granting) -> None:
    space = granting.ids["open"]

    done = upsert(
        partner,
        work("a", space=space) | {"key": "k"},
        work("b", space=space) | {"key": "k"},
        children=[links({"key": "k"}, link("CONTRIBUTES_TO", {"key": "other"}))],
        atomic=False,
    )

    assert outcomes(done) == ["CREATED", "DUPLICATE", "NOT_FOUND"]


@pytest.mark.parametrize("name", [{}, {"id": "x", "key": "y"}, {"key": None}])
def test_a_name_is_one_of_three(partner: Caller, name: dict[str, Any]) -> None:
    text = "mutation($input: UpsertWorkInput!) { upsertWork(input: $input) { __typename } }"

    answer = partner.answer(text, input={"source": "tracker", "children": [{"child": name, "links": []}]})

    assert answer.get("data") is None
    assert answer["errors"][0]["extensions"]["code"] in {"BAD_REQUEST", "BAD_INPUT"}
