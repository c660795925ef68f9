"""Many who write at once: a change under one key is made once, and nobody's change is lost in another's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import link, links, named, upsert, work

TOLD = "... on WorkItemChanged { workItem { id estimate revision } }"
STALE = "... on StaleRevision { current { ... on WorkItem { id estimate revision } } }"
WRITERS = 32
IDENTICAL = 50


def all_at_once(ask: Callable[[int], Any], times: int) -> list[Any]:
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(ask, range(times)))


def is_replayed(answer: Any) -> bool:
    return bool(answer.pop("replayed"))


def test_identical_changes_under_one_key_have_one_effect_and_equal_answers(editor: Caller, granting: Granting) -> None:
    given = {"title": "Parse", "space": granting.ids["open"]}

    answers = all_at_once(
        lambda _: editor.change("createWorkItem", given, TOLD, idempotencyKey="once"), times=IDENTICAL
    )

    assert sum(not is_replayed(answer) for answer in answers) == 1
    assert answers == [answers[0]] * IDENTICAL
    assert granting.value("MATCH (n:WorkItem {ws: $ws}) RETURN collect(n.id)") == [answers[0]["workItem"]["id"]]
    assert (
        granting.value("MATCH (r:Revision {ws: $ws, node: $id}) RETURN count(r)", id=answers[0]["workItem"]["id"]) == 1
    )


def test_identical_upserts_under_one_key_have_one_effect_and_equal_answers(partner: Caller, granting: Granting) -> None:
    nodes = [work(name, "workItem", granting.ids["open"]) for name in "abc"]
    children = [links(named(name), link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]})) for name in "abc"]

    answers = all_at_once(lambda _: upsert(partner, *nodes, children=children, idempotencyKey="once"), times=IDENTICAL)

    assert sum(not is_replayed(answer) for answer in answers) == 1
    assert answers == [answers[0]] * IDENTICAL
    assert answers[0]["counts"]["created"] == 6
    assert granting.value("MATCH (n:WorkItem {ws: $ws}) RETURN count(n)") == 3


def test_no_update_is_lost_among_writers_who_guard_it_by_the_revision(editor: Caller, granting: Granting) -> None:
    given = {"title": "Count", "estimate": 0, "space": granting.ids["open"]}
    counters = [editor.change("createWorkItem", given, TOLD)["workItem"] for _ in range(4)]

    def add_one(number: int) -> int:
        """How often it had to be tried."""
        counter, tried = counters[number % len(counters)], 0
        while True:
            tried += 1
            stated = {"id": counters[number % len(counters)]["id"], "estimate": counter["estimate"] + 1}
            told = editor.change("updateWorkItem", {**stated, "expectedRevision": counter["revision"]}, TOLD + STALE)
            if told["__typename"] == "WorkItemChanged":
                return tried
            counter = told["current"]

    tried = all_at_once(add_one, times=WRITERS)

    text = "{ workItems { nodes { estimate revision } } }"
    each = {"estimate": WRITERS / len(counters), "revision": 1 + WRITERS / len(counters)}
    assert editor.data(text)["workItems"]["nodes"] == [each] * len(counters)
    assert max(tried) > 1


def test_no_update_is_lost_among_writers_of_one_node_who_each_set_what_is_theirs(
    editor: Caller, granting: Granting
) -> None:
    item = editor.change("createWorkItem", {"title": "All", "space": granting.ids["open"]}, TOLD)["workItem"]["id"]
    theirs = {"title": "Changed", "description": "Told", "estimate": 3, "itemType": "Bug", "priority": "HIGH"}
    stated = [{"id": item, name: value} for name, value in theirs.items()]

    answers = all_at_once(lambda number: editor.change("updateWorkItem", stated[number % len(stated)]), times=WRITERS)

    assert {answer["__typename"] for answer in answers} == {"WorkItemChanged"}
    text = f"query($id: ID!) {{ workItem(id: $id) {{ {' '.join(theirs)} }} }}"
    assert editor.data(text, id=item)["workItem"] == theirs
