"""The last statement of a change: takes the turn, verifies what was gathered, and writes all of it."""

from collections.abc import Mapping

from ..database import Stale, Transaction
from ..statements import Statement
from .effects import Effects
from .kin import kin_of
from .rings import hold_together

TURN = Statement("graph.writing", "turn", sees_all="It takes the workspace's turn and reads nothing.")
SETTLE = Statement("graph.writing", "settle", sees_all="It writes what was judged; what it verifies stays in it.")

BLOCKS = ("create", "twin", "change", "move", "unrefer", "refer", "close", "open", "enter", "configure")
"""The blocks that say how many rows they wrote, in the order in which they say it."""


class BrokenStore(Exception):
    """The store is not whole: a statement did not find what must be there. Nothing was written."""


async def take_turn(transaction: Transaction, workspace: str) -> None:
    """Waits for all other writers of the workspace, and keeps them waiting until the transaction ends."""
    await transaction.row(*TURN.given(change={"ws": workspace}))


async def settle(transaction: Transaction, effects: Effects, record: Mapping[str, object]) -> tuple[int, int]:
    """Writes the effects, and the answer under its key. Answers the last entry of the feed and the instant.

    `record` has key, hash, by and client. Raises Stale where what was gathered no longer holds.
    """
    blocks = {name: getattr(effects, name) for name in BLOCKS}
    own = {"ws": effects.workspace, "entries": effects.entries, "answer": effects.answer, "expect": effects.expect}
    row = await transaction.row(*SETTLE.given(change={**record, **own, **blocks}))
    if row is None:
        raise Stale
    seq, at, written = row
    if written != [len(rows) for rows in blocks.values()]:
        raise BrokenStore(
            f"Of {', '.join(BLOCKS)}, {written} rows were written: the store of {effects.workspace} lacks some."
        )
    if effects.steps and not hold_together(await kin_of(transaction, effects.steps), effects.steps):
        raise Stale
    return seq, at
