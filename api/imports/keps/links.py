"""What a proposal names: another one, a page, or something that leads nowhere."""

import re
from collections.abc import Container
from dataclasses import dataclass

from .source import FILE

NOTHING = frozenset({"", "n/a", "none", "todo", "tbd"})
"""Words for that there is none, in small letters."""

MARKED = re.compile(r"\[[^\]]*\]\((https?://[^\s)]+)\)")
ADDRESS = re.compile(r"\(?(https?://[^\s)]+)\)?(?: - .*)?")
OWN_PAGES = re.compile(r"https://github\.com/kubernetes/enhancements/(?:tree|blob)/(?:master|main)/")


@dataclass(frozen=True)
class Named:
    """One of these, or none where it leads nowhere."""

    proposal: str | None = None
    url: str | None = None


def named(text: str, known: Container[str]) -> Named | None:
    """What a text names, where these are the folders of proposals; None where it says that there is nothing."""
    text = text.strip().strip('"')
    if text.lower() in NOTHING:
        return None
    if (directory := directory_in(text)) in known:
        return Named(proposal=directory)
    found = MARKED.fullmatch(text) or ADDRESS.fullmatch(text)
    return Named(url=found[1]) if found else Named()


def directory_in(text: str) -> str:
    """The folder that a path leads to, whether it is that of the folder or of a file in it."""
    path = OWN_PAGES.sub("", text).lstrip("/")
    return path.removesuffix("/README.md").removesuffix(FILE).rstrip("/")
