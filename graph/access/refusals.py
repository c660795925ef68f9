"""Why a change of access is refused, and who may make one."""

from ..refusals import NotFound, NotPermitted, Refused
from ..writing.nodes import Node
from .rights import Rights


class LastOwner(Refused):
    """A space would be left without an owner."""

    code = "LAST_OWNER"

    def __init__(self) -> None:
        super().__init__("This is the space's last owner: make somebody else its owner first.")


class NoSuchGrant(Refused):
    """There is nothing to take away."""

    code = "NO_SUCH_GRANT"

    def __init__(self) -> None:
        super().__init__("No role on this space was granted to them: look at the space's grants for who has one.")


class MoneyForbidden(Refused):
    """The token is not meant for stating money. `field` names the property."""

    code = "FORBIDDEN"

    def __init__(self, field: str) -> None:
        super().__init__(f"Stating `{field}` needs the scope cost:write: ask for a token that has it, or leave it out.")
        self.path = ("input", field)


def owned_space(rights: Rights, asked: str, space: Node | None) -> Node:
    """The space, for its owner. Whoever may not read it is told what they are told of one that does not exist.

    Raises NotFound, NotPermitted.
    """
    if space is None or not rights.may_read(space.id):
        raise NotFound("space", asked)
    if not rights.may_own(space.id):
        raise NotPermitted("You need the role OWNER on this space: ask one of its owners.")
    return space
