"""Whether a workspace is whole: live graph, trail and feed say the same, and the rules hold. In Cypher of its own."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from graph.database import Database
from tests.graph.writing.replaying import Replayed, replayed

FOR_EVER = 253402300799000
MILLION = 1_000_000
ACYCLIC = (("PART_OF", "CONTRIBUTES_TO"), ("WITHIN",), ("SUBTEAM_OF",), ("CONTINUES",))
SINGLE = ("PART_OF", "IN_PERIOD", "WITHIN", "SUBTEAM_OF")
LONGEST = {0: 6, 1: 0, 2: 3, 3: 3, 4: 2}
INSTANTS = ("validFrom", "validTo", "recordedAt", "closedAt", "retractedAt")

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Whole:
    """What a workspace holds: nodes by id, and edges and references as the store has them."""

    nodes: Mapping[str, dict[str, Any]]
    edges: Rows
    references: Rows
    feed: Rows
    seq: int
    at: int


async def whole_of(database: Database, ws: str) -> Whole:
    """All of it. Raises AssertionError where it is not in order."""

    async def rows(text: str) -> Rows:
        return [row[0] for row in await database.rows(text, {"ws": ws, "ever": FOR_EVER}, timeout=60)]

    workspace = (await rows("MATCH (k:Workspace {id: $ws}) RETURN k {.*}"))[0]
    nodes = await rows("MATCH (n:Node WHERE n.ws = $ws) RETURN n {.*, kinds: labels(n)}")
    edges = await rows(
        "MATCH (c:Node WHERE c.ws = $ws)-[r]->(p) RETURN r {.*, starts: c.id, relation: type(r), ends: p.id,"
        " ranks: [c.rank, p.rank], ws: p.ws}"
    )
    references = await rows("MATCH (r:ExternalReference WHERE r.ws = $ws) RETURN r {.*}")
    feed = await rows("MATCH (c:Change WHERE c.ws = $ws) RETURN c {.*, kinds: labels(c)} ORDER BY c.seq")
    whole = Whole(by(nodes, "id"), edges, references, feed, workspace["seq"], workspace["at"])
    trail = await rows("MATCH (t:Trail WHERE t.ws = $ws) RETURN t {.*}")
    ever = await rows(
        "MATCH (c:Trail WHERE c.ws = $ws)-[r]->(p:Trail) RETURN r {.*, starts: c.id, relation: type(r), ends: p.id}"
    )
    require_feed(whole)
    require_twins(whole, trail)
    require_timelines(whole)
    require_edges(whole, ever)
    require_replay(whole, replayed(feed))
    require_rules(whole)
    return whole


def by(rows: Rows, name: str) -> dict[str, dict[str, Any]]:
    found = {row[name]: row for row in rows}
    assert len(found) == len(rows)
    return found


def require_feed(whole: Whole) -> None:
    """One entry for each number from 1, in the order of time."""
    assert [entry["seq"] for entry in whole.feed] == list(range(1, whole.seq + 1))
    instants = [entry["recordedAt"] for entry in whole.feed]
    assert instants == sorted(instants)
    assert not instants or instants[-1] <= whole.at
    assert all(entry["client"] for entry in whole.feed)


def require_twins(whole: Whole, trail: Rows) -> None:
    """Whatever can have edges has its twin on the trail, in the same space or in that which it was archived from."""
    alike = ("id", "ws", "rank", "createdAt")
    mine = {
        (node["space"].removeprefix("~"), *(node.get(name) for name in alike))
        for node in whole.nodes.values()
        if "CheckIn" not in node["kinds"]
    }
    assert {(twin["space"], *(twin.get(name) for name in alike)) for twin in trail} == mine
    for twin in trail:
        since, until = twin.get("archivedFrom", []), twin.get("archivedTo", [])
        is_archived = len(since) > len(until)
        assert whole.nodes[twin["id"]].get("archivedAt") == (since[-1] if is_archived else None)
        assert is_archived == whole.nodes[twin["id"]]["space"].startswith("~")
        turns = sorted(since + until)
        assert (turns[::2], turns[1::2]) == (since, until)
    assert all(twin["kind"] in whole.nodes[twin["id"]]["kinds"] for twin in trail)


def require_timelines(whole: Whole) -> None:
    """The revisions of a node follow each other without a gap, and the open one is the live node."""
    timelines: defaultdict[str, Rows] = defaultdict(list)
    for entry in whole.feed:
        if "Revision" in entry["kinds"]:
            timelines[entry["node"]].append(entry)
    assert timelines.keys() == whole.nodes.keys()
    for identifier, revisions in timelines.items():
        node, last = whole.nodes[identifier], revisions[-1]
        assert [revision["revision"] for revision in revisions] == list(range(1, len(revisions) + 1))
        ends = [revision["validTo"] for revision in revisions]
        assert ends == [revision["validFrom"] for revision in revisions[1:]] + [FOR_EVER]
        assert ends == [revision["closedAt"] for revision in revisions]
        assert all(revision["validFrom"] == revision["recordedAt"] for revision in revisions)
        assert {revision["retractedAt"] for revision in revisions} == {FOR_EVER}
        assert (node["since"], node["updatedAt"], node["revision"]) == (last["validFrom"],) * 2 + (len(revisions),)
        assert node["createdAt"] == revisions[0]["validFrom"]
        assert held_by(node) == held_by(last) | described_by(revisions)
        mine = [reference for reference in whole.references if reference["node"] == identifier]
        assert Counter(map(text_of, mine)) == Counter(map(tuple, read_references(last)))
        assert {reference["space"] for reference in mine} <= {node["space"]}


def held_by(row: Mapping[str, Any]) -> dict[str, Any]:
    beside = {"id", "kinds", "since", "createdAt", "updatedAt", "revision", "node", "seq", "change", "sets", "by"}
    return {name: value for name, value in row.items() if name not in beside | {"client", "references", *INSTANTS}}


def described_by(revisions: Rows) -> dict[str, Any]:
    """The description is only in the revisions that state it."""
    told = [revision for revision in revisions if "Described" in revision["kinds"]]
    assert all("description" in revision["sets"] for revision in told)
    return {"description": told[-1]["description"]} if told and "description" in told[-1] else {}


def read_references(revision: Mapping[str, Any]) -> list[list[Any]]:
    return [orjson.loads(text) for text in revision["references"]]


def text_of(reference: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(reference.get(name) for name in ("role", "source", "externalType", "externalId", "url", "statedBy"))


def require_edges(whole: Whole, ever: Rows) -> None:
    """The live edges are those of the trail that are open now."""
    now = [edge for edge in ever if edge["validTo"] == FOR_EVER and edge["retractedAt"] == FOR_EVER]
    assert all((edge["closedAt"] == FOR_EVER) == (edge in now) for edge in ever)
    assert all(edge["relation"].startswith("T_") for edge in ever)
    strange = {*INSTANTS, "since", "child", "ranks", "ws"}

    def plain(edge: Mapping[str, Any], since: str, relation: str) -> tuple[Any, ...]:
        rest = {name: value for name, value in edge.items() if name not in strange | {"relation"}}
        return (edge[since], relation, sorted(rest.items()))

    live = [plain(edge, "since", edge["relation"]) for edge in whole.edges]
    assert sorted(live) == sorted(plain(edge, "validFrom", edge["relation"][2:]) for edge in now)


def require_replay(whole: Whole, told: Replayed) -> None:
    """The feed alone tells what holds now."""
    assert told.nodes == {identifier: held_by(node) for identifier, node in whole.nodes.items()}
    edges = {edge["id"]: (edge["starts"], edge["relation"], edge["ends"]) for edge in whole.edges}
    assert told.edges == edges


def require_rules(whole: Whole) -> None:
    """One parent where there may be but one, shares of at most 1, no ring, no line that is too long."""
    for edge in whole.edges:
        assert edge.get("child") == (edge["starts"] if edge["relation"] in SINGLE else None)
    single = Counter((edge["starts"], edge["relation"]) for edge in whole.edges if edge["relation"] in SINGLE)
    assert not single or max(single.values()) == 1
    shares: Counter[str] = Counter()
    for edge in whole.edges:
        shares[edge["starts"]] += edge.get("share") or 0
        assert edge["ws"] == whole.nodes[edge["starts"]]["ws"]
        one, other = whole.nodes[edge["starts"]], whole.nodes[edge["ends"]]
        assert one.get("archivedBy") == other.get("archivedBy"), "an edge between what is live and what is archived"
    assert not shares or max(shares.values()) <= MILLION
    for relations in ACYCLIC:
        longest_lines([edge for edge in whole.edges if edge["relation"] in relations])
    for rank, most in LONGEST.items():
        within = [edge for edge in whole.edges if edge["relation"] in ACYCLIC[0] and edge["ranks"] == [rank, rank]]
        assert longest_lines(within) <= most


def longest_lines(edges: Rows) -> int:
    """The edges of the longest line. Raises AssertionError at a ring."""
    above: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        above[edge["starts"]].append(edge["ends"])
    length: dict[str, int] = {}

    def climb(node: str, below: tuple[str, ...]) -> int:
        assert node not in below, f"a ring: {below}"
        if node not in length:
            length[node] = max((1 + climb(parent, (*below, node)) for parent in above.get(node, ())), default=0)
        return length[node]

    return max((climb(node, ()) for node in list(above)), default=0)
