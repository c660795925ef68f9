"""Labels are added and taken away one by one, and nobody's are lost."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.fixtures.access import Caller, Granting

SHOWN = "... on NodeChanged { node { labels revision } }"


def label(caller: Caller, granting: Granting, **input: Any) -> Any:
    return caller.change("setLabels", {"id": granting.ids["Grow"], **input}, SHOWN)


def test_labels_come_after_those_that_there_are(editor: Caller, granting: Granting) -> None:
    label(editor, granting, add=["b", "a", "b"])

    done = label(editor, granting, add=["c", "a"], remove=["b", "z"])

    assert done["node"] == {"labels": ["a", "c"], "revision": 3}


def test_labels_that_many_add_at_once_are_all_there(editor: Caller, granting: Granting) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: label(editor, granting, add=[str(n)]), range(12)))

    done = label(editor, granting)
    assert (sorted(done["node"]["labels"], key=int), done["node"]["revision"]) == ([str(n) for n in range(12)], 13)


@pytest.mark.parametrize(
    ("input", "code"),
    [
        ({"add": ["a"], "remove": ["a"]}, "BAD_VALUE"),
        ({"add": ["a\0"]}, "BAD_VALUE"),
        ({"add": ["a"], "expectedRevision": 7}, "STALE_REVISION"),
        ({"id": "open", "add": ["a"]}, "WRONG_KIND"),
        ({"id": "Shrink", "add": ["a"]}, "NOT_FOUND"),
    ],
)
def test_labels_that_cannot_be_set_are_refused(
    editor: Caller, granting: Granting, input: dict[str, Any], code: str
) -> None:
    named = {**input, "id": granting.ids[input["id"]]} if "id" in input else input

    assert label(editor, granting, **named)["code"] == code
