"""What the explorer's page is told of who asks through it: the answer to `GET /session`."""

from collections.abc import Sequence
from typing import TypedDict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.identity.identity import Identity
from resolvers.scopes import Scope

SESSION = "/session"


class ViewerAnswer(TypedDict):
    """Who asks; `expiresAt` in seconds since 1970."""

    workspace: str
    subject: str
    client: str
    scopes: Sequence[str]
    expiresAt: int


class PersonaAnswer(TypedDict):
    """One as whom a page may ask instead."""

    name: str
    description: str


class SessionAnswer(TypedDict):
    """`viewer` is null where nobody is known. `signIn` is an address to go to, `signOut` one to post JSON to."""

    viewer: ViewerAnswer | None
    personas: Sequence[PersonaAnswer]
    persona: str | None
    signIn: str | None
    signOut: str | None


NOBODY = SessionAnswer(viewer=None, personas=(), persona=None, signIn=None, signOut=None)
"""Where requests must bring their own token."""


def viewer_answer(identity: Identity) -> ViewerAnswer:
    """An identity as the page shows it, with the scopes that count here."""
    return ViewerAnswer(
        workspace=identity.workspace,
        subject=identity.subject,
        client=identity.client,
        scopes=[scope.value for scope in Scope if scope.value in identity.scopes],
        expiresAt=identity.expires_at,
    )


def answered(session: SessionAnswer) -> Response:
    """The answer, which nobody may keep."""
    return JSONResponse(session, headers={"Cache-Control": "no-store"})


def nobody(request: Request) -> Response:
    """The answer where no way in knows of sessions."""
    return answered(NOBODY)
