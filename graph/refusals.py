"""Why a question or a change is refused. Every message says what to do next."""


class Refused(Exception):
    """The caller asked for something that cannot be given. `code` names the reason for programs."""

    code = "BAD_INPUT"


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


class Missing(Exception):
    """A fault of the data: the graph lacks a value that is never null."""
