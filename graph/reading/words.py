"""The words of a search: how they are taken from a text, asked of the index, and shown where they were found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category, normalize

from ..refusals import Refused, TooMany
from .reader import Awaiting, Reader

WORD = re.compile(r"(?:\w|[^\x00-\x7f\s])+(?:['.:](?:\w|[^\x00-\x7f\s])+)*")
"""Of ASCII only letters, digits and underscores, and what may stand between them in one word, as in `don't` and `v1.2`.

So it has no character that the query language knows, and a text of any sort is a query.
"""

KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "So"})
"""Categories of characters that the index keeps: letters, digits and symbols; not marks and punctuation alone."""

MOST_WORDS = 50
MOST_CHARACTERS = 1_000
MOST_SPACES = 500
"""The index takes at most 1,024 things to look for at once. Beyond this the statement alone tells spaces apart."""

BEFORE, LONGEST = 60, 200
"""How many characters a fragment has before the first word found, and altogether, at most."""


class NoWord(Refused):
    """A text to search for in which there is nothing that an index keeps."""

    def __init__(self) -> None:
        super().__init__("`text` has no word to search for: give at least one letter or digit.")


class TooLong(Refused):
    """A text to search for that is no search any more."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"`text` has at most {MOST_CHARACTERS} characters; {length} were given: search for its main words."
        )


@dataclass(frozen=True)
class Words(Awaiting):
    """What is searched for: every word must be found, in the title or in the description."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        if len(text) > MOST_CHARACTERS:
            raise TooLong(len(text))
        found = WORD.findall(normalize("NFC", text).lower())
        words = tuple(word for word in dict.fromkeys(found) if not KEPT.isdisjoint(map(category, word)))
        if not words:
            raise NoWord
        if len(words) > MOST_WORDS:
            raise TooMany("words", len(words), MOST_WORDS)
        return cls(words)

    def settled(self, reader: Reader) -> Mapping[str, object]:
        return {"query": self.query(reader), "words": list(self.words)}

    def query(self, reader: Reader) -> str:
        """What the index is asked: the words, in the reader's workspace and spaces."""
        asked = [f'+(title:"{word}" description:"{word}")' for word in self.words]
        asked.append(f'+ws:"{reader.workspace}"^0')
        if len(reader.readable) <= MOST_SPACES:
            asked.append(f"+space:({' '.join(f'{chr(34)}{space}{chr(34)}' for space in reader.readable)})^0")
        return " ".join(asked)

    def fragment(self, told: tuple[str, str | None]) -> str:
        """Where the words stand: the title; or, where it lacks one, what is around the first in the description."""
        title, description = told
        missing = set(self.words) - {found.lower() for found in self.pattern.findall(title)}
        first = missing and description and self.pattern.search(description)
        return around(description, first.start()) if first and description else title

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(whole, sorted(self.words, key=len, reverse=True))), re.IGNORECASE)


def whole(word: str) -> str:
    """A pattern of the word where it is not part of another; not all scripts part their words."""
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word)


def around(text: str, at: int) -> str:
    """The part of a text that is around a place, from word to word; an ellipsis stands where it is cut."""
    start = 0 if at <= BEFORE else text.find(" ", at - BEFORE, at) + 1 or at
    end = len(text) if start + LONGEST >= len(text) else text.rfind(" ", at, start + LONGEST)
    end = end if end > at else start + LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
