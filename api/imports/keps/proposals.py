"""A proposal: the initiative that it is, whose it is, what it takes the place of, and what it is related to."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from graph.records.states import LifecycleStatus, OwnerRole
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink, StatedNode, StatedReference

from ..pieces import Piece, link, owned_by
from ..remarks import Remark, kept_out, no_place
from . import identities
from .links import named
from .people import handle_in
from .source import Proposal

STATUSES: Mapping[str, LifecycleStatus] = MappingProxyType(
    {
        "provisional": LifecycleStatus.PROPOSED,
        "implementable": LifecycleStatus.ACTIVE,
        "implemented": LifecycleStatus.COMPLETED,
        "deferred": LifecycleStatus.ON_HOLD,
        "rejected": LifecycleStatus.CANCELLED,
        "withdrawn": LifecycleStatus.CANCELLED,
        "replaced": LifecycleStatus.CANCELLED,
    }
)
"""What the words for a proposal's status mean. A word that is not here is not guessed at."""

NOWHERE = "links that lead nowhere"

Taken = Mapping[str, Proposal]
"""The proposals that are taken, by their folders."""


def initiatives(taken: Taken, groups: Collection[str]) -> Iterator[Piece]:
    superseded = takes_the_place(taken)
    for directory, proposal in taken.items():
        node = StatedNode(
            identities.proposal(directory),
            "Initiative",
            {
                "title": proposal.title,
                "status": STATUSES[proposal.status],
                "source_status": proposal.status,
                "labels": [],
            },
            identities.space(),
            references=tuple(references(proposal, taken)),
        )
        over = (
            link(node.identity, "SUPERSEDES", identities.proposal(other)) for other in sorted(superseded[directory])
        )
        links = (*owners(node.identity, proposal, groups), *over)
        yield Piece((node,), links, tuple(remarks_on(directory, proposal, taken, groups)))


def takes_the_place(taken: Taken) -> Mapping[str, set[str]]:
    """For each proposal, those whose place it takes, whichever of the two says so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for directory, proposal in taken.items():
        for text in proposal.replaces:
            if (meant := named(text, taken)) and meant.proposal:
                found[directory].add(meant.proposal)
        for text in proposal.superseded_by:
            if (meant := named(text, taken)) and meant.proposal:
                found[meant.proposal].add(directory)
    return found


def references(proposal: Proposal, taken: Taken) -> Iterator[StatedReference]:
    """What it is related to, once each: its issue, and what it names under see-also."""
    if isinstance(proposal.kep_number, int) and proposal.kep_number > 0:
        yield identities.issue(proposal.kep_number)
    seen = dict.fromkeys(named(text, taken) for text in proposal.see_also)
    for meant in filter(None, seen):
        if meant.proposal:
            yield identities.other_proposal(meant.proposal)
        elif meant.url:
            yield identities.page(meant.url)


def owners(node: Identity, proposal: Proposal, groups: Collection[str]) -> Iterator[StatedLink]:
    """The group that owns it answers for it; those who wrote it lead it; other groups take part."""
    own = [proposal.owning_sig] if proposal.owning_sig in groups else []
    others = [name for name in proposal.participating_sigs if name in groups and name not in own]
    handles = (handle_in(text) for text in proposal.authors)
    yield from owned_by(node, map(identities.group, own), OwnerRole.ACCOUNTABLE)
    yield from owned_by(node, (identities.person(handle) for handle in handles if handle), OwnerRole.LEAD)
    yield from owned_by(node, map(identities.group, others), OwnerRole.CONTRIBUTOR)


def remarks_on(directory: str, proposal: Proposal, taken: Taken, groups: Collection[str]) -> Iterator[Remark]:
    yield from dangling(directory, proposal, taken)
    for name in (proposal.owning_sig, *proposal.participating_sigs):
        if name not in groups:
            yield kept_out("groups that are none of the file", f"{name} in {directory}")
    for text in proposal.authors:
        if not handle_in(text):
            yield kept_out("authors that are no handle", f"{text} in {directory}")
    if proposal.stage and not proposal.milestone:
        yield no_place("stages of proposals without milestones", f"{proposal.stage} of {directory}")
    for name, value in (proposal.model_extra or {}).items():
        if value:
            yield no_place(f"values of {name}", directory)


def dangling(directory: str, proposal: Proposal, taken: Taken) -> Iterator[Remark]:
    """A page can be referred to, and cannot be superseded."""
    for field in ("replaces", "superseded_by", "see_also"):
        for text in getattr(proposal, field):
            meant = named(text, taken)
            if meant and not (meant.proposal or (meant.url and field == "see_also")):
                yield kept_out(f"{NOWHERE}, in {field.replace('_', '-')}", f"{text} in {directory}")
