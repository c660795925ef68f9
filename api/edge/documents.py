"""Which document a request means: the one it sends, or one that is known by the sha256 it sends instead.

As Apollo's clients do it: `extensions.persistedQuery` is `{version: 1, sha256Hash}`; a hash that is not known is
answered with PERSISTED_QUERY_NOT_FOUND, and the client sends both. What was sent so is known from then on, in this
process and to its workspace alone, while there is room: no workspace can fill up another's.
"""

import re
import sys
from collections.abc import Collection, Mapping

from cachetools import LRUCache
from strawberry.http import GraphQLRequestData

from api.edge.answering import RequestError
from api.edge.trusted import sha256_of
from api.edge.unserved import Unserved, malformed
from resolvers.viewer import Viewer

WORKSPACES = 128
"""Whose documents are known at once."""

ROOM = 512 * 1024
"""Bytes that the documents of one workspace may take."""

SHA256 = re.compile("[0-9a-f]{64}")


class Documents:
    """The `trusted` ones, which everybody may ask for by hash, and those that clients sent.

    The clients with an id among `bound` may ask nothing but what is trusted.
    """

    def __init__(self, trusted: Mapping[str, str], bound: Collection[str]) -> None:
        self._trusted, self._bound = trusted, bound
        self._sent: LRUCache[str, LRUCache[str, str]] = LRUCache(WORKSPACES)

    def meant(self, asked: GraphQLRequestData, viewer: Viewer) -> str:
        """The text of the document.

        Raises:
            RequestError: nothing is known by its hash.
            Unserved: there is none, its hash is another document's, or its client may not ask it.
        """
        key = _key(asked)
        if viewer.client in self._bound:
            return self._trusted_text(asked.query, key)
        if asked.query is not None:
            return asked.query
        if key is None:
            raise malformed("query is missing: send the text of a GraphQL document, or the sha256 of a known one.")
        sent = self._sent.get(viewer.workspace)
        text = self._trusted.get(key) or (sent.get(key) if sent else None)
        if text is None:
            # Clients know it by these words or by the code, and send the text as well.
            raise RequestError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
        return text

    def keep(self, asked: GraphQLRequestData, viewer: Viewer) -> None:
        """Know the document from now on, if it was sent for that. One that is too large for the room is not kept."""
        key = _key(asked)
        if asked.query is None or key is None or key in self._trusted or viewer.client in self._bound:
            return
        if sys.getsizeof(asked.query) <= ROOM:
            room: LRUCache[str, str] = LRUCache(ROOM, sys.getsizeof)
            self._sent.setdefault(viewer.workspace, room)[key] = asked.query

    def _trusted_text(self, query: str | None, key: str | None) -> str:
        text = self._trusted.get(key or sha256_of(query or ""))
        if text is None:
            message = "This client may ask only what it was trusted with: ask the operator to add the document."
            raise Unserved(403, "NOT_TRUSTED", message)
        return text


def _key(asked: GraphQLRequestData) -> str | None:
    """The sha256 that is sent; None if none is. One that comes with its document is checked."""
    match (asked.extensions or {}).get("persistedQuery"):
        case None:
            return None
        case {"version": 1, "sha256Hash": str(key)} if SHA256.fullmatch(key):
            if asked.query is not None and sha256_of(asked.query) != key:
                raise malformed("sha256Hash is not the sha256 of query.")
            return key
    raise malformed('persistedQuery must be {"version": 1, "sha256Hash": "…"}, the hash in 64 hexadecimal digits.')
