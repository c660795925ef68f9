"""HTTP: from the port that is taken to the last answer that is given."""

import errno
import math
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from api.app import create_app
from api.settings import Settings
from api.stop import Stop


class _Server(uvicorn.Server):
    """Says when it listens, and stops when what it stands on is gone."""

    def __init__(self, config: uvicorn.Config, on_listening: Callable[[], None], is_over: Callable[[], bool]) -> None:
        super().__init__(config)
        self._on_listening, self._is_over = on_listening, is_over

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_listening()

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
        return await super().on_tick(counter) or self._is_over()


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


def serve_until_stopped(
    settings: Settings, taken: socket.socket, on_listening: Callable[[], None], is_over: Callable[[], bool]
) -> None:
    """Serve until Ctrl-C or SIGTERM, or until it is over; then answer what has been asked, and return.

    A second Ctrl-C does not wait for the answers.
    """
    config = uvicorn.Config(
        create_app(settings),
        lifespan="on",
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=math.ceil(settings.request_timeout),
        ws="none",
    )
    _Server(config, on_listening, is_over).run(sockets=[taken])


def _not_taken(host: str, port: int, fault: OSError) -> Stop:
    another = "give another with --port N or GOLDENTHREAD_PORT"
    if fault.errno == errno.EADDRINUSE:
        return Stop(f"Port {port} of {host} is in use: stop what uses it, or {another}.")
    return Stop(f"Port {port} of {host} cannot be taken ({fault.strerror}): {another}.")
