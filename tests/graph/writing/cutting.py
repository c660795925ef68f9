"""A proxy before Neo4j that cuts a connection around its COMMIT, as a broken network would."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from enum import Enum
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message of Bolt, as it stands between its length and its end."""


class Cut(Enum):
    """When the connection is cut. LATE: the client is cut first, and its COMMIT arrives some time after."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LATE = "LATE"


@asynccontextmanager
async def cutting(uri: str, cuts: Iterable[Cut]) -> AsyncIterator[str]:
    """The address of the proxy. It cuts at one COMMIT for each of the cuts, and then no more; all must come about."""
    server = urlsplit(uri)
    left = list(cuts)

    async def serve(client_reads: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        server_reads, server_writes = await asyncio.open_connection(server.hostname, server.port)
        answers = asyncio.create_task(pass_on(server_reads, client))
        while data := await client_reads.read(65536):
            if COMMIT in data and left:
                await cut(left.pop(0), data, server_writes, client)
                break
            server_writes.write(data)
        answers.cancel()
        client.transport.abort()
        server_writes.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as proxy:
        yield f"bolt://127.0.0.1:{proxy.sockets[0].getsockname()[1]}"
    assert left == []


async def pass_on(reads: asyncio.StreamReader, writes: asyncio.StreamWriter) -> None:
    while data := await reads.read(65536):
        writes.write(data)


async def cut(how: Cut, data: bytes, server: asyncio.StreamWriter, client: asyncio.StreamWriter) -> None:
    if how is Cut.BEFORE:
        return
    if how is Cut.LATE:
        client.transport.abort()
        await asyncio.sleep(0.03)
    server.write(data)
    await server.drain()
    client.transport.abort()
    await asyncio.sleep(0.1)
