"""The words of a search: how they are taken from a text, asked of the index, and shown where they were found."""

import re
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from ..refusals import Refused, TooMany
from .reader import Awaiting, Reader

WORD = re.compile("\\w+(?:['\u2019.:]\\w+)*")
"""Letters, digits and underscores, and what may stand between them in one word, as in `don't` and `v1.2`.

It has no character that the query language knows, so that a text of any sort is a query.
"""

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

MOST_WORDS = 50
MOST_CHARACTERS = 1_000
MOST_SPACES = 500
"""The index takes at most 1,024 things to look for at once. Beyond this the statement alone tells spaces apart."""

TITLE_WEIGHS = 3
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
        words = tuple(dict.fromkeys(WORD.findall(text.lower())))
        if not words:
            raise NoWord
        if len(words) > MOST_WORDS:
            raise TooMany("words", len(words), MOST_WORDS)
        return cls(words)

    def settled(self, reader: Reader) -> str:
        """A query of the index: the words, in the reader's workspace and spaces, which have no part in the score."""
        asked = [f'+(title:"{word}"^{TITLE_WEIGHS} description:"{word}")' for word in self.words]
        asked.append(f'+ws:"{reader.workspace}"^0')
        if len(reader.readable) <= MOST_SPACES:
            asked.append(f"+space:({' '.join(f'{chr(34)}{space}{chr(34)}' for space in reader.readable)})^0")
        return " ".join(asked)

    def fragment(self, told: tuple[str, str | None]) -> str:
        """Where the words stand: the title; or, where it lacks one, what is around the first in the description."""
        title, description = told
        missing = {fold(word) for word in self.words} - set(self.pattern.findall(fold(title)))
        first = missing and description and self.pattern.search(fold(description))
        return around(description, first.start()) if first and description else title

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        longest_first = sorted(map(fold, self.words), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def fold(text: str) -> str:
    """The text in lower case and without accents, every character still in its place."""
    return BEYOND_ASCII.sub(lambda found: normalize("NFKD", found[0])[0].lower()[0], text).lower()


def around(text: str, at: int) -> str:
    """The part of a text that is around a place, from word to word; an ellipsis stands where it is cut."""
    start = 0 if at <= BEFORE else text.find(" ", at - BEFORE, at) + 1 or at
    end = len(text) if start + LONGEST >= len(text) else text.rfind(" ", at, start + LONGEST)
    end = end if end > at else start + LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
