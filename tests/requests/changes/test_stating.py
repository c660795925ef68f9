"""Who may state what by an upsert: of its source, where it edits, of what it sees; and whom it brings into teams."""

import json
from typing import Any

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import a_node, link, links, named, outcomes, parents_of, refusals, upsert, work


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
    assert [edge["node"]["title"] for edge in parents_of(both, "a")] == ["Shrink"]


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
