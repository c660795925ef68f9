"""What a thing is called in another tool, as a key that only the reader's workspace completes."""

from dataclasses import dataclass

from graph.reading.reader import Awaiting, Reader
from graph.writing.identities import Identity, identity_key


@dataclass(frozen=True, slots=True)
class ReferenceKey(Awaiting):
    """The key of a reference of role IDENTITY."""

    identity: Identity

    def settled(self, reader: Reader) -> str:
        return identity_key(reader.workspace, self.identity)
