"""A selection becomes one statement and one expression."""

import pytest

from graph.reading.compiling import compiled
from graph.reading.conditions import AllOf, Comparison, Filter, Form, Key, Not, OfKind, OnEdge, Order, Some, Stored
from graph.reading.live import Live
from graph.reading.plan import Plan
from graph.reading.selection import (
    Constant,
    Count,
    Cursor,
    Distance,
    EdgesOnPath,
    Facts,
    HasNext,
    KindWord,
    NodesOnPath,
    Object,
    One,
    Page,
    PageValue,
    PathShare,
    RelationName,
    ResolvedShare,
    Rows,
    Variants,
)
from graph.reading.sources import ById, Every, Paths, Reach, Slot, Source, Told, incoming, outgoing
from graph.relations import ASKS, LINEAGE, PART_OF

ID, FIRST, AFTER = Slot("id"), Slot("first"), Slot("after")
OLDEST: Order = (Key("createdAt"), Key("id"))
TITLE = Object((("called", Stored("title")),))


def children(
    source: Source = incoming(*LINEAGE),
    filter: Filter = AllOf(),
    after: Slot | None = None,
    order: Order = OLDEST,
    members: tuple[tuple[str, PageValue], ...] = (("nodes", Rows(TITLE)),),
) -> Page:
    return Page(source, ("WorkNode",), filter, order, FIRST, after, backward=False, members=members)


def under(page: Page) -> One:
    return One(ById(ID), ("Objective",), Object((("page", page),)))


def plan(selection: One | Page) -> Plan:
    return compiled(selection, Live())


def project_of_item() -> One:
    parent = One(outgoing(PART_OF), ("Project",), TITLE)
    members = (("id", Stored("id")), ("in", parent), ("__typename", Constant("WorkItem")))
    return One(ById(ID), ("WorkItem",), Object(members))


def test_a_node_and_its_parent_are_one_statement_without_a_name_of_the_client() -> None:
    assert plan(project_of_item()).text == (
        "MATCH (n0:Node {id: $id}) WHERE n0:WorkItem AND n0.space IN $reader.readable"
        " CALL (*) { OPTIONAL MATCH (n0)-[r1:PART_OF]->(n1) WHERE n1:Project AND n1.space IN $reader.readable"
        " WITH * LIMIT 1 RETURN CASE WHEN n1 IS NOT NULL THEN [n1.title] END AS v1 } RETURN [n0.id, v1] AS value"
    )


def test_the_answer_has_the_clients_names_in_the_clients_order() -> None:
    answer = plan(project_of_item()).render(["itm_1", ["Parser"]], {}, [])

    assert str(answer) == "{'id': 'itm_1', 'in': {'called': 'Parser'}, '__typename': 'WorkItem'}"


def test_nothing_found_is_null() -> None:
    assert plan(project_of_item()).render(None, {}, []) is None
    assert plan(project_of_item()).render(["itm_1", None], {}, [])["in"] is None


@pytest.mark.parametrize(
    "page",
    [
        children(),
        children(Reach(incoming(*LINEAGE)), order=(Key("distance"), Key("id"))),
        children(Paths(outgoing(*LINEAGE)), order=()),
        children(filter=Some(Reach(outgoing(*LINEAGE)), ("WorkNode",), Comparison(Stored("id"), "eq", Slot("a")))),
        children(filter=Not(Some(outgoing(ASKS), ("Team",), OfKind(("Team",))))),
        children(Told("CheckIn", "subject", "id"), order=(Key("asOf"), Key("id"))),
        children(members=(("n", Count()),)),
    ],
)
def test_every_match_says_who_may_see_it(page: Page) -> None:
    text = plan(under(page)).text

    assert text.count("MATCH") <= text.count(".space IN $reader.readable")


def test_a_list_of_all_nodes_is_merged_from_one_short_seek_per_space() -> None:
    text = plan(children(Every(), after=AFTER)).text

    assert "UNWIND $reader.readable AS space CALL (*) { MATCH (n0) WHERE n0:WorkNode AND n0.space = space" in text
    assert "[n0.createdAt, n0.id] > [toInteger($after_0), $after_1]" in text
    assert " OR " not in text


def test_a_list_of_all_nodes_under_one_is_read_from_that_one_down() -> None:
    under_a = Some(Reach(outgoing(*LINEAGE)), ("WorkNode",), Comparison(Stored("id"), "eq", Slot("a")))
    named = Comparison(Stored("title"), "contains", Slot("b"))

    text = plan(children(Every(), filter=AllOf((named, under_a)), after=AFTER)).text

    assert "MATCH (t0:Node {id: $a} WHERE t0.space IN $reader.readable)(()<-[e0:PART_OF|CONTRIBUTES_TO]-(m0)" in text
    assert "WITH DISTINCT n0 WHERE n0.createdAt >= toInteger($after_0)" in text
    assert "EXISTS" not in text


def test_keys_that_rise_and_fall_are_compared_one_after_the_other() -> None:
    text = plan(under(children(after=AFTER, order=(Key("title", descending=True), Key("id"))))).text

    assert "n1.title <= $after_0 AND n1.id IS NOT NULL" in text
    assert "CASE WHEN n1.title <> $after_0 THEN n1.title < $after_0 ELSE n1.id > $after_1 END" in text


def test_the_nearest_are_found_without_keeping_a_path() -> None:
    rows = Rows(Object((("far", Distance()),)))
    page = children(Reach(incoming(*LINEAGE)), order=(Key("distance"), Key("id")), members=(("edges", rows),))

    text = plan(under(page)).text

    assert "{1,18}(n1)" in text
    assert "WITH n1, min(size(e1)) AS d1 WITH * ORDER BY d1, n1.id" in text


def test_kinds_that_are_asked_something_else_are_told_apart_once() -> None:
    variants = Variants(((("Objective",), TITLE), (("Project", "Initiative"), Object((("id", Stored("id")),)))))

    made = plan(One(ById(ID), ("WorkNode",), variants))

    assert "CASE WHEN n0:Objective THEN [0, [n0.title]] WHEN n0:Project|Initiative THEN [1, [n0.id]] END" in made.text
    assert made.render([1, ["prj_1"]], {}, []) == {"id": "prj_1"}


def test_the_kind_of_one_of_several_is_told_in_its_word() -> None:
    words = KindWord((("Project", "PROJECT"), ("KeyResult", "KEY_RESULT")))

    text = plan(One(ById(ID), ("WorkNode",), Object((("kind", words),)))).text

    assert "CASE WHEN n0:Project THEN 'PROJECT' WHEN n0:KeyResult THEN 'KEY_RESULT' END" in text


def test_a_page_tells_its_rows_its_total_and_whether_it_goes_on() -> None:
    rows = Rows(Object((("at", Cursor()),)))
    members = (("all", Count()), ("rows", rows), ("info", Facts((("more", HasNext()),))))

    answer = plan(under(children(members=members))).render(
        [[[[["a"]], [["b"]], [["c"]]], 7]], {"first": 2}, [str.upper]
    )

    assert answer == {"page": {"all": 7, "rows": [{"at": "A"}, {"at": "B"}], "info": {"more": True}}}


def test_a_page_read_backwards_is_shown_forwards() -> None:
    members = (("nodes", Rows(TITLE)),)
    page = Page(incoming(PART_OF), ("Project",), AllOf(), (Key("id", descending=True),), FIRST, None, True, members)

    answer = plan(under(page)).render([[[[["z"]], [["y"]], [["x"]]], None]], {"first": 2}, [])

    assert answer == {"page": {"nodes": [{"called": "y"}, {"called": "z"}]}}


def test_a_filter_may_ask_about_the_edge() -> None:
    some = Some(outgoing(ASKS), ("Team",), Comparison(OnEdge("size"), "eq", Slot("size")))

    assert (
        "EXISTS { MATCH (n1)-[r2:ASKS]->(n2) WHERE n2:Team AND n2.space IN $reader.readable AND r2.size = $size }"
        in (plan(under(children(filter=some))).text)
    )


def test_shares_are_resolved_over_all_edges_of_the_child_and_answer_arithmetic_alone() -> None:
    members = (
        ("share", OnEdge("share", False, Form.MILLIONTHS)),
        ("resolved", ResolvedShare()),
        ("by", RelationName()),
    )

    text = plan(under(children(members=(("edges", Rows(Object(members))),)))).text

    assert "MATCH (child)-[sibling:PART_OF|CONTRIBUTES_TO]->() WITH r1, sum(sibling.share)" in text
    assert "r1.share / 1000000.0" in text
    assert "RETURN share AS v" in text


def test_the_share_of_a_path_is_the_product_along_it_and_each_edge_is_resolved_once() -> None:
    steps = EdgesOnPath(Object((("resolved", ResolvedShare()),)))
    row = Object((("share", PathShare()), ("nodes", NodesOnPath(TITLE)), ("edges", steps)))
    page = children(Paths(outgoing(*LINEAGE)), order=(), members=(("paths", Rows(row)),))

    text = plan(under(page)).text

    assert "AS step, collect([i, j]) AS uses WITH startNode(step) AS child" in text
    assert "reduce(product = 1.0, share IN s1 | product * share)" in text
    assert text.count("[sibling:") == 1


def test_shares_that_nobody_asks_for_are_not_resolved() -> None:
    row = Object((("nodes", NodesOnPath(TITLE)), ("edges", EdgesOnPath(Object((("by", RelationName()),))))))
    page = children(Paths(outgoing(*LINEAGE)), order=(), members=(("paths", Rows(row)),))

    assert "sibling" not in plan(under(page)).text


def test_one_row_more_is_read_only_where_it_is_asked_whether_the_list_goes_on() -> None:
    rows, more = ("nodes", Rows(TITLE)), ("info", Facts((("more", HasNext()),)))

    plain, asking = (plan(under(children(members=members))).text for members in ((rows,), (rows, more)))

    assert "LIMIT $first RETURN" in plain
    assert "LIMIT $first + 1 RETURN" in asking


def test_rows_that_are_counted_are_matched_once() -> None:
    members = (("all", Count()), ("nodes", Rows(TITLE)))

    text = plan(under(children(members=members, after=AFTER))).text

    assert text.count("MATCH") == 2
    assert (
        "WITH collect(n1) AS all_n1, collect(r1) AS all_r1 CALL (*) { UNWIND range(0, size(all_n1) - 1) AS i1" in text
    )
    assert "AS r1 WHERE n1.createdAt >= toInteger($after_0)" in text
    assert "size(all_n1)]" in text


def test_an_instant_is_told_as_text_and_one_that_is_not_there_as_null() -> None:
    required, optional = (Stored("createdAt", True, Form.INSTANT), Stored("startedAt", False, Form.INSTANT))

    text = plan(One(ById(ID), ("WorkItem",), Object((("a", required), ("b", optional))))).text

    assert "[toString(datetime({epochMillis: n0.createdAt}))" in text
    assert "CASE WHEN n0.startedAt IS NOT NULL THEN toString(datetime({epochMillis: n0.startedAt})) END" in text


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) SET n.x = 1 RETURN n",
        "match (n) detach delete n",
        "CREATE (n) RETURN n",
        "MATCH (n)\nREMOVE\nn.x RETURN n",
        "INSERT (n) RETURN n",
        "MATCH (n) RETURN n'' UNION MERGE (m) RETURN m",
        "FOREACH (x IN [1] | CREATE ())",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "CALL dbms.killConnection('bolt-1')",
        "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
        "call apoc.create.node([], {})",
    ],
)
def test_a_plan_that_writes_cannot_be_made(text: str) -> None:
    with pytest.raises(AssertionError, match="holds no clause that writes"):
        Plan(text, "v", (), (), None)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Set|Delete)-[r:MERGE]->(m) RETURN n.set, n.create, $use, m.remove AS v",
        "RETURN CASE WHEN n:Drop THEN 'DELETE' END",
        "CALL (*) { MATCH (offset) RETURN n.created, n.uses AS v } RETURN v",
        "CALL db.index.fulltext.queryNodes('work_words', $p0) YIELD node RETURN node",
    ],
)
def test_a_name_that_is_a_word_of_the_language_is_no_clause(text: str) -> None:
    assert Plan(text, "v", (), (), None).text == text
