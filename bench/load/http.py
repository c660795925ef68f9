"""Load over HTTP: some connections, each asking again as soon as it is answered."""

import selectors
from collections.abc import Iterator, Sequence
from itertools import cycle
from time import perf_counter

from .exchange import Exchange
from .took import Took


def driven(port: int, requests: Sequence[bytes], connections: int, seconds: float) -> Took:
    """What the requests took. Connections are made before, and none lies idle, or its server would give it up."""
    exchanges = [Exchange(port) for _ in range(connections)]
    following = cycle(requests)
    took = Took()
    try:
        with selectors.DefaultSelector() as selector:
            for exchange in exchanges:
                selector.register(exchange.socket, selectors.EVENT_READ, exchange)
            with took.measuring():
                _measured(selector, exchanges, following, seconds, took.times)
    finally:
        for exchange in exchanges:
            exchange.close()
    return took


def _measured(
    selector: selectors.BaseSelector,
    exchanges: Sequence[Exchange],
    following: Iterator[bytes],
    seconds: float,
    times: list[float],
) -> None:
    ends = perf_counter() + seconds
    for one in exchanges:
        _asked(one, next(following))
    waiting = len(exchanges)
    while waiting:
        for key, _ in selector.select():
            exchange: Exchange = key.data
            if not exchange.is_answered():
                continue
            now = perf_counter()
            times.append(now - exchange.began)
            exchange.check()
            if now < ends:
                _asked(exchange, next(following))
            else:
                selector.unregister(exchange.socket)
                waiting -= 1


def _asked(exchange: Exchange, request: bytes) -> None:
    exchange.began = perf_counter()
    exchange.ask(request)
