"""Why a sign-in comes to nothing: a status for the browser, and a text for the person that says what to do next.

No text repeats what came in an address, but for an error's name of plain letters.
"""

import re
from http import HTTPStatus

from api.identity.challenges import Challenge

AGAIN = "Sign in again"
TELL = "tell whoever runs this service"

NAME = re.compile(r"[a-z_]{1,40}", re.ASCII)
"""An error's name as the standards write it; anything else is not shown."""

PLAIN = (HTTPStatus.FORBIDDEN, HTTPStatus.SERVICE_UNAVAILABLE)
"""What a challenge may answer a person with; the rest asks for a header that no person sends."""


class Failed(Exception):
    """Ends a sign-in. `reason` is of plain sentences of ours, the last says what to do."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def not_an_answer() -> Failed:
    return Failed(400, f"This is not an address that the issuer answers a sign-in with. {AGAIN}.")


def not_begun_here() -> Failed:
    return Failed(
        400,
        "This sign-in was not begun in this browser, or has been used already, or took longer than ten minutes. "
        f"{AGAIN}; cookies must be allowed, and anywhere but on this machine the page must come by https.",
    )


def from_another_issuer() -> Failed:
    return Failed(400, f"The answer does not name the issuer that was asked. {AGAIN}; if this comes back, {TELL}.")


def refused_by_issuer(error: str) -> Failed:
    if error == "access_denied":
        return Failed(403, f"The sign-in was cancelled, or the issuer refuses it. {AGAIN}, or ask for access there.")
    named = f" ({error})" if NAME.fullmatch(error) else ""
    return Failed(400, f"The issuer refuses the sign-in{named}. {AGAIN}; if this comes back, {TELL}.")


def code_refused() -> Failed:
    return Failed(
        400, f"The issuer does not accept that this sign-in is complete. {AGAIN}; if this comes back, {TELL}."
    )


def issuer_unavailable() -> Failed:
    return Failed(503, "The issuer does not answer as it should. Try again in a moment.")


def wrong_id_token() -> Failed:
    return Failed(400, f"What the issuer says of who signed in does not fit. {AGAIN}; if this comes back, {TELL}.")


def token_refused(challenge: Challenge) -> Failed:
    """The issuer gave a token that no request could be made with."""
    status = challenge.status if challenge.status in PLAIN else HTTPStatus.FORBIDDEN
    return Failed(status, f"The sign-in worked, but what the issuer gave does not count here. {challenge.message}")


def odd_host() -> Failed:
    return Failed(400, "The address of this page has no host that could be gone back to. Open the page by its name.")
