"""Roadmap pages and flagship themes: one strategy for each title."""

from collections.abc import Iterator

from graph.records.states import LifecycleStatus, OwnerRole
from graph.writing.stated import StatedLink, StatedNode

from ..remarks import Remark, no_place
from . import identities
from .leftovers import leftovers
from .pieces import Piece, owned_by
from .sorting import Sorted, title_of
from .source import Goal

UNFIT = ("roadmaps", "flagship", "timespan", "tasks", "team_asks")
"""What a goal may have and a strategy may not."""


def strategies(entries: Sorted) -> Iterator[Piece]:
    """The titles of pages, and those that goals name."""
    pages: dict[str, list[Goal]] = {}
    for page in entries.pages:
        pages.setdefault(title_of(page), []).append(page)
    for taken in entries.goals:
        for title in taken.strategies:
            pages.setdefault(title, [])
    for title, described_by in pages.items():
        yield strategy(title, described_by)


def strategy(title: str, pages: list[Goal]) -> Piece:
    """The strategy of that title. It is active: the file gives strategies no status of their own."""
    node = StatedNode(
        identities.strategy(title),
        "Strategy",
        {
            "title": title,
            "status": LifecycleStatus.ACTIVE,
            "source_status": next((page.status for page in pages if page.status), None),
            "labels": [],
        },
        identities.space(identities.ROADMAPS),
        references=(
            *(identities.roadmap_page(page.source_id) for page in pages),
            *(identities.tracking_issue(number) for page in pages for number in page.tracking),
        ),
    )
    return Piece((node,), tuple(links_of(node, pages)), tuple(remark for page in pages for remark in remarks_on(page)))


def links_of(node: StatedNode, pages: list[Goal]) -> Iterator[StatedLink]:
    owners = (identities.person(handle) for page in pages for handle in page.owners)
    yield from owned_by(node.identity, owners, OwnerRole.ACCOUNTABLE)
    champions = (handle for page in pages for named in page.champions.values() for handle in named)
    yield from owned_by(node.identity, map(identities.person, champions), OwnerRole.CONTRIBUTOR)


def remarks_on(page: Goal) -> Iterator[Remark]:
    yield no_place("seasons of roadmap pages: a strategy outlives them", f"{page.season} of {page.source_id}")
    for field in UNFIT:
        if getattr(page, field):
            yield no_place(f"{field} of a roadmap page", page.source_id)
    yield from leftovers(page)
