"""The edges that a ring or a long line could run over, beside some new ones."""

from collections.abc import Collection

from ..database import Transaction
from ..statements import Statement
from .rings import Step

KIN = Statement("graph.writing", "kin", sees_all="A ring may run over what is hidden; the judge alone sees it.")


async def kin_of(transaction: Transaction, steps: Collection[Step]) -> set[Step]:
    """All edges above the parents, and within their rank all below the children; the new ones too once written."""
    kin = {"parents": sorted({step.parent for step in steps}), "children": sorted({step.child for step in steps})}
    row = await transaction.row(*KIN.given(kin=kin))
    return {Step(child, relation, parent) for child, relation, parent in row[0]} if row else set()
