"""What an answer tells of its own cost, under `extensions.cost`."""

from datetime import UTC, datetime
from typing import Any

from .budget import Spent
from .parts import Priced, spent


def cost_told(priced: Priced, most: int, left: Spent | None, answer: Any) -> dict[str, Any]:
    """As JSON. `answer` is what came of the request, as the caller sees it; hence `Any`."""
    told = {"requested": priced.cost, "actual": spent(priced.parts, answer), "maximum": most}
    if left is None:
        return told
    full = datetime.fromtimestamp(left.full_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {**told, "limit": left.limit, "remaining": left.remaining, "resetAt": full}
