"""The way in where people can sign in with a browser: which client the settings name at which issuer, and its parts."""

import time
from collections.abc import Callable

import httpx2

from api.identity.issuers import Issuers
from api.identity.trusted import TrustedIssuers
from api.settings import Settings, described, require, variable
from api.sign_in.arriving import Arrivals
from api.sign_in.attempts import Attempts
from api.sign_in.endpoints import KnownEndpoints
from api.sign_in.provider import Provider, Registration
from api.sign_in.routes import SignInRoutes
from api.sign_in.sessions import KeptSessions
from api.stop import Stop


def registration_of(settings: Settings) -> Registration | None:
    """The client that people sign in with; None where the settings name none.

    Raises:
        Stop: they name half of one.
    """
    if not settings.sign_in_client:
        return None
    require(settings, "sign_in_secret")
    issuer = settings.sign_in_issuer or (settings.issuers[0] if len(settings.issuers) == 1 else "")
    if issuer not in settings.issuers:
        name = variable("sign_in_issuer")
        wrong = "is none of the trusted" if settings.sign_in_issuer else "is not set, and several are trusted"
        raise Stop(f"{name} {wrong}. {described('sign_in_issuer')}")
    return Registration(issuer, settings.sign_in_client, settings.sign_in_secret)


def signing_in(settings: Settings, registration: Registration, now: Callable[[], float] = time.time) -> Issuers:
    """By tokens of the trusted issuers, in a header or behind a cookie. `now` in seconds since 1970."""
    tls = httpx2.create_ssl_context()
    provider = Provider(registration, KnownEndpoints(registration.issuer, tls, now), tls)
    sessions = KeptSessions(provider, now)
    trusted = TrustedIssuers(settings, sessions, now)
    arrivals = Arrivals(provider, Attempts(now), trusted.keys[registration.issuer], trusted.tokens, now)
    return Issuers(trusted.opened, settings.request_timeout, SignInRoutes(arrivals, sessions).routes())
