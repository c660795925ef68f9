"""Which texts can be stored as they were sent; the others are refused, never cut or cleaned."""

import re
import unicodedata

from .unfit import Unfit

MOST = 100_000
"""Characters of any text."""

MOST_OF_LINE = 500
"""Characters of a line. Lines are keys of indexes, and Neo4j's have a limit."""

CURRENCY = re.compile(r"[A-Z]{3}")
"""The three letters that ISO 4217 gives a currency."""

BREAKS = ("Cc", "Zl", "Zp")
"""The categories of characters that end a line or steer a terminal."""


def storable(name: str, value: object) -> str:
    """A text of any length that we store."""
    if not isinstance(value, str):
        raise Unfit("BAD_VALUE", f"{name} must be a text.")
    if len(value) > MOST:
        raise Unfit("BAD_VALUE", f"{name} has {len(value)} characters: shorten it to at most {MOST}.")
    if "\0" in value:
        raise Unfit("BAD_VALUE", f"{name} contains the character U+0000: leave it out.")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise Unfit("BAD_VALUE", f"{name} contains half of a surrogate pair: send whole characters.")
    return value


def one_line(name: str, value: object) -> str:
    """A text of 1 to 500 characters without line breaks and other control characters."""
    line = storable(name, value)
    if not 1 <= len(line) <= MOST_OF_LINE:
        raise Unfit("BAD_VALUE", f"{name} has {len(line)} characters: give it 1 to {MOST_OF_LINE}.")
    if not line.isprintable() and any(unicodedata.category(character) in BREAKS for character in line):
        raise Unfit("BAD_VALUE", f"{name} contains a control character: give it in one line.")
    return line
