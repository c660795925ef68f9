"""Why a request is refused before anything of it is run."""

from graph.refusals import Refused

from .bounds import Bound


class TooBroad(Refused):
    """A document that holds too many of something."""

    code = "TOO_BROAD"

    def __init__(self, bound: Bound) -> None:
        super().__init__(f"A request has at most {bound.most:,} {bound.things}: {bound.way_out}.")


class TooDeep(Refused):
    """A document, or a value, that holds too much inside itself."""

    code = "TOO_DEEP"

    def __init__(self, bound: Bound) -> None:
        super().__init__(f"A request has at most {bound.most:,} {bound.things}: {bound.way_out}.")


class TooCostly(Refused):
    """A request that could read too much."""

    code = "TOO_COSTLY"

    def __init__(self, asked: int, most: int, advice: str) -> None:
        super().__init__(f"This can cost {asked:,} points, and one request may cost {most:,}: {advice}.")


class NotServed(Refused):
    """A request that is well-formed, and of a sort that is not served."""

    code = "BAD_REQUEST"


class Undetermined(Refused):
    """A document with several operations, of which none was named."""

    code = "OPERATION_RESOLUTION_FAILURE"
