"""What the issuer says when it leads a browser back: a code, or why there is none."""

from dataclasses import dataclass

from starlette.datastructures import QueryParams

from api.sign_in.failures import from_another_issuer, not_an_answer

NAMES = ("state", "code", "error", "iss")


@dataclass(frozen=True)
class Returned:
    """Either of `code` and `error`, the other empty. `issuer` is empty where it does not name itself."""

    state: str
    code: str
    error: str
    issuer: str


def read_returned(query: QueryParams) -> Returned:
    """What stands in the address.

    Raises:
        Failed: it is no answer by RFC 6749, section 4.1.2.
    """
    if any(len(query.getlist(name)) > 1 for name in NAMES):
        raise not_an_answer()
    state, code, error, issuer = (query.get(name, "") for name in NAMES)
    if not state or bool(code) == bool(error):
        raise not_an_answer()
    return Returned(state, code, error, issuer)


def check_issuer(returned: Returned, issuer: str, names_itself: bool) -> None:  # noqa: FBT001 - a fact, no choice
    """Check whose answer it is, by RFC 9207; Authlib leaves that to us.

    Raises:
        Failed: another issuer's, or that of one who always says whose it is and did not.
    """
    if returned.issuer != issuer and (returned.issuer or names_itself):
        raise from_another_issuer()
