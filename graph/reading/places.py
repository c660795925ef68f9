"""The names of a statement's variables: each place where a node stands has its own set."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the statement a node stands; all its variables carry its depth.

    A guard narrows the node to the kinds that are being told, so that no other kind is expanded.
    A row of a page knows which page of the statement it is of, and an edge on a path what its share is.
    """

    depth: int
    guard: str = ""
    page: int = -1
    share: str = ""

    @property
    def node(self) -> str:
        return f"n{self.depth}"

    @property
    def edge(self) -> str:
        return f"r{self.depth}"

    @property
    def edges(self) -> str:
        """The edges of the path that led here, all together."""
        return f"e{self.depth}"

    @property
    def midst(self) -> str:
        """A node on the path that led here."""
        return f"m{self.depth}"

    @property
    def top(self) -> str:
        """The node that a list of nodes below it starts from."""
        return f"t{self.depth}"

    @property
    def said(self) -> str:
        """What says which node is meant."""
        return f"x{self.depth}"

    @property
    def turn(self) -> str:
        """Whose turn it is, where rows are taken from a list by their number."""
        return f"i{self.depth}"

    @property
    def path(self) -> str:
        return f"p{self.depth}"

    @property
    def shares(self) -> str:
        """The resolved shares of the path's edges, in their order."""
        return f"s{self.depth}"

    @property
    def distance(self) -> str:
        return f"d{self.depth}"

    @property
    def score(self) -> str:
        """How well the node matches what is searched for."""
        return f"s{self.depth}"

    def next(self, page: int = -1) -> "Place":
        return Place(self.depth + 1, page=page)

    def on_path(self) -> "Place":
        """An edge of the path that led here, whose turn it is."""
        there = self.next()
        return replace(there, share=f"{self.shares}[{there.turn}]")

    def guarded(self, labels: str) -> "Place":
        return replace(self, guard=f":{labels}")
