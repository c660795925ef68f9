"""A source states its work by one mutation: in any order, all or each for itself, once, and no more than it may."""

import json
from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import a_node, link, links, named, outcomes, refusals, upsert, work

COUNTED = (
    "MATCH (n) WHERE n.ws = $ws RETURN [count(n), sum(n.revision)]"  # nodes, twins, references, revisions, entries
)


@pytest.fixture
def partner(granting: Granting) -> Caller:
    """A client bound to the source `tracker`, which may edit the space `open`, and not see `closed`."""
    granting.grant("open", granting.client("robot"), SpaceRole.EDITOR)
    return granting.caller("robot", client_id="robot", source="tracker", scope="work:read sync:write")


@pytest.fixture
def sara(granting: Granting) -> Caller:
    """Somebody bound to no source, who may edit `open` and read nothing else."""
    granting.grant("open", granting.subject("sara"), SpaceRole.EDITOR)
    return granting.caller("sara", scope="work:read work:write people:read sync:write")


def parents_of(caller: Caller, granting: Granting, external_id: str) -> list[dict[str, Any]]:
    """The edges that lead up from a thing of the tracker."""
    text = """query($id: String!) { workNodeByReference(source: "tracker", type: "thing", externalId: $id) {
        parents { edges { relation share weight node { id title } } } } }"""
    told = caller.data(text, id=external_id)["workNodeByReference"]
    return sorted(told["parents"]["edges"], key=lambda edge: str(edge["node"]["title"]))


def counted(granting: Granting) -> Any:
    return granting.value(COUNTED)


def test_kinds_are_mixed_in_any_order_and_named_by_key_id_and_reference(partner: Caller, granting: Granting) -> None:
    space = granting.ids["open"]
    children = [
        links(
            {"key": "task"},
            link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]}, share=0.25),
            link("PART_OF", {"key": "project"}),
            link("OWNED_BY", {"key": "ada"}, role="ASSIGNEE"),
            link("ASKS", named("Compilers", "building"), size="SMALL"),
        ),
        links(named("o"), link("IN_PERIOD", named("2026"))),
    ]

    done = upsert(
        partner,
        a_node("news", "checkIn", {"asOf": "2026-11-24", "text": "Well", "subject": {"key": "task"}}),
        work("task", "workItem", space, estimate=3, sourceStatus="In review") | {"key": "task"},
        work("p", "project", space) | {"key": "project"},
        work("o", "objective", space),
        a_node("ada", "person", {"name": "Ada", "role": "Engineer"}, key="ada"),
        a_node(
            "2026", "period", {"name": "2026", "periodKind": "YEAR", "startsOn": "2026-01-01", "endsOn": "2026-12-31"}
        ),
        a_node("lang", "team", {"name": "Lang", "capacity": 30}),
        children=children,
    )

    assert outcomes(done) == ["CREATED"] * 12
    assert done["counts"] == {"created": 12, "updated": 0, "unchanged": 0, "refused": 0, "closed": 0}
    assert [" ".join(result["path"][1:]) for result in done["results"]][6:9] == [
        "nodes 6",
        "children 0 links 0",
        "children 0 links 1",
    ]
    text = """query($id: ID!) { workItem(id: $id) { title estimate sourceStatus space { name } references { source }
        parents { nodes { title } } owners { edges { role } } asks { edges { size node { name } } }
        checkIns { nodes { text } } } }"""
    told = partner.data(text, id=done["results"][1]["id"])["workItem"]
    assert (told["title"], told["estimate"], told["sourceStatus"], told["space"]["name"]) == (
        "task",
        3,
        "In review",
        "open",
    )
    assert {node["title"] for node in told["parents"]["nodes"]} == {"Grow", "p"}
    assert told["owners"]["edges"] == [{"role": "ASSIGNEE"}]
    assert told["asks"]["edges"] == [{"size": "SMALL", "node": {"name": "Compilers"}}]
    assert told["checkIns"]["nodes"] == [{"text": "Well"}]


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
    assert [edge["share"] for edge in parents_of(partner, granting, "o")] == [None]


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
    assert [edge["node"]["title"] for edge in parents_of(partner, granting, "a")] == ["b"]


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
    assert [edge["node"]["title"] for edge in parents_of(partner, granting, "a")] == ["Grow"]


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


def test_a_client_that_is_bound_states_its_own_source_and_links_its_own_nodes(
    partner: Caller, granting: Granting
) -> None:
    space, grow = granting.ids["open"], granting.ids["Grow"]

    foreign = upsert(partner, work("a", space=space), source="wiki")
    linked = upsert(partner, work("a", space=space), children=[links({"id": grow}, link("CONTRIBUTES_TO", named("a")))])
    reported = upsert(partner, a_node("n", "checkIn", {"asOf": "2026-11-24", "subject": {"id": grow}}))
    named_ = upsert(partner, children=[links(named("Nan", "building"))])

    assert (foreign["__typename"], "tracker" in foreign["message"]) == ("NotPermitted", True)
    assert refusals(linked) == [("children 0 links 0", "NOT_PERMITTED")]
    assert refusals(reported) == [("nodes 0", "NOT_PERMITTED")]
    assert refusals(named_) == [("children 0", "NOT_PERMITTED")]


def test_without_its_scope_or_a_role_nothing_is_stated(partner: Caller, granting: Granting) -> None:
    granting.grant("open", granting.subject("rita"), SpaceRole.READER)
    rita = granting.caller("rita", scope="work:read sync:write")
    planner = granting.caller("planner", scope="work:read work:write")
    upsert(partner, work("a", space=granting.ids["open"]))

    answer = planner.answer('mutation { upsertWork(input: {source: "s"}) { __typename } }')
    done = upsert(
        rita,
        work("a"),
        work("b", space=granting.ids["open"]),
        a_node("t", "team", {"name": "T"}),
        children=[links(named("a"), link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]}))],
    )

    assert (answer["errors"][0]["extensions"]["code"], "sync:write" in answer["errors"][0]["message"]) == (
        "FORBIDDEN",
        True,
    )
    assert {code for _, code in refusals(done)} == {"NOT_PERMITTED", "END_REFUSED"}
    assert {path for path, _ in refusals(done)} == {"nodes 0", "nodes 1", "nodes 2", "children 0 links 0"}


def test_hidden_and_absent_are_one_answer(partner: Caller, granting: Granting) -> None:
    """By id, by reference, as a space, as a child, as a parent and as a subject."""
    shrink, closed = granting.ids["Shrink"], granting.ids["closed"]
    absent = shrink[:-4] + "0000"

    def asked(id_: str, space: str, external_id: str) -> Any:
        grow = {"id": granting.ids["Grow"]}
        return upsert(
            partner,
            work("a", space=granting.ids["open"]),
            work("b", space=space),
            a_node("n", "checkIn", {"asOf": "2026-11-24", "subject": {"id": id_}}),
            children=[
                links(
                    named("a"),
                    link("CONTRIBUTES_TO", {"id": id_}),
                    link("CONTRIBUTES_TO", named(external_id, "building")),
                ),
                links({"id": id_}, link("CONTRIBUTES_TO", grow)),
                links(named(external_id, "building")),
            ],
            atomic=False,
        )

    hidden, nowhere = asked(shrink, closed, "Shrink"), asked(absent, closed[:-4] + "0000", "Nothing")

    assert outcomes(hidden) == ["CREATED"] + ["NOT_FOUND"] * 6
    text = json.dumps([row | {"id": None} for row in hidden["results"][1:]])
    same = json.dumps([row | {"id": None} for row in nowhere["results"][1:]])
    assert text.replace(shrink, absent).replace(closed, closed[:-4] + "0000").replace("Shrink", "Nothing") == same


def test_an_identity_that_is_hidden_is_not_made_a_second_time(sara: Caller, granting: Granting) -> None:
    stated = work("Shrink", space=granting.ids["open"])

    done = upsert(sara, stated, source="building")

    assert refusals(done) == [("nodes 0", "NOT_FOUND")]
    assert granting.ids["closed"] not in json.dumps(done)


def test_a_link_to_what_one_may_not_see_stays(granting: Granting) -> None:
    for space in ("open", "closed"):
        granting.grant(space, granting.subject("both"), SpaceRole.EDITOR)
    granting.grant("open", granting.subject("one"), SpaceRole.EDITOR)
    both, one = (granting.caller(name, scope="work:read sync:write") for name in ("both", "one"))
    shrink, grow = ({"id": granting.ids[title]} for title in ("Shrink", "Grow"))
    upsert(
        both,
        work("a", space=granting.ids["open"]),
        children=[links(named("a"), link("CONTRIBUTES_TO", shrink), link("CONTRIBUTES_TO", grow))],
    )

    ended = upsert(one, children=[links(named("a"))])
    again = upsert(one, children=[links(named("a"))])

    assert (ended["counts"]["closed"], outcomes(again)) == (1, ["UNCHANGED"])
    assert [edge["node"]["title"] for edge in parents_of(both, granting, "a")] == ["Shrink"]


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


def test_a_weight_needs_the_editor_of_the_parent_too(granting: Granting) -> None:
    granting.grant("open", granting.subject("sara"), SpaceRole.EDITOR)
    granting.grant("closed", granting.subject("sara"), SpaceRole.READER)
    sara = granting.caller("sara", scope="work:read sync:write")
    shrink = {"id": granting.ids["Shrink"]}

    done = upsert(
        sara,
        work("a", space=granting.ids["open"]),
        work("b", space=granting.ids["open"]),
        children=[
            links(named("a"), link("CONTRIBUTES_TO", shrink, weight=2)),
            links(named("b"), link("CONTRIBUTES_TO", shrink, weight=1)),
        ],
        atomic=False,
    )

    assert outcomes(done) == ["CREATED", "CREATED", "NOT_PERMITTED", "CREATED"]


def test_nobody_is_brought_into_a_team_that_was_granted_what_the_caller_does_not_own(
    partner: Caller, sara: Caller, granting: Granting
) -> None:
    """Neither into the team itself, nor into one below it, nor by putting a team of one's own below it."""
    granting.grant("closed", granting.ids["Platform"], SpaceRole.READER)
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    granting.grant("closed", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga", scope="work:read sync:write")
    mallory, own = a_node("m", "person", {"name": "Mallory"}), a_node("t", "team", {"name": "Own"})
    children = [
        links(named("m"), link("MEMBER_OF", {"id": granting.ids["Compilers"]}), link("MEMBER_OF", named("t"))),
        links(named("t"), link("SUBTEAM_OF", {"id": granting.ids["Platform"]})),
    ]

    done = upsert(sara, mallory, own, children=children, atomic=False)
    bound = upsert(partner, mallory, own, children=children, atomic=False)
    owner = upsert(olga, children=children)

    expected = ["NOT_PERMITTED", "CREATED", "NOT_PERMITTED"]
    assert outcomes(done) == ["CREATED", "CREATED", *expected]
    assert outcomes(bound) == ["UNCHANGED", "UNCHANGED", *expected[:1], "UNCHANGED", *expected[2:]]
    assert outcomes(owner) == ["CREATED", "UNCHANGED", "CREATED"]


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
