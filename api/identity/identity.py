"""Who a verified access token speaks for, and what it says of that."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """What counts of one token. A subject is unique within its issuer only.

    `source` is the one source that the client may write for, None where the token binds it to none. `is_client` says
    that no person stands behind it: the client asks for itself, and is the subject. `expires_at` in seconds since 1970.
    """

    issuer: str
    subject: str
    client: str
    workspace: str
    scopes: frozenset[str]
    groups: frozenset[str]
    source: str | None
    is_client: bool
    expires_at: int
