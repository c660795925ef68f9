"""The whole file as pieces to state, in an order in which no piece names what only a later one makes."""

from collections.abc import Iterator

from ..remarks import no_place
from .check_ins import check_ins
from .frame import periods, spaces
from .goals import objectives
from .people import people, teams
from .pieces import Piece
from .sorting import Sorted, sorted_out
from .source import Goals, unknown_fields
from .strategies import strategies
from .tasks import projects, work_items


def pieces(file: Goals) -> tuple[Piece, ...]:
    entries = sorted_out(file)
    return (*surroundings(file, entries), *work(file, entries), about_the_file(file, entries))


def surroundings(file: Goals, entries: Sorted) -> Iterator[Piece]:
    yield from spaces(entries.seasons)
    yield from periods(entries.seasons)
    yield from teams(file.teams)
    yield from people(file)


def work(file: Goals, entries: Sorted) -> Iterator[Piece]:
    known = frozenset(team.name for team in file.teams)
    yield from strategies(entries)
    yield from objectives(entries.goals, known)
    for taken in entries.goals:
        yield from projects(taken)
        yield from work_items(taken, known)
    yield from check_ins(file.checkins, entries.goals)


def about_the_file(file: Goals, entries: Sorted) -> Piece:
    """What was kept out, what the file says of itself, and fields that we do not know."""
    commits = ", ".join(f"{name} {commit}" for name, commit in file.source_commits.items())
    return Piece(
        remarks=(
            *entries.kept_out,
            no_place("words on the file's licence", file.licence),
            no_place("commits that the file was made from", commits, len(file.source_commits)),
            *(no_place(f"values of the unknown field {name}", value) for name, value in unknown_fields(file)),
        )
    )
