"""Who may state what, as the judge of an upsert asks; the rules themselves are the caller's."""

from collections.abc import Iterable
from typing import Protocol

from ..relations import Relation
from .nodes import Node


class Permits(Protocol):
    """Each `require_…` raises NotPermitted."""

    def shows(self, space: str) -> bool:
        """Whether what lies behind this border may be seen."""
        ...

    def require_changing(self, node: Node) -> None:
        """The node may be created as it is, changed, or linked to parents."""
        ...

    def require_stating(self, kind: str, names: Iterable[str]) -> None:
        """These properties of a kind may be stated, whatever their values."""
        ...

    def require_joining(self, relation: Relation, parent: Node) -> None:
        """Such a link may lead to this parent, which may be seen."""
        ...

    def require_weighing(self, child: Node, parent: Node) -> None:
        """The link between them may say how much the child counts in the parent."""
        ...


class Unlimited:
    """For imports of the command line, which acts for whoever owns the database."""

    def shows(self, space: str) -> bool:
        return True

    def require_changing(self, node: Node) -> None: ...

    def require_stating(self, kind: str, names: Iterable[str]) -> None: ...

    def require_joining(self, relation: Relation, parent: Node) -> None: ...

    def require_weighing(self, child: Node, parent: Node) -> None: ...
