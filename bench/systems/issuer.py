"""The issuer of the bench, on this machine: it signs for the client that asks, and publishes its key."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import uvicorn
from starlette.applications import Starlette

from api.identity.claims import ClaimNames
from api.personas.issuer import Issuer
from api.personas.personas import Persona
from resolvers.scopes import Scope

from ..scene import Scene
from .system import free_port

AUDIENCE = "https://bench.example/graphql"
ASKING = Persona("bench", "Asks everything.", tuple(scope.value for scope in Scope), client="bench")


@contextmanager
def issuing(scene: Scene) -> Iterator[Scene]:
    """The scene with tokens, for as long as the context lasts. Its key does not change."""
    port = free_port()
    issuer = Issuer(f"http://127.0.0.1:{port}", AUDIENCE, scene.workspace, ClaimNames("workspace", "groups", "source"))
    config = uvicorn.Config(Starlette(routes=issuer.routes()), port=port, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield replace(scene, issuer=issuer.name, audience=AUDIENCE, token=lambda: issuer.token(ASKING))
    finally:
        server.should_exit = True
        thread.join()
