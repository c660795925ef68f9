"""A cursor opens only for the list that it was made for."""

import pytest

from graph.reading.cursors import Cursors
from graph.refusals import BadCursor

CURSORS = Cursors(b"one secret")
KEYS = "1735689600000\x1fitm_1"


def test_a_cursor_opens_for_its_own_list() -> None:
    assert CURSORS.open(CURSORS.sealer("oldest")(KEYS), "oldest") == KEYS


@pytest.mark.parametrize(
    "cursor",
    [
        CURSORS.sealer("newest")(KEYS),  # of another order
        Cursors(b"another secret").sealer("oldest")(KEYS),  # of another service
        CURSORS.sealer("oldest")(KEYS)[:-8],  # cut
        "x" + CURSORS.sealer("oldest")(KEYS)[1:],  # edited
        "",
        "?",
        "é",
        "AAAA",
        "\ud800",
    ],
)
def test_any_other_cursor_is_refused_with_one_message(cursor: str) -> None:
    with pytest.raises(BadCursor, match="start again without it"):
        CURSORS.open(cursor, "oldest")
