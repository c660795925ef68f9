"""Neo4j: reads of one record, and transactions that write. The only module that knows the driver."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, AsyncGraphDatabase, AsyncTransaction, Query
from neo4j.exceptions import (
    ClientError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

T = TypeVar("T")
Parameters = Mapping[str, Any]

OUT_OF_MEMORY = "MemoryPoolOutOfMemoryError"
"""Called transient by the server; what needs too much memory once needs it again."""

DELAYS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.0)
"""Seconds before each further attempt, halved at random so that rivals part."""

MADE_BY_A_RIVAL = "EquivalentSchemaRuleAlreadyExists"
"""Even `IF NOT EXISTS` meets it where two make the same index at once; the next attempt sees that it exists."""

TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockClientStopped")
"""How the server says that it ended a statement at its deadline."""

NOT_ADMITTED: Mapping[str, str] = MappingProxyType(
    {
        "Unauthorized": "Neo4j does not know this user with this password: set the right ones.",
        "AuthenticationRateLimit": "Neo4j has met too many wrong passwords: wait some seconds, and set the right one.",
        "DatabaseNotFound": "Neo4j has no database of this name: set the name of one that it has.",
    }
)


class Unavailable(Exception):
    """The database could not be reached, or did not answer in time."""


class NotAdmitted(Exception):
    """The server does not know this user with this password, or has no database of this name."""


class TookTooLong(Exception):
    """The database ended a statement at the request's deadline."""


class Stale(Exception):
    """What a change had gathered no longer holds: it must be gathered again."""


class Reads(Protocol):
    """Whoever can run a read. Values are of any shape that Cypher can return, hence `Any`."""

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any: ...

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]: ...


class Transaction:
    """An open transaction that may write. Values are of any shape that Cypher can return, hence `Any`."""

    def __init__(self, transaction: AsyncTransaction) -> None:
        self._transaction = transaction

    async def row(self, text: str, parameters: Parameters) -> tuple[Any, ...] | None:
        """The only record, or None where there is none."""
        record = await (await self._transaction.run(text, dict(parameters))).single()
        return None if record is None else tuple(record.values())

    async def rows(self, text: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """All records."""
        return [tuple(record.values()) async for record in await self._transaction.run(text, dict(parameters))]


class Database:
    """One database of a Neo4j server or cluster."""

    def __init__(self, driver: AsyncDriver, name: str) -> None:
        self._driver, self._name = driver, name

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        """The only value of the only record; None where there is no record. `timeout` in seconds."""

        async def once(left: float) -> Any:
            async with self._driver.session(
                database=self._name, default_access_mode=READ_ACCESS, fetch_size=-1
            ) as session:
                record = await (await session.run(Query(text, timeout=left), dict(parameters))).single()
                return None if record is None else record[0]

        return await attempted(once, timeout)

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]:
        """All records, each as a tuple. `timeout` in seconds."""

        async def once(left: float) -> list[tuple[Any, ...]]:
            async with self._driver.session(
                database=self._name, default_access_mode=READ_ACCESS, fetch_size=-1
            ) as session:
                result = await session.run(Query(text, timeout=left), dict(parameters))
                return [tuple(record.values()) async for record in result]

        return await attempted(once, timeout)

    async def changed(self, work: Callable[[Transaction, int], Awaitable[T]], timeout: float) -> T:
        """What `work` answers, after its transaction is committed.

        It is run again, with the number of the attempt, where the attempt met a rival, a passing fault
        or a connection lost during COMMIT: so `work` looks first whether it has been done already.
        """
        attempt = -1

        async def once(left: float) -> T:
            nonlocal attempt
            attempt += 1
            async with self._driver.session(database=self._name, default_access_mode=WRITE_ACCESS) as session:
                transaction = await session.begin_transaction(timeout=left)
                async with transaction:
                    answer = await work(Transaction(transaction), attempt)
                    await transaction.commit()
                    return answer

        return await attempted(once, timeout)

    async def applied(self, text: str, timeout: float) -> None:
        """Runs a statement about the schema, which cannot share a transaction with data.

        It is run again where a rival was in the way, for `timeout` seconds; `text` must bear that.
        """

        async def once(left: float) -> None:
            async with self._driver.session(database=self._name, default_access_mode=WRITE_ACCESS) as session:
                await (await session.run(text)).consume()

        await attempted(once, timeout)

    async def reachable(self) -> bool:
        """Whether the database answers now."""
        try:
            return bool(await self.value("RETURN true", {}, timeout=2.0))
        except (Unavailable, NotAdmitted, TookTooLong, Neo4jError, DriverError):
            return False


async def attempted(once: Callable[[float], Awaitable[T]], timeout: float) -> T:
    """The answer of the first attempt that succeeds within `timeout` seconds, by our own policy of retries.

    Each attempt is given the seconds that are left, and passes them on to the server.
    """
    clock = asyncio.get_running_loop().time
    deadline = clock() + timeout
    delays = iter(DELAYS)
    while True:
        try:
            return await once(deadline - clock())
        except (Neo4jError, DriverError, Stale) as fault:
            if (code := code_of(fault)) in NOT_ADMITTED:
                raise NotAdmitted(NOT_ADMITTED[code]) from fault
            if is_late(fault):
                raise TookTooLong("This took longer than a request may: ask for less at once.") from fault
            if not is_passing(fault):
                raise
            pause = next(delays, DELAYS[-1]) * random.uniform(0.5, 1.0)  # noqa: S311 - spreads rivals; no secret
            if clock() + pause >= deadline:
                raise Unavailable("The database did not answer in time: try again in a moment.") from fault
        await asyncio.sleep(pause)


def code_of(fault: Exception) -> str:
    """The last part of the server's name for the fault; empty where the fault is not the server's."""
    return (fault.code or "").rpartition(".")[2] if isinstance(fault, Neo4jError) else ""


def is_late(fault: Exception) -> bool:
    """Whether the server ended the statement at its deadline."""
    return code_of(fault) in TIMED_OUT


def is_passing(fault: Exception) -> bool:
    """Whether another attempt may succeed."""
    if isinstance(fault, TransientError):
        return OUT_OF_MEMORY not in (fault.code or "")
    if isinstance(fault, ClientError) and not isinstance(fault, ConstraintError):
        return (fault.code or "").endswith(MADE_BY_A_RIVAL)
    return isinstance(fault, Stale | ConstraintError | IncompleteCommit | ServiceUnavailable | SessionExpired)


@asynccontextmanager
async def opened(uri: str, user: str, password: str, database: str) -> AsyncIterator[Database]:
    """The database behind an address, for as long as it is needed. `uri` as neo4j://… or bolt://…."""
    async with AsyncGraphDatabase.driver(
        uri, auth=(user, password), telemetry_disabled=True, notifications_min_severity="OFF"
    ) as driver:
        yield Database(driver, database)
