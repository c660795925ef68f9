"""What is taken from the claims of a verified token, and under which names."""

import re
from dataclasses import dataclass
from typing import Any

from api.identity.challenges import invalid_token, no_workspace
from api.identity.identity import Identity
from api.identity.names import is_name

SCOPE = re.compile(r"[\x21\x23-\x5B\x5D-\x7E]+", re.ASCII)
"""One scope, as RFC 6749, section 3.3, writes it."""


@dataclass(frozen=True)
class ClaimNames:
    """Under which names issuers put what no standard names."""

    workspace: str
    groups: str
    source: str


def identity_of(claims: dict[str, Any], names: ClaimNames) -> Identity:
    """Whom the claims of a verified token speak for; their values can be anything, hence `Any`.

    Raises:
        Challenge: they name no workspace, or name the source in a way that binds the client to nothing.
    """
    workspace, subject, client = claims.get(names.workspace), claims["sub"], claims["client_id"]
    if not is_name(workspace):
        raise no_workspace(names.workspace)
    return Identity(
        issuer=claims["iss"],
        subject=subject,
        client=client,
        workspace=workspace,
        scopes=_scopes(claims.get("scope")),
        groups=_groups(claims.get(names.groups)),
        source=_source(claims.get(names.source), names.source),
        # RFC 9068, section 2.2: with no person behind it, the subject is what the issuer calls the client.
        is_client=subject == client,
        expires_at=int(claims["exp"]),
    )


def _scopes(value: object) -> frozenset[str]:
    """A scope that is no text is no scope."""
    named = value.split(" ") if isinstance(value, str) else []
    return frozenset(scope for scope in named if SCOPE.fullmatch(scope))


def _groups(value: object) -> frozenset[str]:
    """A group that is no name is no group."""
    return frozenset(group for group in value if is_name(group)) if isinstance(value, list) else frozenset()


def _source(value: object, name: str) -> str | None:
    """What is there but not understood must not become "bound to nothing"."""
    if value is None or is_name(value):
        return value
    raise invalid_token(f"The access token does not count. Its claim {name} must be a name of one source.")
