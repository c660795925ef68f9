"""The external references of a node: what an import makes of those that are there and those that it states."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.states import ReferenceRole
from .identities import Identity, checked, identity_key, key_of, link_key
from .stated import StatedReference
from .texts import storable
from .unfit import Unfit


@dataclass(frozen=True)
class Reference:
    """A reference as it is stored with its node. `stated_by` is the source that its role LINK was stated by."""

    role: ReferenceRole
    identity: Identity
    url: str | None = None
    stated_by: str | None = None

    @property
    def text(self) -> str:
        """The reference in one text, as a revision keeps it."""
        return key_of(*self.row.values())

    @property
    def row(self) -> dict[str, str | None]:
        """What the store holds of it, but for the node that it belongs to."""
        return {
            "role": self.role.name,
            "source": self.identity.source,
            "externalType": self.identity.external_type,
            "externalId": self.identity.external_id,
            "url": self.url,
            "statedBy": self.stated_by,
        }

    def key(self, workspace: str, node: str) -> str:
        """The key under which it is unique."""
        if self.role is ReferenceRole.IDENTITY:
            return identity_key(workspace, self.identity)
        return link_key(workspace, self.identity, node)


def stated_references(source: str, stated: Iterable[StatedReference]) -> frozenset[Reference]:
    """What a source states, checked."""
    found: dict[Identity, Reference] = {}
    for each in stated:
        identity = checked(Identity(each.source, each.external_type, each.external_id))
        url = None if each.url is None else storable("url", each.url)
        reference = Reference(ReferenceRole.LINK, identity, url, source)
        if found.setdefault(identity, reference) != reference:
            raise Unfit("DUPLICATE", f"{each.external_id!r} is stated twice with two addresses: state it once.")
    return frozenset(found.values())


def settled_references(source: str, now: Iterable[Reference], stated: frozenset[Reference]) -> frozenset[Reference]:
    """What there is afterwards: what others stated stays, what this source stated before gives way."""
    others = frozenset(reference for reference in now if reference.stated_by != source)
    taken = {reference.identity for reference in others if reference.role is ReferenceRole.LINK}
    return others | {reference for reference in stated if reference.identity not in taken}
