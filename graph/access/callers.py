"""Who asks for a change of access, and by what rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..database import Transaction
from ..records.states import SpaceRole
from ..statements import Statement
from .granted import granted_now
from .principals import Principal
from .rights import Rights

ALL_SPACES = Statement("graph.access", "all_spaces", sees_all="The command line acts for whoever owns the database.")


class Caller(Protocol):
    """`own` is the principal that owns what the caller creates; None where nobody is to."""

    @property
    def own(self) -> Principal | None: ...

    async def rights(self, transaction: Transaction, workspace: str) -> Rights:
        """What the caller may do now."""
        ...


@dataclass(frozen=True)
class Bearer:
    """Whoever a token speaks for: the principals that it proves, the caller's own first. `states_money`: the token is
    meant for amounts of money too.
    """

    principals: Sequence[Principal]
    source: str | None
    states_money: bool = False

    @property
    def own(self) -> Principal | None:
        return self.principals[0]

    async def rights(self, transaction: Transaction, workspace: str) -> Rights:
        roles = (await granted_now(transaction, workspace, self.principals)).roles
        return Rights(roles, self.source, self.states_money)


@dataclass(frozen=True)
class Operator:
    """Whoever runs the command line, and so can do with the database whatever there is."""

    own: Principal | None = None

    async def rights(self, transaction: Transaction, workspace: str) -> Rights:
        row = await transaction.row(*ALL_SPACES.given(ws=workspace))
        return Rights(dict.fromkeys(row[0] if row else (), SpaceRole.OWNER), states_money=True)
