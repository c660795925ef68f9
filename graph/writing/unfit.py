"""One item of a change is refused while the others are carried out."""

from ..refusals import Refused


class Unfit(Refused):
    """This item cannot be taken as it was stated. The message says what to do, and nothing of what may be hidden."""

    def __init__(self, code: str, message: str, path: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.path = code, path
