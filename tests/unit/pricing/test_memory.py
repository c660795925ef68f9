"""Documents that nobody asks again leave nothing behind."""

import gc
import resource
from collections.abc import Iterator

from tests.fixtures.pricing import Asking

HOSTILE = 10_000

GROWTH = 200
"""Megabytes by which the process may grow: what a full store of documents takes, and then some."""


def hostile() -> Iterator[str]:
    """Distinct documents: ones that fit, long ones, ones with errors, and ones that are refused for their size."""
    for i in range(1_000):
        yield f"{{ a{i}: objectives {{ nodes {{ b{i}: title }} }} }}"
        yield f'{{ objective(id: "{i}{"x" * 10_000}") {{ id }} }}'
        yield f"{{ objectives {{ nodes {{ x{i} }} }} }}"
        yield f"{{ x{i} {'a ' * 100} }}"
        yield from (f"{{ x{i}_{j} " + "{ a " * 40 + "}" * 40 + " }" for j in range(3))
        yield from (f"{{ ...A{i}_{j} }} fragment A{i}_{j} on Query {{ ...A{i}_{j} }}" for j in range(3))


def grown() -> float:
    """The most that the process ever took, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_ten_thousand_hostile_documents_leave_memory_bounded() -> None:
    asking = Asking()
    asking("{ objectives { nodes { title } } }")
    gc.collect()
    before = grown()

    asked = sum(asking(document) is not None for document in hostile())

    documents = asking.schema.documents
    assert asked == HOSTILE
    assert len(documents.kept) <= documents.most
    assert sum(map(len, documents.kept)) == documents.length <= documents.room
    assert grown() - before < GROWTH


def test_a_document_with_errors_is_not_kept() -> None:
    asking = Asking()

    asking("{ objectives { nodes { titel } } }")
    asking("{ " + "a " * 900 + "}")

    assert not asking.schema.documents.kept
