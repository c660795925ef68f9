"""docs/limits.md tells every price and every bound as they are."""

from pathlib import Path

from api.settings import Settings
from resolvers.pricing.bounds import BOUNDS
from resolvers.pricing.budget import MOST
from resolvers.pricing.prices import LONGEST_PATH, PRICES, SHORT_LIST

PAGE = (Path(__file__).parents[3] / "docs" / "limits.md").read_text(encoding="utf-8")


def test_the_page_tells_every_price() -> None:
    missing = [row for price in PRICES if (row := f"| {price.of} | {price.points} |") not in PAGE]

    assert missing == []
    assert f"counts as {SHORT_LIST} rows, a path as {LONGEST_PATH} nodes and {LONGEST_PATH - 1} edges" in PAGE


def test_the_page_tells_every_bound() -> None:
    missing = [row for bound in BOUNDS if (row := f"| {bound.things} | {bound.most:,} |") not in PAGE]

    assert missing == []


def test_the_page_tells_what_the_settings_are_by_default() -> None:
    settings = Settings()

    assert f"One request may cost {settings.cost_per_request:,} points" in PAGE
    assert f"a bucket of {settings.cost_per_minute:,} points" in PAGE
    assert settings.cost_per_request == MOST
