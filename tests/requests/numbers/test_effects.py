"""A change tells which numbers it moves, by how much, to whoever may see them: rehearsed as well as made."""

from typing import Any

import pytest

from graph.changes import moving_numbers
from graph.changes.moving_numbers import ABOVE
from graph.database import Parameters, Transaction
from graph.jobs.turns import NEXT
from graph.measures.gathering import GATHER
from graph.records.states import SpaceRole
from graph.writing.settling import TURN
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import link, links, named, work

NUMBERS = "numbers { measure node { title } before after } notShown tooMany"
EFFECTS = f"... on Changed {{ effects(first: 100) {{ {NUMBERS} }} }}"
NONE = {"numbers": [], "notShown": 0, "tooMany": False}

Moves = dict[tuple[str, str], tuple[float | None, float | None]]


def moves(done: Any) -> Moves:
    """By the title and the measure, what was before and what is after, in the order told."""
    told = done["effects"]["numbers"]
    return {(row["node"]["title"], row["measure"]): (row["before"], row["after"]) for row in told}


def of(measure: str, moved: Moves) -> Moves:
    return {key: values for key, values in moved.items() if key[1] == measure}


def about(expected: Moves) -> Any:
    """The same to within 1e-9."""
    return {key: pytest.approx(values, abs=1e-9) for key, values in expected.items()}


def set_state(caller: Caller, numbered: Granting, item: str, state: str, select: str = EFFECTS, **more: Any) -> Any:
    return caller.change("setFlowState", {"id": numbered.ids[item], "flowState": state}, select, **more)


def progress(caller: Caller, numbered: Granting, title: str) -> float:
    asked = "query($id: ID!) { node(id: $id) { ... on WorkNode { progress { value } } } }"
    value: float = caller.data(asked, id=numbered.ids[title])["node"]["progress"]["value"]
    return value


# What is told


def test_a_rehearsal_tells_all_that_would_move_and_writes_nothing(nora: Caller, numbered: Granting) -> None:
    set_state(nora, numbered, "T3", "NEW")
    before = numbered.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq"), progress(nora, numbered, "O1")

    done = set_state(nora, numbered, "T3", "DONE", dryRun=True)

    first, second = (30 / 43 + 2 / 7) / 2, (33 / 43 + 5 / 7) / 2
    assert of("PROGRESS", moves(done)) == about(
        {
            ("T3", "PROGRESS"): (0, 1),
            ("P2", "PROGRESS"): (2 / 7, 5 / 7),
            ("I2", "PROGRESS"): (2 / 7, 5 / 7),
            ("O2", "PROGRESS"): (2 / 7, 5 / 7),
            ("O1", "PROGRESS"): (first, second),
            ("I1", "PROGRESS"): (30 / 43, 33 / 43),
        }
    )
    assert of("ESTIMATE_DONE", moves(done)) == about(
        {
            ("T3", "ESTIMATE_DONE"): (0, 3),
            ("P2", "ESTIMATE_DONE"): (2, 5),
            ("I2", "ESTIMATE_DONE"): (1, 2.5),
            ("O2", "ESTIMATE_DONE"): (0.7, 1.75),
            ("O1", "ESTIMATE_DONE"): (7.8, 9),
            ("I1", "ESTIMATE_DONE"): (7.5, 8.25),
        }
    )
    assert (done["dryRun"], done["effects"]["notShown"], done["effects"]["tooMany"]) == (True, 0, False)
    assert numbered.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq") == before[0]
    assert progress(nora, numbered, "O1") == before[1] == pytest.approx(first, abs=1e-9)


def test_a_change_that_is_made_moves_what_its_rehearsal_told(nora: Caller, numbered: Granting) -> None:
    rehearsed = set_state(nora, numbered, "T3", "NEW", dryRun=True)

    made = set_state(nora, numbered, "T3", "NEW")

    assert made["effects"] == rehearsed["effects"]
    assert made["effects"]["numbers"] != []
    assert progress(nora, numbered, "O1") == moves(made)["O1", "PROGRESS"][1]


def test_the_greatest_difference_comes_first_and_the_rest_is_counted(nora: Caller, numbered: Granting) -> None:
    select = f"... on Changed {{ effects(measures: [PROGRESS], first: 2) {{ {NUMBERS} }} }}"

    done = set_state(nora, numbered, "T3", "NEW", select)

    assert list(moves(done)) == [("T3", "PROGRESS"), next(key for key in moves(done) if key[0] != "T3")]
    assert {key[1] for key in moves(done)} == {"PROGRESS"}
    assert done["effects"]["notShown"] == 4


def test_the_work_that_is_named_tells_all_that_is_asked_of_it_as_it_is_then(nora: Caller, numbered: Granting) -> None:
    select = """... on Changed { effects(measures: [PROGRESS]) { all: numbers { __typename
        of: node { __typename id title progress { value } } now: after } } }"""

    done = set_state(nora, numbered, "T3", "NEW", select)

    told = {row["of"]["title"]: row for row in done["effects"]["all"]}
    assert told["O1"]["of"]["__typename"] == "Objective"
    assert told["O1"]["of"]["id"] == numbered.ids["O1"]
    assert told["O1"]["__typename"] == "MovedNumber"
    assert all(row["of"]["progress"]["value"] == row["now"] for row in told.values())


def test_what_may_not_be_seen_is_not_named(nora: Caller, numbered: Granting) -> None:
    numbered.grant("home", numbered.subject("sven"), SpaceRole.EDITOR)
    numbered.grant("vault", numbered.subject("sven"), SpaceRole.READER)
    sven = numbered.caller("sven", scope="work:read work:write")

    hidden, seen = (set_state(one, numbered, "T3", "NEW", dryRun=True) for one in (nora, sven))

    assert ("S", "PROGRESS") in moves(seen)
    assert moves(hidden) == {key: values for key, values in moves(seen).items() if key[0] != "S"}
    assert hidden["effects"]["notShown"] == 0


# Changes of every sort


def test_a_link_with_a_share_moves_effort_along_the_shares(nora: Caller, numbered: Granting) -> None:
    ids = numbered.ids
    asked = {"child": ids["T5"], "parent": ids["P2"], "relation": "CONTRIBUTES_TO", "share": 0.5}

    done = nora.change("linkNodes", asked, EFFECTS, dryRun=True)

    assert of("ESTIMATE_TOTAL", moves(done)) == about(
        {
            ("P2", "ESTIMATE_TOTAL"): (7, 9),
            ("I2", "ESTIMATE_TOTAL"): (3.5, 4.5),
            ("O2", "ESTIMATE_TOTAL"): (2.45, 3.15),
            ("O1", "ESTIMATE_TOTAL"): (11.8, 12.6),
            ("I1", "ESTIMATE_TOTAL"): (10.75, 11.25),
        }
    )
    assert moves(done)["P2", "PROGRESS"] == pytest.approx((5 / 7, 5 / 9), abs=1e-9)


def test_a_link_that_ends_gives_its_share_to_the_others(nora: Caller, numbered: Granting) -> None:
    asked = {"child": numbered.ids["T2"], "parent": numbered.ids["P2"], "relation": "CONTRIBUTES_TO"}

    done = nora.change("unlinkNodes", asked, EFFECTS)

    told = of("ESTIMATE_TOTAL", moves(done))
    assert told["P2", "ESTIMATE_TOTAL"] == (7, 3)
    assert told["P1", "ESTIMATE_TOTAL"] == (9, 13)


def test_archiving_moves_what_is_above_what_was_part_of_it(nora: Caller, numbered: Granting) -> None:
    archived = nora.change("archiveNode", {"id": numbered.ids["P1"]}, EFFECTS)
    restored = nora.change("restoreNode", {"id": numbered.ids["P1"]}, EFFECTS)

    assert moves(archived)["I1", "ESTIMATE_TOTAL"] == (10.75, 0.75)
    assert moves(archived)["P2", "ESTIMATE_TOTAL"] == (7, 3)
    assert {key[0] for key in moves(archived)} == {"P2", "I1", "I2", "O1", "O2"}
    assert moves(restored) == {key: (after, before) for key, (before, after) in moves(archived).items()}


def test_archiving_a_cancelled_leaf_with_live_siblings_moves_nothing(nora: Caller, numbered: Granting) -> None:
    done = nora.change("archiveNode", {"id": numbered.ids["T4"]}, EFFECTS)

    assert done["effects"] == NONE


def test_new_work_moves_what_it_is_made_in(nora: Caller, numbered: Granting) -> None:
    asked = {"title": "T6", "container": numbered.ids["P1"], "estimate": 3}

    done = nora.change("createWorkItem", asked, EFFECTS, dryRun=True)

    assert moves(done)["P1", "PROGRESS"] == pytest.approx((7 / 9, 7 / 12), abs=1e-9)
    assert "T6" not in {key[0] for key in moves(done)}


def test_a_check_in_moves_what_it_reports_on(nora: Caller, numbered: Granting) -> None:
    objective = numbered.ids["O2"]
    nora.change("updateObjective", {"id": objective, "progressMethod": "MANUAL"})

    done = nora.change("createCheckIn", {"subject": objective, "asOf": "2026-04-11", "progress": 0.5}, EFFECTS)

    assert moves(done) == {("O2", "PROGRESS"): (0.125, 0.5)}


def test_a_method_that_is_chosen_moves_progress_alone(nora: Caller, numbered: Granting) -> None:
    asked = {"id": numbered.ids["O1"], "progressMethod": "CHILDREN_EFFORT"}

    done = nora.change("updateObjective", asked, EFFECTS, dryRun=True)

    by_effort = (10.75 * 33 / 43 + 1.05 * 5 / 7) / 11.8
    assert moves(done) == about({("O1", "PROGRESS"): ((33 / 43 + 5 / 7) / 2, by_effort)})


def test_credit_for_work_in_progress_moves_all_that_is_in_progress(nora: Caller, numbered: Granting) -> None:
    set_state(nora, numbered, "T5", "ACTIVE")

    done = nora.change("updateWorkspace", {"inProgressCredit": 0.25}, EFFECTS, dryRun=True)

    assert of("PROGRESS", moves(done)) == {("T5", "PROGRESS"): (0, 0.25)}


def test_what_a_source_states_moves_what_its_links_lead_to(numbered: Granting) -> None:
    numbered.grant("home", numbered.client("robot"), SpaceRole.EDITOR)
    robot = numbered.caller("robot", client_id="robot", source="tracker", scope="work:read sync:write")
    nodes = [work("one", "workItem", numbered.ids["home"], estimate=2)]
    children = [links(named("one"), link("PART_OF", {"id": numbered.ids["P1"]}))]
    asked = {"source": "tracker", "nodes": nodes, "children": children}

    done = robot.change("upsertWork", asked, EFFECTS)

    assert moves(done)["P1", "ESTIMATE_TOTAL"] == (9, 11)


# Where there is nothing to tell


def test_a_change_of_nothing_that_counts_moves_nothing(nora: Caller, numbered: Granting) -> None:
    renamed = nora.change("updateObjective", {"id": numbered.ids["O1"], "title": "O"}, EFFECTS)
    same = nora.change("updateObjective", {"id": numbered.ids["O1"], "title": "O"}, EFFECTS)

    assert renamed["effects"] == same["effects"] == NONE


def test_a_change_that_had_been_made_before_tells_nothing(nora: Caller, numbered: Granting) -> None:
    first, again = (set_state(nora, numbered, "T3", "NEW", idempotencyKey="once") for _ in range(2))

    assert first["effects"]["numbers"] != []
    assert (again["replayed"], again["effects"]) == (True, None)


def test_more_work_than_is_looked_at_is_said_to_be_too_much(
    nora: Caller, numbered: Granting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_numbers, "MOST", 5)

    done = set_state(nora, numbered, "T3", "NEW")

    assert done["effects"] == {"numbers": [], "notShown": 0, "tooMany": True}


def test_a_token_that_may_not_read_work_is_told_nothing_and_why(nora: Caller, numbered: Granting) -> None:
    writer = numbered.caller("nora", scope="work:write")
    text = f"""mutation($input: SetFlowStateInput!) {{ it: setFlowState(input: $input) {{ {EFFECTS} }} }}"""

    answer = writer.answer(text, input={"id": numbered.ids["T3"], "flowState": "NEW"})

    assert answer["data"]["it"]["effects"] is None
    assert "work:read" in answer["errors"][0]["message"]


@pytest.mark.parametrize(
    ("arguments", "said"), [("measures: []", "names no measure"), ("first: 101", "100")], ids=["measures", "first"]
)
def test_what_cannot_be_told_is_refused_before_anything_is_changed(
    nora: Caller, numbered: Granting, arguments: str, said: str
) -> None:
    text = f"""mutation($input: SetFlowStateInput!) {{ it: setFlowState(input: $input) {{
        ... on Changed {{ effects({arguments}) {{ notShown }} }} ... on Refusal {{ message }} }} }}"""

    answer = nora.answer(text, input={"id": numbered.ids["T3"], "flowState": "NEW"})

    assert said in str(answer)
    assert progress(nora, numbered, "T3") == 1


# What it takes


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is run in transactions from now on, but for what looks whether there are imports to go on with."""
    run, row = list[str](), Transaction.row

    async def noted(self: Transaction, text: str, parameters: Parameters) -> Any:
        if text != NEXT.text:
            run.append(text)
        return await row(self, text, parameters)

    monkeypatch.setattr(Transaction, "row", noted)
    return run


def test_a_change_whose_effects_nobody_asks_for_reads_none(
    nora: Caller, numbered: Granting, statements: list[str]
) -> None:
    set_state(nora, numbered, "T3", "NEW", "... on WorkItemChanged { workItem { title } }", dryRun=True)
    without = list(statements)
    statements.clear()

    set_state(nora, numbered, "T3", "NEW", EFFECTS + "... on WorkItemChanged { workItem { title } }", dryRun=True)

    assert not {TURN.text, ABOVE.text, GATHER.text} & set(without)
    assert len(statements) == len(without) + 6
    assert [statements.count(each.text) for each in (TURN, ABOVE, GATHER)] == [1, 1, 2]
