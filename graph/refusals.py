"""Why a question or a change is refused. Every message says what to do next."""


class Refused(Exception):
    """The caller asked for something that cannot be given. `code` names the reason for programs, `path` the argument
    that it is about, from the field on, where it is about one.
    """

    code = "BAD_INPUT"
    path: tuple[str, ...] = ()


class BadCursor(Refused):
    """A cursor that we did not make for this order and filter. One message for all such: it tells nothing else."""

    code = "BAD_CURSOR"

    def __init__(self) -> None:
        super().__init__("This cursor belongs to no such list: start again without it.")


class BadPage(Refused):
    """A page of a size that is not served."""

    code = "BAD_PAGE"

    def __init__(self, asked: int, most: int) -> None:
        super().__init__(
            f"A page has 0 to {most} rows; {asked} were asked for: ask for at most {most} and follow the cursor."
        )


class TooMany(Refused):
    """More things at once than are served."""

    def __init__(self, things: str, asked: int, most: int) -> None:
        super().__init__(f"At most {most} {things} are answered at once; {asked} were given: ask several times.")


class Missing(Exception):
    """A fault of the data: the graph lacks a value that is never null."""


class NotFound(Refused):
    """There is no such thing, or none that the caller may see: one answer for both."""

    code = "NOT_FOUND"

    def __init__(self, what: str, asked: str) -> None:
        super().__init__(f"There is no {what} with the id {asked[:100]!r} that you may see: is the id right?")


class NotPermitted(Refused):
    """The caller may see it, and not change it."""

    code = "NOT_PERMITTED"


class StaleRevision(Refused):
    """Somebody changed the node in between. `node` is its id."""

    code = "STALE_REVISION"

    def __init__(self, node: str, revision: int) -> None:
        super().__init__(
            f"It is at revision {revision} by now: look at what has changed, and send that as expectedRevision."
        )
        self.node = node
