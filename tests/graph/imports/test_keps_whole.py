"""The import of enhancement proposals against a real database, and beside a plain reading of the same file.

The reading knows nothing of ours: it takes the file as JSON, and each proposal as YAML.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml

from api.imports.keps.importing import import_keps
from api.imports.keps.source import NotTheProposals
from api.imports.report import Report
from api.local.address import LocalServer
from graph.database import Database
from graph.writing.stated import Outcome
from graph.writing.workspaces import create_workspace
from tests.fixtures.questions import with_database

FILE = Path('/work/shared/data/keps.json')
STATUSES = {
    "provisional": "PROPOSED",
    "implementable": "ACTIVE",
    "implemented": "COMPLETED",
    "deferred": "ON_HOLD",
    "rejected": "CANCELLED",
    "withdrawn": "CANCELLED",
    "replaced": "CANCELLED",
}
WORDS_FOR_NONE = {"n/a", "none", "todo", "tbd", ""}

Reading = dict[str, dict[str, Any]]


def plain() -> tuple[Reading, dict[str, str]]:
    """The proposals whose status is a word for one, by their folders; and of the others, what is in the way."""
    taken, others = {}, {}
    for kep in json.loads(FILE.read_text())["keps"]:
        folder = kep["path"].replace("/kep.yaml", "")
        try:
            said = yaml.safe_load(kep["raw"])
        except ValueError as fault:
            others[folder] = str(fault)
            continue
        if said["status"] in STATUSES:
            taken[folder] = said
        else:
            others[folder] = said["status"]
    return taken, others


def named(said: dict[str, Any], field: str) -> list[str]:
    return [text for text in said.get(field) or [] if text.lower() not in WORDS_FOR_NONE]


def folder_of(text: str) -> str:
    return re.sub(r"(/README\.md|/kep\.yaml|/)$", "", text.strip('"').lstrip("/"))


def imported(server: LocalServer, workspace: str, path: Path = FILE) -> Report:
    async def work(database: Database) -> Report:
        await create_workspace(database, id=workspace, name=workspace, timeout=30)
        return await import_keps(database, workspace, path, lambda done, total: None)

    report: Report = with_database(server, work)
    return report


@dataclass(frozen=True)
class Twice:
    """The file imported twice into one workspace."""

    server: LocalServer
    workspace: str
    first: Report
    entries: int
    second: Report

    def value(self, text: str, **parameters: Any) -> Any:
        given = {"ws": self.workspace, **parameters}
        return with_database(self.server, lambda database: database.value(text, given, timeout=30))


@pytest.fixture(scope="module")
def twice(neo4j: LocalServer) -> Twice:
    workspace, last = f"keps-{uuid4().hex}", "MATCH (k:Workspace {id: $ws}) RETURN k.seq"
    first = imported(neo4j, workspace)
    entries = with_database(neo4j, lambda database: database.value(last, {"ws": workspace}, 30))
    return Twice(neo4j, workspace, first, entries, imported(neo4j, workspace))


def counted(report: Report) -> dict[str, int]:
    return {sort: found[Outcome.CREATED] for sort, found in report.counts().items()}


def test_there_is_as_much_of_everything_as_a_plain_reading_finds(twice: Twice) -> None:
    taken, _ = plain()
    groups = json.loads(FILE.read_text())["groups"]
    authors = {text.strip("@“”") for said in taken.values() for text in said["authors"] if " " not in text}
    speakers = {handle for group in groups for handle in (group["chairs"] or []) + (group["tech_leads"] or [])}
    stages = sum(len(said.get("milestone") or {}) for said in taken.values())

    found = counted(twice.first)

    assert len(taken) > 80
    assert found["Initiative"] == len(taken)
    assert found["Team"] == len(groups)
    assert found["Person"] == len({handle.strip("@“”") for handle in authors | speakers})
    assert found["WorkItem"] == found["CONTRIBUTES_TO"] == stages
    assert {outcome for rows in twice.first.counts().values() for outcome in rows} == {Outcome.CREATED}


def test_titles_and_statuses_are_those_of_the_file(twice: Twice) -> None:
    taken, _ = plain()
    text = """
        MATCH (n:Initiative {ws: $ws})
        MATCH (r:ExternalReference {node: n.id, role: 'IDENTITY'})
        RETURN collect([r.externalId, n.title, n.status, n.sourceStatus])
    """

    found = {folder: rest for folder, *rest in twice.value(text)}

    assert found == {
        folder: [said["title"], STATUSES[said["status"]], said["status"]] for folder, said in taken.items()
    }


def test_owners_are_the_group_the_authors_and_the_groups_that_take_part(twice: Twice) -> None:
    taken, _ = plain()
    known = {group["dir"] for group in json.loads(FILE.read_text())["groups"]}
    text = """
        MATCH (n:Initiative {ws: $ws})-[e:OWNED_BY]->(o)
        MATCH (r:ExternalReference {node: n.id, role: 'IDENTITY'})
        MATCH (i:ExternalReference {node: o.id, role: 'IDENTITY'})
        RETURN collect([r.externalId, e.role, i.externalId])
    """

    found = Counter(map(tuple, twice.value(text)))

    expected = Counter[tuple[str, ...]]()
    for folder, said in taken.items():
        others = {name for name in said.get("participating-sigs") or [] if name in known} - {said["owning-sig"]}
        authors = {text.strip("@“”") for text in said["authors"] if " " not in text}
        expected.update({(folder, "ACCOUNTABLE", said["owning-sig"]): said["owning-sig"] in known})
        expected.update((folder, "CONTRIBUTOR", name) for name in others)
        expected.update((folder, "LEAD", name) for name in authors)
    assert found == +expected


def test_what_is_replaced_is_superseded(twice: Twice) -> None:
    taken, _ = plain()
    text = """
        MATCH (n:Initiative {ws: $ws})-[:SUPERSEDES]->(o)
        MATCH (r:ExternalReference {node: n.id, role: 'IDENTITY'})
        MATCH (i:ExternalReference {node: o.id, role: 'IDENTITY'})
        RETURN collect([r.externalId, i.externalId])
    """

    found = sorted(twice.value(text))

    replaced = [(folder, folder_of(text)) for folder, said in taken.items() for text in named(said, "replaces")]
    assert len(found) == 4
    assert found == sorted([folder, other] for folder, other in replaced if other in taken)


def test_see_also_is_a_reference_to_a_proposal_or_to_a_page(twice: Twice) -> None:
    taken, _ = plain()
    text = """
        MATCH (n:Initiative {ws: $ws})
        MATCH (r:ExternalReference {node: n.id, role: 'IDENTITY'})
        MATCH (l:ExternalReference {node: n.id, role: 'LINK'}) WHERE l.externalType <> 'issue'
        RETURN collect([r.externalId, l.externalType, l.externalId, l.url])
    """

    found = {tuple(row) for row in twice.value(text)}

    expected = set[tuple[str | None, ...]]()
    for folder, said in taken.items():
        for text in named(said, "see-also"):
            own = re.sub(r"^https://github\.com/kubernetes/enhancements/(tree|blob)/master/", "", text)
            if folder_of(own) in taken:
                expected.add((folder, "proposal", folder_of(own), None))
            elif address := re.search(r"https?://[^\s)]+", text):
                expected.add((folder, "page", address[0], address[0]))
    assert len(found) > 50
    assert found == expected


def test_all_that_leads_nowhere_and_all_that_was_kept_out_is_listed(twice: Twice) -> None:
    taken, others = plain()

    rows = list(twice.first.kept_out())

    listed = {row["what"] for row in rows if row["reason"].startswith("proposals")}
    assert listed == set(others)
    assert len(others) == 7
    told = {row["what"]: row["reason"] for row in rows}
    assert told["keps/sig-api-machinery/4355-coordinated-leader-election"].endswith("month must be in 1..12")
    assert "'imlpemented'" in told["keps/sig-node/2625-cpumanager-policies-thread-placement"]
    nowhere = Counter(row["what"] for row in rows if "lead nowhere" in row["reason"])
    for folder, said in taken.items():
        for text in named(said, "replaces"):
            assert (folder_of(text) in taken) != (nowhere[f"{text} in {folder}"] > 0)


FULL = """
    MATCH (r:ExternalReference {ws: $ws, role: 'IDENTITY', externalId: $id})
    MATCH (n:Node {id: r.node})
    CALL (n) { MATCH (n)<-[:CONTRIBUTES_TO]-(c) WITH c ORDER BY c.title
               RETURN collect([c.title, c.flowState, c.labels, c.itemType]) AS stages }
    RETURN [n.title, n.status, n.stateCategory, stages]
"""


@pytest.mark.parametrize(
    ("folder", "record"),
    [
        ("keps/sig-scheduling/583-coscheduling", ["Coscheduling", "PROPOSED", "NOT_STARTED", []]),
        (
            "keps/sig-scheduling/4671-gang-scheduling",
            [
                "Gang Scheduling",
                "ACTIVE",
                "IN_PROGRESS",
                [
                    ["Gang Scheduling: alpha", "DONE", ["v1.35"], "stage"],
                    ["Gang Scheduling: beta", "ACTIVE", ["v1.37"], "stage"],
                    ["Gang Scheduling: stable", "NEW", ["v1.38"], "stage"],
                ],
            ],
        ),
    ],
)
def test_a_record_is_whole(twice: Twice, folder: str, record: list[Any]) -> None:
    assert twice.value(FULL, id=folder) == record


def test_importing_again_changes_nothing(twice: Twice) -> None:
    outcomes = {outcome for found in twice.second.counts().values() for outcome in found}

    assert outcomes == {Outcome.UNCHANGED}
    assert twice.second.closed == 0
    assert twice.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq") == twice.entries
    assert twice.second.remarks == twice.first.remarks


@pytest.mark.parametrize("text", ["[]", "{", '{"keps": [{"path": 1}]}'])
def test_a_file_of_another_sort_is_refused(neo4j: LocalServer, tmp_path: Path, text: str) -> None:
    path = tmp_path / "keps.json"
    path.write_text(text)

    with pytest.raises(NotTheProposals, match=r"docs/keps\.md"):
        imported(neo4j, f"keps-{uuid4().hex}", path)
