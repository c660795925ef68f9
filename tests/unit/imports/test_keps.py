"""What proposals name, and where their stages stand."""

import pytest

from api.imports.keps.links import Named, named
from api.imports.keps.people import handle_in
from api.imports.keps.source import Raw, proposals
from api.imports.keps.stages import flow_state
from graph.records.states import FlowState, LifecycleStatus

KNOWN = frozenset({"keps/sig-node/1-pods"})


@pytest.mark.parametrize(
    "text",
    [
        "/keps/sig-node/1-pods",
        "keps/sig-node/1-pods/",
        "keps/sig-node/1-pods/README.md",
        '/keps/sig-node/1-pods/kep.yaml"',
        "https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/1-pods",
    ],
)
def test_a_proposal_is_named_by_its_folder_however_that_is_written(text: str) -> None:
    assert named(text, KNOWN) == Named(proposal="keps/sig-node/1-pods")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a - The design", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("[The design](https://example.org/a)", "https://example.org/a"),
    ],
)
def test_a_page_is_named_by_its_address(text: str, url: str) -> None:
    assert named(text, KNOWN) == Named(url=url)


@pytest.mark.parametrize("text", ["/keps/sig-node/2-gone", "KEP-32", "6090"])
def test_what_is_neither_leads_nowhere(text: str) -> None:
    assert named(text, KNOWN) == Named()


@pytest.mark.parametrize("text", ["n/a", "N/A", "none", "TODO", "TBD", ""])
def test_a_word_for_nothing_names_nothing(text: str) -> None:
    assert named(text, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "handle"), [("@ann", "ann"), ("“@ann-1”", "ann-1"), ("ann", "ann"), ("with input from @ann", None)]
)
def test_an_author_is_a_handle_or_nobody_known(text: str, handle: str | None) -> None:
    assert handle_in(text) == handle


@pytest.mark.parametrize(
    ("name", "current", "status", "state"),
    [
        ("alpha", "beta", "ACTIVE", "DONE"),
        ("beta", "beta", "ACTIVE", "ACTIVE"),
        ("stable", "beta", "ACTIVE", "NEW"),
        ("stable", "stable", "COMPLETED", "DONE"),
        ("alpha", "alpha", "PROPOSED", "NEW"),
        ("alpha", "alpha", "ON_HOLD", "WAITING"),
        ("alpha", "alpha", "CANCELLED", "CANCELLED"),
        ("beta", "alpha", "CANCELLED", "CANCELLED"),
        ("alpha", None, "ACTIVE", "NEW"),
        ("alpha", None, "COMPLETED", "DONE"),
        ("alpha", "alpha|beta|stable", "PROPOSED", "NEW"),
    ],
)
def test_a_stage_stands_where_the_proposal_says(name: str, current: str | None, status: str, state: str) -> None:
    assert flow_state(name, current, LifecycleStatus[status]) is FlowState[state]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("title: [", "flow node"),
        ("creation-date: 2025-13-01", "month"),
        ("title: A", "kep-number: Field required"),
        ("- a", "valid dictionary"),
    ],
)
def test_a_proposal_that_cannot_be_read_says_why_and_keeps_out_no_other(raw: str, said: str) -> None:
    good = "title: A\nkep-number: 1\nstatus: provisional\nowning-sig: sig-node\n"

    read = proposals([Raw(path="a/kep.yaml", raw=raw), Raw(path="b/kep.yaml", raw=good)])

    assert said in read.broken["a"]
    assert read.proposals["b"].title == "A"
