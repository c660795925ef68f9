"""The stages of a proposal: a work item for each that has a milestone, and where it stands."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from graph.records.states import FlowState, LifecycleStatus
from graph.writing.stated import StatedNode

from ..pieces import Piece, link
from ..remarks import Remark, kept_out
from . import identities
from .source import Proposal

ORDER = ("alpha", "beta", "stable", "deprecated", "disabled", "removed")
"""In which one stage follows another."""

VERSION = re.compile(r"v?\d+\.\d+")

CURRENT: Mapping[LifecycleStatus, FlowState] = MappingProxyType(
    {
        LifecycleStatus.PROPOSED: FlowState.NEW,
        LifecycleStatus.ACTIVE: FlowState.ACTIVE,
        LifecycleStatus.ON_HOLD: FlowState.WAITING,
        LifecycleStatus.COMPLETED: FlowState.DONE,
        LifecycleStatus.CANCELLED: FlowState.CANCELLED,
    }
)
"""Where the stage stands that the proposal names as its current one."""

AFTER: Mapping[LifecycleStatus, FlowState] = MappingProxyType({LifecycleStatus.CANCELLED: FlowState.CANCELLED})
"""Where later ones stand, other than not yet begun."""


def stages(directory: str, proposal: Proposal, status: LifecycleStatus) -> Iterator[Piece]:
    for name, version in proposal.milestone.items():
        if name not in ORDER:
            yield Piece(remarks=(kept_out(f"milestones of {name!r}, which is no stage", directory),))
            continue
        identity = identities.stage(directory, name)
        is_known = version is not None and VERSION.fullmatch(version) is not None
        node = StatedNode(
            identity,
            "WorkItem",
            {
                "title": f"{proposal.title}: {name}",
                "flow_state": flow_state(name, proposal.stage, status),
                "item_type": "stage",
                "labels": [version] if is_known else [],
            },
            identities.space(),
        )
        up = (link(identity, "CONTRIBUTES_TO", identities.proposal(directory)),)
        yield Piece((node,), up, () if is_known else (no_version(directory, name, version),))


def flow_state(name: str, current: str | None, status: LifecycleStatus) -> FlowState:
    """Stages before the current one are done, and later ones are not begun.

    Where the proposal names none, all of it stands where the proposal does.
    """
    if current not in ORDER:
        return CURRENT[status] if status is not LifecycleStatus.ACTIVE else FlowState.NEW
    place, here = ORDER.index(name), ORDER.index(current)
    if place < here:
        return FlowState.DONE
    return CURRENT[status] if place == here else AFTER.get(status, FlowState.NEW)


def no_version(directory: str, name: str, version: str | None) -> Remark:
    return kept_out("milestones that name no release", f"{version!r} for {name} of {directory}")
