"""What the import could not take as it stands: each thing as a remark, so that nothing is dropped in silence."""

from dataclasses import dataclass
from enum import Enum


class Fate(Enum):
    """What became of it. The value is the heading that the report gives it."""

    NO_PLACE = "Without a place in the model, so not taken"
    KEPT_OUT = "Kept out, because it cannot be understood"
    ADAPTED = "Taken, but not as it stands"


@dataclass(frozen=True)
class Remark:
    """One such thing: what sort of thing it is, an example of it, and for how many it stands."""

    fate: Fate
    sort: str
    example: str
    count: int = 1


def no_place(sort: str, example: str, count: int = 1) -> Remark:
    return Remark(Fate.NO_PLACE, sort, example, count)


def kept_out(sort: str, example: str) -> Remark:
    return Remark(Fate.KEPT_OUT, sort, example)


def adapted(sort: str, example: str) -> Remark:
    return Remark(Fate.ADAPTED, sort, example)
