"""Groups, and the people in them and behind the proposals, under the handles that the file has."""

import re
from collections.abc import Iterable, Iterator

from graph.writing.stated import StatedNode

from ..pieces import Piece, link
from ..remarks import Remark, no_place
from . import identities
from .source import Group, Proposal

HANDLE = re.compile(r"@?([\w-]+)")


def handle_in(text: str) -> str | None:
    """The handle that a text is; None where it is more, or none."""
    found = HANDLE.fullmatch(text.strip().strip('"\u201c\u201d'))
    return found[1] if found else None


def groups(described: Iterable[Group]) -> Iterator[Piece]:
    for group in described:
        node = StatedNode(identities.group(group.dir), "Team", {"name": group.name})
        yield Piece(nodes=(node,), remarks=tuple(remarks_on(group)))


def people(described: Iterable[Group], proposals: Iterable[Proposal]) -> Iterator[Piece]:
    """Everybody who wrote a proposal or speaks for a group, with the groups that they speak for."""
    groups_of: dict[str, list[str]] = {}
    for group in described:
        for handle in dict.fromkeys((*group.chairs, *group.tech_leads)):
            groups_of.setdefault(handle, []).append(group.dir)
    for proposal in proposals:
        for handle in filter(None, map(handle_in, proposal.authors)):
            groups_of.setdefault(handle, [])
    for handle, names in groups_of.items():
        person = identities.person(handle)
        links = tuple(link(person, "MEMBER_OF", identities.group(name)) for name in names)
        yield Piece((StatedNode(person, "Person", {"name": handle}),), links)


def remarks_on(group: Group) -> Iterator[Remark]:
    for handle in group.chairs:
        yield no_place("chairs of groups: membership knows no role", f"{handle} of {group.dir}")
    for handle in group.tech_leads:
        yield no_place("technical leads of groups: membership knows no role", f"{handle} of {group.dir}")
    for name, value in (group.model_extra or {}).items():
        if value:
            yield no_place(f"values of {name} of groups", group.dir)
