"""HTTP: from the port that is taken to the last answer that is given."""

import errno
import math
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette

from api.app import create_app
from api.command.heads import BoundedHeads
from api.identity.entrance import Entrance
from api.settings import Settings
from api.stop import Stop


def _say_nothing() -> None:
    """The logs say it."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Watch:
    """Whom to tell that it listens, and whom to ask whether what it stands on is gone."""

    on_listening: Callable[[], None] = _say_nothing
    is_over: Callable[[], bool] = _never


UNWATCHED = Watch()


class _Server(uvicorn.Server):
    """Says when it listens, and stops when what it stands on is gone."""

    def __init__(self, config: uvicorn.Config, watch: Watch) -> None:
        super().__init__(config)
        self._watch = watch

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._watch.on_listening()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        if self.force_exit:  # answers are not waited for, but the application closes what it has opened
            await self.lifespan.shutdown()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals stop the server and nothing else: what comes after it is done in order, not by an exception."""
        before = {name: signal.signal(name, self.handle_exit) for name in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)

    async def on_tick(self, counter: int) -> bool:
        return await super().on_tick(counter) or self._watch.is_over()


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """The port, taken at once, so that nothing is begun that could not be served. Who is early waits.

    Raises:
        Stop: it is in use, or it is not this machine's or this user's to take.
    """
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as fault:
        raise Stop(f"{host} is no address of this machine: set GOLDENTHREAD_HOST to one, 127.0.0.1 say.") from fault
    with socket.socket(family, kind, protocol) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(address)
            taken.listen()
        except OSError as fault:
            raise _not_taken(host, port, fault) from fault
        yield taken


def serve_until_stopped(settings: Settings, entrance: Entrance, taken: socket.socket, watch: Watch = UNWATCHED) -> None:
    """Serve until Ctrl-C or SIGTERM, or until it is over; then answer what has been asked, and return.

    A second Ctrl-C does not wait for the answers.
    """
    _Server(configured(create_app(settings, entrance), settings), watch).run(sockets=[taken])


def configured(app: Starlette, settings: Settings) -> uvicorn.Config:
    """How the application is served. Requests are logged for debugging alone: a line costs a fifth of a small one."""
    return uvicorn.Config(
        app,
        http=BoundedHeads,
        lifespan="on",
        log_config=None,
        access_log=settings.log_level == "debug",
        server_header=False,
        timeout_graceful_shutdown=math.ceil(settings.request_timeout),
        ws="none",
    )


def _not_taken(host: str, port: int, fault: OSError) -> Stop:
    another = "give another with --port N or GOLDENTHREAD_PORT"
    if fault.errno == errno.EADDRINUSE:
        return Stop(f"Port {port} of {host} is in use: stop what uses it, or {another}.")
    return Stop(f"Port {port} of {host} cannot be taken ({fault.strerror}): {another}.")
