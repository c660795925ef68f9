"""What an upsert makes of nodes: created, changed, left alone or refused, each for itself."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from graph.records.states import FlowState, PeriodKind
from graph.writing.actors import Actor
from graph.writing.changing import UnknownWorkspace
from graph.writing.identities import Identity, Key
from graph.writing.stated import Outcome, StatedLink, StatedNode, StatedReference
from graph.writing.unfit import Unfit
from graph.writing.upserting import TooMany
from tests.graph.writing.store import SOURCE, Store, a_space, called, codes, link, work


def a_check_in(name: str, subject: str, **properties: object) -> StatedNode:
    stated = {"as_of": date(2025, 5, 1), "text": "On its way.", **properties}
    return StatedNode(called(name), "CheckIn", stated, subject=called(subject))


def test_nodes_and_links_are_taken_in_any_order(store: Store) -> None:
    answer = store.upsert(
        link("parser", "CONTRIBUTES_TO", "faster", share=Fraction(1, 4)),
        a_check_in("news", "faster"),
        work("WorkItem", "parser", flow_state=FlowState.ACTIVE),
        work("Objective", "faster"),
        a_space(),
    )

    whole = store.whole()
    news, parser, faster, home = (whole.nodes[str(result.id)] for result in answer.nodes)
    assert {result.outcome for result in (*answer.nodes, *answer.links)} == {Outcome.CREATED}
    assert [(edge["relation"], edge["share"], edge["weight"], edge["source"]) for edge in whole.edges] == [
        ("CONTRIBUTES_TO", 250_000, 1_000_000, SOURCE)
    ]
    assert (news["subject"], news["space"]) == (faster["id"], home["id"])
    assert (parser["stateCategory"], parser["rank"], parser["space"]) == ("IN_PROGRESS", 0, home["id"])
    assert (home["space"], answer.seq) == (home["id"], 5)


def test_what_belongs_to_the_workspace_has_the_workspace_as_its_space(store: Store) -> None:
    period = {
        "name": "2025",
        "period_kind": PeriodKind.YEAR,
        "starts_on": date(2025, 1, 1),
        "ends_on": date(2025, 12, 31),
    }

    store.taken(
        StatedNode(called("ada"), "Person", {"name": "ada"}),
        StatedNode(called("lang"), "Team", {"name": "lang"}),
        StatedNode(called("2025"), "Period", period),
    )

    assert {node["space"] for node in store.whole().nodes.values()} == {store.workspace}


def test_the_same_upsert_again_writes_nothing(store: Store) -> None:
    stated = (
        a_space(),
        work("Objective", "faster", description="Long.", labels=["b", "a"], start_on=date(2025, 1, 1)),
        work("WorkItem", "parser"),
        a_check_in("news", "faster"),
        link("parser", "CONTRIBUTES_TO", "faster", share=Fraction(1, 8), weight=2),
    )
    first = store.upsert(*stated)
    before = store.rows("MATCH (n) WHERE n.ws = $ws OR n:Answer RETURN count(n), sum(n.revision)")

    second = store.upsert(*stated)

    assert {result.outcome for result in (*second.nodes, *second.links)} == {Outcome.UNCHANGED}
    assert [result.id for result in (*second.nodes, *second.links)] == [
        result.id for result in (*first.nodes, *first.links)
    ]
    assert (second.seq, second.at) == (first.seq, first.at)
    assert store.rows("MATCH (n) WHERE n.ws = $ws OR n:Answer RETURN count(n), sum(n.revision)") == before


def test_an_absent_property_keeps_its_value_and_none_clears_it(store: Store) -> None:
    store.taken(a_space(), work("Objective", "faster", description="Long.", source_status="Open", labels=["a"]))

    store.taken(StatedNode(called("faster"), "Objective", {"source_status": None, "labels": None}))

    (faster,) = (node for node in store.whole().nodes.values() if "Objective" in node["kinds"])
    assert (faster["description"], faster["labels"], "sourceStatus" in faster) == ("Long.", [], False)


def test_a_change_of_status_changes_the_state_category_with_it(store: Store) -> None:
    store.taken(a_space(), work("Objective", "faster", status="ACTIVE"))

    store.taken(StatedNode(called("faster"), "Objective", {"status": "COMPLETED"}))

    assert store.rows("MATCH (n:Objective {ws: $ws}) RETURN n.stateCategory, n.revision") == [("DONE", 2)]
    store.whole()


def test_a_revision_says_what_it_sets_by_whom_and_through_which_client(store: Store) -> None:
    store.taken(a_space(), work("Objective", "faster", description="Long."))

    store.upsert(work("Objective", "quicker-named"), actor=Actor("importer"))
    store.upsert(StatedNode(called("faster"), "Objective", {"title": "Faster"}), actor=Actor("web", "per_ada"))

    *_, by_importer, by_ada = store.whole().feed
    assert (by_importer["change"], by_importer["client"], "by" in by_importer) == ("CREATED", "importer", False)
    assert (by_ada["change"], by_ada["client"], by_ada["by"], by_ada["sets"]) == (
        "CHANGED",
        "web",
        "per_ada",
        ["title"],
    )
    assert "description" not in by_ada


def test_what_exists_stays_in_its_space(store: Store) -> None:
    store.taken(a_space("home"), a_space("vault"), work("Objective", "faster"))

    (result,) = store.taken(StatedNode(called("faster"), "Objective", {}, space=called("vault")))

    assert result.outcome is Outcome.UNCHANGED


def test_a_check_in_never_changes(store: Store) -> None:
    store.taken(a_space(), work("Objective", "faster"), work("Objective", "smaller"), a_check_in("news", "faster"))

    answer = store.upsert(a_check_in("news", "faster", text="All done."))
    moved = store.upsert(a_check_in("news", "smaller"))

    assert codes(answer.nodes) == codes(moved.nodes) == ["IMMUTABLE"]
    assert [node["text"] for node in store.whole().nodes.values() if "CheckIn" in node["kinds"]] == ["On its way."]


def test_a_refused_item_leaves_the_others(store: Store) -> None:
    answer = store.upsert(
        a_space(),
        work("WorkItem", "parser"),
        work("Objective", "faster", status="SPLENDID"),
        work("Objective", "smaller"),
        a_check_in("news", "faster"),
        link("parser", "CONTRIBUTES_TO", "faster"),
        link("parser", "CONTRIBUTES_TO", "smaller"),
    )

    assert codes(answer.nodes) == [None, None, "BAD_VALUE", None, "END_REFUSED"]
    assert codes(answer.links) == ["END_REFUSED", None]
    assert len(store.whole().nodes) == 3


def test_a_link_of_what_exists_but_is_refused_now_is_refused_and_stays_as_it_was(store: Store) -> None:
    store.taken(
        a_space(), work("WorkItem", "parser"), work("Objective", "faster"), link("parser", "CONTRIBUTES_TO", "faster")
    )

    child = store.upsert(work("WorkItem", "parser", title=""), link("parser", "CONTRIBUTES_TO", "faster", weight=2))
    parent = store.upsert(work("Objective", "faster", title=""), link("parser", "CONTRIBUTES_TO", "faster", weight=2))

    assert codes(child.links) == codes(parent.links) == ["END_REFUSED"]
    assert [edge["weight"] for edge in store.whole().edges] == [1_000_000]


WRONG = {
    "a title of two lines": (work("Objective", "x", title="a\nb"), "BAD_VALUE"),
    "an empty title": (work("Objective", "x", title=""), "BAD_VALUE"),
    "a title that is too long": (work("Objective", "x", title="a" * 501), "BAD_VALUE"),
    "half of a surrogate pair": (work("Objective", "x", description="\ud83d"), "BAD_VALUE"),
    "a NUL": (work("Objective", "x", description="a\0b"), "BAD_VALUE"),
    "half of a pair in a label": (work("Objective", "x", labels=["\udc00"]), "BAD_VALUE"),
    "a text that is too long": (work("Objective", "x", description="a" * 100_001), "BAD_VALUE"),
    "a number for a text": (work("Objective", "x", description=3), "BAD_VALUE"),
    "a time for a day": (work("Objective", "x", start_on=datetime(2025, 1, 1)), "BAD_VALUE"),  # noqa: DTZ001
    "a text for a list": (work("Objective", "x", labels="a"), "BAD_VALUE"),
    "a number of 65 bits": (a_check_in("x", "faster", numerator=2**63), "BAD_VALUE"),
    "true for a number": (a_check_in("x", "faster", numerator=True), "BAD_VALUE"),
    "a status that there is not": (work("Objective", "x", status="DONE"), "BAD_VALUE"),
    "a required property that is cleared": (work("Objective", "x", status=None), "MISSING_PROPERTY"),
    "a required property that is absent": (
        StatedNode(called("x"), "Objective", {"title": "x"}, space=called("home")),
        "MISSING_PROPERTY",
    ),
    "an unknown property": (work("Objective", "x", colour="red"), "UNKNOWN_PROPERTY"),
    "a property that the store keeps": (work("Objective", "x", revision=7), "UNKNOWN_PROPERTY"),
    "a kind that there is not": (StatedNode(called("x"), "Epic", {"title": "x"}), "UNKNOWN_KIND"),
    "work without a space": (
        StatedNode(called("x"), "Strategy", {"title": "x", "status": "ACTIVE"}),
        "MISSING_PROPERTY",
    ),
    "an unknown space": (
        StatedNode(called("x"), "Strategy", {"title": "x", "status": "ACTIVE"}, space=called("y")),
        "NOT_FOUND",
    ),
    "work as a space": (
        StatedNode(called("x"), "Strategy", {"title": "x", "status": "ACTIVE"}, space=called("faster")),
        "WRONG_KIND",
    ),
    "a team in a space": (StatedNode(called("x"), "Team", {"name": "x"}, space=called("home")), "BAD_VALUE"),
    "a subject of work": (
        StatedNode(called("x"), "Strategy", {"title": "x", "status": "ACTIVE"}, called("home"), called("faster")),
        "BAD_VALUE",
    ),
    "a check-in without a subject": (
        StatedNode(called("x"), "CheckIn", {"as_of": date(2025, 1, 1)}),
        "MISSING_PROPERTY",
    ),
    "a check-in of a space": (a_check_in("x", "home"), "WRONG_KIND"),
    "another kind than it is": (work("Project", "faster"), "WRONG_KIND"),
    "an empty external id": (work("Objective", ""), "BAD_VALUE"),
    "one link with two addresses": (
        StatedNode(
            called("faster"),
            "Objective",
            {},
            references=(StatedReference("hub", "issue", "1", "a"), StatedReference("hub", "issue", "1", "b")),
        ),
        "DUPLICATE",
    ),
}


@pytest.mark.parametrize(("stated", "code"), list(WRONG.values()), ids=list(WRONG))
def test_what_cannot_be_stored_as_it_was_sent_is_refused(store: Store, stated: StatedNode, code: str) -> None:
    store.taken(a_space(), work("Objective", "faster"))

    answer = store.upsert(stated)

    assert codes(answer.nodes) == [code]
    assert answer.nodes[0].message
    assert store.whole().seq == 2


def test_texts_are_stored_as_they_were_sent(store: Store) -> None:
    odd = "  \u00e9e\u0301 \U0001f600 <b> $x `MATCH` \t\r\n"
    title = " \u202e\u00a0\U0001f600'\"\\ "

    store.taken(a_space(), work("Objective", title, description=odd, labels=[odd, ""]))

    assert store.rows("MATCH (n:Objective {ws: $ws}) RETURN n.title, n.description, n.labels") == [
        (title, odd, [odd, ""])
    ]


def test_an_identity_that_is_stated_twice_is_taken_once(store: Store) -> None:
    answer = store.upsert(
        a_space(),
        work("WorkItem", "parser"),
        work("WorkItem", "parser", title="other"),
        work("Objective", "faster"),
        link("parser", "CONTRIBUTES_TO", "faster"),
    )

    assert codes(answer.nodes) == [None, None, "DUPLICATE", None]
    assert codes(answer.links) == [None]


def test_identities_whose_parts_run_together_are_different(store: Store) -> None:
    one, other = Identity("a", "b|c", "d"), Identity("a|b", "c", "d")

    store.taken(StatedNode(one, "Team", {"name": "one"}), StatedNode(other, "Team", {"name": "other"}))

    assert len(store.whole().nodes) == 2


def test_references_of_a_source_replace_those_that_it_stated_before(store: Store) -> None:
    def stated(*references: tuple[str, str | None]) -> StatedNode:
        links = tuple(StatedReference("hub", "issue", number, url) for number, url in references)
        return StatedNode(called("faster"), "Objective", {}, references=links)

    def links() -> set[tuple[str, str | None, str]]:
        return {
            (row["externalId"], row.get("url"), row["statedBy"])
            for row in store.whole().references
            if row["role"] == "LINK"
        }

    store.taken(a_space(), work("Objective", "faster"))
    store.taken(stated(("1", None), ("2", "x"), ("3", "x")))
    store.taken(stated(("2", "other"), ("4", None)), source="wiki")

    (result,) = store.taken(stated(("3", "y"), ("5", "x")))

    assert result.outcome is Outcome.UPDATED
    assert links() == {("3", "y", SOURCE), ("5", "x", SOURCE), ("4", None, "wiki")}
    assert store.whole().feed[-1]["sets"] == ["references"]


def test_references_of_which_nothing_is_said_stay(store: Store) -> None:
    issue = (StatedReference("hub", "issue", "1"),)
    store.taken(a_space(), StatedNode(called("lang"), "Team", {"name": "lang"}, references=issue))

    (kept,) = store.taken(StatedNode(called("lang"), "Team", {"name": "lang"}))
    (ended,) = store.taken(StatedNode(called("lang"), "Team", {}, references=()))

    assert (kept.outcome, ended.outcome) == (Outcome.UNCHANGED, Outcome.UPDATED)


def test_what_is_there_is_named_by_its_id_and_what_is_stated_by_its_key(store: Store) -> None:
    _, faster = store.taken(a_space(), work("Objective", "faster"))
    parser = StatedNode(
        called("parser"), "WorkItem", {"title": "parser", "flow_state": "NEW"}, called("home"), key="task"
    )

    answer = store.upsert(parser, StatedLink(Key("task"), "CONTRIBUTES_TO", str(faster.id)))

    assert codes((*answer.nodes, *answer.links)) == [None, None]
    assert [edge["ends"] for edge in store.whole().edges] == [faster.id]


def test_an_id_of_another_workspace_names_nothing(store: Store, other_store: Store) -> None:
    _, faster = other_store.taken(a_space(), work("Objective", "faster"))
    store.taken(a_space())

    answer = store.upsert(work("WorkItem", "parser"), StatedLink(called("parser"), "CONTRIBUTES_TO", str(faster.id)))

    assert codes(answer.links) == ["NOT_FOUND"]


def test_one_tracking_issue_belongs_to_two_goals(store: Store) -> None:
    issue = (StatedReference("hub", "issue", "1"),)

    store.taken(
        StatedNode(called("lang"), "Team", {"name": "lang"}, references=issue),
        StatedNode(called("cargo"), "Team", {"name": "cargo"}, references=issue),
    )

    assert sorted(row["role"] for row in store.whole().references) == ["IDENTITY", "IDENTITY", "LINK", "LINK"]


def test_nothing_is_found_in_another_workspace(store: Store, other_store: Store) -> None:
    store.taken(a_space(), work("Objective", "faster"))

    answer = other_store.upsert(work("Objective", "smaller"), link("smaller", "CONTRIBUTES_TO", "faster"))

    assert codes((*answer.nodes, *answer.links)) == ["NOT_FOUND", "END_REFUSED"]


def test_an_upsert_as_a_whole_is_refused_where_it_cannot_be_taken(store: Store) -> None:
    nowhere = Store(store.database, store.runner, "nowhere")

    with pytest.raises(UnknownWorkspace, match="create it first"):
        nowhere.upsert(a_space())
    with pytest.raises(TooMany, match="at most 1000"):
        store.upsert(*(a_space(str(number)) for number in range(1_001)))
    with pytest.raises(Unfit, match="source has 0 characters"):
        store.upsert(a_space(), source="")


def test_a_thousand_items_are_taken_at_once(store: Store) -> None:
    items = [work("WorkItem", str(number)) for number in range(499)]
    links = [link(str(number), "PART_OF", "project") for number in range(499)]

    answer = store.upsert(a_space(), work("Project", "project"), *items, *links)

    assert {result.outcome for result in (*answer.nodes, *answer.links)} == {Outcome.CREATED}
    assert store.whole().seq == 1_000
