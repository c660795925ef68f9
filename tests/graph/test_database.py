"""What a caller is told of a server that does not admit it, and of a statement that takes too long."""

import asyncio
from dataclasses import replace

import pytest

from api.local.address import LocalServer
from graph.database import Database, NotAdmitted, TookTooLong, Unavailable, opened
from tests.fixtures.questions import with_database


def ask(server: LocalServer, database: str) -> object:
    async def asked() -> object:
        async with opened(server.uri, server.user, server.password, database) as graph:
            return await graph.value("RETURN 1", {}, timeout=3)

    return asyncio.run(asked())


def test_a_wrong_password_is_told_as_that(neo4j: LocalServer) -> None:
    with pytest.raises(NotAdmitted, match="user with this password"):
        ask(replace(neo4j, password="wrong"), "neo4j")


def test_a_wrong_name_of_a_database_is_told_as_that(neo4j: LocalServer) -> None:
    with pytest.raises(NotAdmitted, match="no database of this name"):
        ask(neo4j, "elsewhere")


def test_a_server_that_is_not_there_is_unavailable_after_the_time_out(neo4j: LocalServer) -> None:
    with pytest.raises(Unavailable, match="did not answer in time"):
        ask(replace(neo4j, uri="bolt://127.0.0.1:1"), "neo4j")


def test_a_statement_is_ended_by_the_database_at_its_deadline(neo4j: LocalServer) -> None:
    async def endless(graph: Database) -> None:
        text = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7)"
        await graph.value(text, {}, timeout=0.5)

    with pytest.raises(TookTooLong, match="ask for less at once"):
        with_database(neo4j, endless)


def test_a_read_cannot_write(neo4j: LocalServer) -> None:
    async def writing(graph: Database) -> None:
        await graph.value("CREATE (n:Forbidden) RETURN n.id", {}, timeout=5)

    with pytest.raises(Exception, match=r"(?i)access mode|not allowed"):
        with_database(neo4j, writing)
