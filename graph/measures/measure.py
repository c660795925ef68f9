"""What all measures have in common: asked of many nodes at once, each answers in one statement."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from ..database import Reads
from ..reading.reader import Reader


class Measure(Protocol):
    """One kind of number. Equal measures ask for the same, so a measure is a frozen dataclass of its arguments."""

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Any]:
        """The number of each node by its id, as a record of `graph.records.numbers`; None, or absent, where a node
        has none. `timeout` in seconds. Records are of many types, hence `Any`.
        """
        ...
