"""A file is cut into the same chunks whoever cuts it and when: nodes first, then what names them."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.changes.upserting import StatedChild
from graph.jobs.chunks import MOST_BYTES, Chunk, Place, chunks
from graph.jobs.lines import BadLine, Line
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink, StatedNode

Stated = StatedNode | StatedChild | BadLine


def named(name: str) -> Identity:
    return Identity("tracker", "thing", name)


def a_node(name: str, kind: str = "WorkItem") -> StatedNode:
    return StatedNode(named(name), kind, {})


def a_child(name: str, *parents: str) -> StatedChild:
    links = (StatedLink(named(name), "PART_OF", named(parent)) for parent in parents)
    return StatedChild(named(name), tuple(links))


def cut(*stated: Stated, most: int = 2, after: Place = Place(), size: int = 1) -> list[Chunk]:
    """What a file with these lines is cut into, after a place."""

    async def read(line: int) -> AsyncIterator[Line]:
        for number, each in enumerate(stated, start=1):
            if number > line:
                yield Line(number, size, each)

    async def all_of_them() -> list[Chunk]:
        return [chunk async for chunk in chunks(read, after, most)]

    return asyncio.run(all_of_them())


def lines_of(chunk: Chunk) -> list[int]:
    return [number for number, _ in (*chunk.nodes, *chunk.children, *chunk.bad)]


def test_nodes_come_before_all_that_names_them() -> None:
    check_in, time, child = a_node("news", "CheckIn"), a_node("log", "TimeEntry"), a_child("a", "b")

    found = cut(check_in, time, child, a_node("a"), a_node("b"), most=3)

    assert [lines_of(chunk) for chunk in found] == [[4, 5], [1, 2, 3]]
    assert [chunk.place for chunk in found] == [Place(1, 1, 5), Place(2, 2, 3)]


def test_a_chunk_counts_the_links_of_a_child() -> None:
    found = cut(a_child("a", "x", "y"), a_child("b", "x"), a_child("c"), most=3)

    assert [lines_of(chunk) for chunk in found] == [[1, 2], [3]]


def test_what_is_stated_twice_stands_in_two_chunks_so_that_the_later_line_holds() -> None:
    found = cut(a_node("a"), a_node("a"), a_child("a", "x"), a_child("a", "y"), most=9)

    assert [lines_of(chunk) for chunk in found] == [[1], [2], [3], [4]]


def test_long_lines_make_small_chunks() -> None:
    found = cut(a_node("a"), a_node("b"), a_node("c"), most=9, size=MOST_BYTES // 2)

    assert [lines_of(chunk) for chunk in found] == [[1, 2], [3]]


def test_a_line_that_states_nothing_is_told_of_once() -> None:
    found = cut(a_child("a", "b"), BadLine("No."), a_node("a"), most=9)

    assert [lines_of(chunk) for chunk in found] == [[3, 2], [1]]


@pytest.mark.parametrize("done", range(5))
def test_after_each_chunk_the_rest_is_cut_as_if_nobody_had_stopped(done: int) -> None:
    stated: list[Stated] = [
        a_node("a"),
        a_child("a", "b"),
        BadLine("No."),
        a_node("b"),
        a_node("a"),
        a_child("b", "c"),
        a_node("c"),
    ]
    whole = cut(*stated)
    assert len(whole) == 4

    rest = cut(*stated, after=whole[done - 1].place if done else Place())

    assert rest == whole[done:]


def test_an_empty_file_has_no_chunks() -> None:
    assert cut() == []
