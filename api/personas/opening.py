"""The personas of one demo: what they are, what they answer, and by which keys their tokens count."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import BaseRoute

from api.addresses import is_loopback
from api.identity.keys import FixedKeys
from api.identity.tokens import Tokens, Trust, claim_names
from api.personas.browsers import Browsers
from api.personas.door import announced, new_door
from api.personas.issuer import LIFETIME, Issuer
from api.personas.routes import PersonaRoutes
from api.settings import Settings
from api.stop import Stop


@dataclass(frozen=True)
class Personas:
    """What a demo takes of them.

    `settings` are the demo's with the issuer of the personas as the only one, `address` is the one to print, `routes`
    go before all others, and `opened_tokens` takes the place of the function of this name that asks real issuers.
    """

    settings: Settings
    address: str
    routes: list[BaseRoute]
    opened_tokens: Callable[[], AbstractAsyncContextManager[Tokens]]


@contextmanager
def opened_personas(given: Settings, folder: Path) -> Iterator[Personas]:
    """Personas for the service at the settings' host and port. The start key lies in the data folder meanwhile.

    Raises:
        Stop: a real issuer is set, or others than this machine could ask.
    """
    _refuse_what_is_real(given)
    door = new_door(f"http://{f'[{given.host}]' if ':' in given.host else given.host}:{given.port}")
    audience = f"{door.origin}/graphql"
    issuer = Issuer(door.origin, audience, given.workspace, claim_names(given))
    browsers = Browsers(given.port, issuer.token, LIFETIME)
    tokens = Tokens(Trust(audience, {issuer.name: FixedKeys(issuer.keys)}, claim_names(given), browsers))

    @asynccontextmanager
    async def opened_tokens() -> AsyncIterator[Tokens]:
        yield tokens

    settings = given.model_copy(update={"issuers": (issuer.name,), "audience": audience})
    with announced(door, folder):
        yield Personas(settings, door.address, PersonaRoutes(door, issuer, browsers, tokens).routes(), opened_tokens)


def _refuse_what_is_real(settings: Settings) -> None:
    if settings.issuers:
        raise Stop(
            "GOLDENTHREAD_ISSUERS is set, and development personas go with no real issuer: unset it for the demo, "
            "or use `goldenthread serve`."
        )
    if not is_loopback(settings.host):
        raise Stop(
            f"Development personas ask on this machine alone, not on {settings.host}: "
            "set GOLDENTHREAD_HOST to 127.0.0.1."
        )
