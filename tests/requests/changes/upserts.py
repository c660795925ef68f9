"""Upserts as a client writes them."""

from typing import Any

from tests.fixtures.access import Caller

SELECT = """... on WorkUpserted {
    results { path outcome id code message hint docs }
    counts { created updated unchanged refused closed }
} ... on UpsertRefused { items { path outcome id code message hint docs } }"""


def named(external_id: str, source: str | None = None) -> dict[str, Any]:
    """What it is called in the source itself, or in another one."""
    reference = {"externalType": "thing", "externalId": external_id}
    return {"reference": reference if source is None else {**reference, "source": source}}


def a_node(external_id: str, kind: str, holds: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"externalType": "thing", "externalId": external_id, "holds": {kind: holds}, **more}


def work(external_id: str, kind: str = "objective", space: str | None = None, **holds: Any) -> dict[str, Any]:
    """Work called as its id, with what its kind cannot be without; `space` by its id."""
    needed = {"flowState": "NEW"} if kind == "workItem" else {} if kind == "keyResult" else {"status": "ACTIVE"}
    stated = a_node(external_id, kind, {"title": external_id, **needed, **holds})
    return stated if space is None else {**stated, "space": {"id": space}}


def link(relation: str, parent: dict[str, Any], **holds: Any) -> dict[str, Any]:
    return {"relation": relation, "parent": parent, **holds}


def links(child: dict[str, Any], *stated: dict[str, Any]) -> dict[str, Any]:
    return {"child": child, "links": list(stated)}


def upsert(caller: Caller, *nodes: Any, children: Any = (), source: str = "tracker", **more: Any) -> Any:
    """What comes of an upsert. `more` are its other arguments: `atomic`, and those of the mutation."""
    given = {"source": source, "nodes": list(nodes), "children": list(children)}
    if "atomic" in more:
        given["atomic"] = more.pop("atomic")
    return caller.change("upsertWork", given, SELECT, **more)


def outcomes(done: Any) -> list[str]:
    """What became of each item: the outcome, or why it was refused."""
    assert done["__typename"] == "WorkUpserted", done
    return [result["code"] or result["outcome"] for result in done["results"]]


def refusals(done: Any) -> list[tuple[str, str]]:
    """Where the items stand that were refused, and why."""
    assert done["__typename"] == "UpsertRefused", done
    return [(" ".join(item["path"][1:]), item["code"]) for item in done["items"]]


def parents_of(caller: Caller, external_id: str) -> list[dict[str, Any]]:
    """The edges that lead up from a thing of the tracker."""
    text = """query($id: String!) { workNodeByReference(source: "tracker", type: "thing", externalId: $id) {
        parents { edges { relation share weight node { id title } } } } }"""
    told = caller.data(text, id=external_id)["workNodeByReference"]
    return sorted(told["parents"]["edges"], key=lambda edge: str(edge["node"]["title"]))
