"""What is answered to a request that proves too little: by RFC 6750, and with what to do next.

No text repeats what a token says, but for a workspace of a token that was verified.
"""

from collections.abc import Iterable, Mapping


class Challenge(Exception):
    """Ends a request with an answer: its status, a code for programs, a message for people.

    `parameters` are those of the challenge in `WWW-Authenticate` (RFC 6750, section 3), None for an answer without one.
    """

    def __init__(self, status: int, code: str, message: str, parameters: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.parameters = status, code, message, parameters


def no_token() -> Challenge:
    """Nothing says who asks. Without an error code, as RFC 6750 wants it: nothing was wrong with what was not sent."""
    return Challenge(
        401,
        "UNAUTHENTICATED",
        "Nobody is named as asking: send an access token, as `Authorization: Bearer …`.",
        {},
    )


def invalid_token(reason: str) -> Challenge:
    """The token does not count. `reason` is a fixed sentence of ours, without quotation marks."""
    return Challenge(401, "INVALID_TOKEN", reason, {"error": "invalid_token", "error_description": reason})


def invalid_request(reason: str) -> Challenge:
    """The token came in a way in which none may come."""
    return Challenge(400, "BAD_REQUEST", reason, {"error": "invalid_request", "error_description": reason})


def missing_scope(scopes: Iterable[str]) -> Challenge:
    """The token counts, but not for this: it lacks one of `scopes`, all of which are needed."""
    needed = " ".join(scopes)
    message = f"The access token lacks the scope {needed}: ask for a token that has it."
    return Challenge(403, "FORBIDDEN", message, {"error": "insufficient_scope", "scope": needed})


def no_workspace(claim: str) -> Challenge:
    """The token counts, but names no tenant."""
    return Challenge(
        403,
        "FORBIDDEN",
        f"The access token names no workspace: the issuer must put the workspace's id into its claim {claim}.",
    )


def unknown_workspace(workspace: str) -> Challenge:
    """The token counts, and names a tenant that is not here."""
    return Challenge(
        403,
        "FORBIDDEN",
        f"The access token is for the workspace {workspace}, which is not here: is its id spelt right at the issuer? "
        "`goldenthread workspace create` makes one.",
    )


def keys_unavailable() -> Challenge:
    """The token may count: whoever issued it cannot be asked for the keys that would tell."""
    return Challenge(
        503, "UNAVAILABLE", "The issuer of the access token does not answer, so it cannot be checked: try again soon."
    )
