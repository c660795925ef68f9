"""Random worlds of forty pieces of work, and how they get into the database."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from graph.database import Database
from graph.kinds import KIND
from graph.loading.lives import Life, Moment
from graph.loading.lives import Tie as Edge
from graph.loading.loading import NewWorkspace, load
from graph.records.states import CATEGORY_OF_FLOW, CATEGORY_OF_STATUS, FlowState, LifecycleStatus
from graph.relations import CONTRIBUTES_TO, MILLIONTHS, MOST_STEPS, PART_OF
from graph.writing.identities import Identity

from .oracle import Piece, Said, Tie, World

PIECES = 40
SPACES = ("home", "home", "home", "vault", "den")
KINDS = ("WorkItem", "WorkItem", "WorkItem", "WorkItem", "Project", "Initiative", "KeyResult", "Objective", "Strategy")
FLOW = ("NEW", "WAITING", "ACTIVE", "DONE", "DONE", "CANCELLED", "IGNORED", "UNMAPPED")
STATUS = ("PROPOSED", "PLANNED", "ACTIVE", "ACTIVE", "ACTIVE", "ON_HOLD", "COMPLETED", "CANCELLED")
METHODS = (None, None, None, "MANUAL", "KEY_RESULTS", "CHILDREN_WEIGHTED", "CHILDREN_EFFORT", "LEAF_COUNT", "NONE")
START = 1_700_000_000_000
"""When all of it begins, in milliseconds since 1970."""


def random_world(number: int) -> World:
    """The same for the same number."""
    chance = random.Random(number)  # noqa: S311 - makes up worlds; no secret
    drawn = [(kind, chance.randint(0, MOST_STEPS[rank(kind)])) for kind in chance.choices(KINDS, k=PIECES)]
    sized = chance.random() < 0.8
    places = sorted(drawn, key=lambda place: (rank(place[0]), place[1]))
    pieces = [random_piece(chance, f"w{number}x{turn}", kind, sized=sized) for turn, (kind, _) in enumerate(places)]
    ties: list[Tie] = []
    for turn, piece in enumerate(pieces):
        higher = [
            pieces[other]
            for other in range(turn + 1, len(pieces))
            if (rank(places[other][0]), places[other][1]) > (rank(piece.kind), places[turn][1])
        ]
        ties += random_ties(chance, piece, higher)
    return World({piece.id: piece for piece in pieces}, tuple(ties), tuple(ties))


def rank(kind: str) -> int:
    rank = KIND[kind].rank
    assert rank is not None
    return rank


def random_piece(chance: random.Random, name: str, kind: str, *, sized: bool) -> Piece:
    id_, space = f"{KIND[kind].prefix}_{name}", chance.choice(SPACES)
    if kind == "WorkItem":
        percent = chance.choice((None, None, Fraction(1, 4), Fraction(333_333, MILLIONTHS), Fraction(1)))
        estimate = chance.choice((None, Fraction(0), Fraction(1), Fraction(3), Fraction(5, 2))) if sized else None
        return Piece(id_, kind, space, chance.choice(FLOW), percent, estimate)
    said = tuple(random_said(chance, number) for number in range(chance.randint(0, 2)))
    if kind == "KeyResult":
        direction = chance.choice(("INCREASE", "DECREASE", "MAINTAIN"))
        low, high = Fraction(chance.randint(0, 9)), Fraction(chance.randint(10, 30))
        goal = (direction, high, low) if direction == "DECREASE" else (direction, low, high)
        return Piece(id_, kind, space, None, goal=goal, said=said)
    method = chance.choice(METHODS) if kind in ("Objective", "Initiative") else None
    return Piece(id_, kind, space, chance.choice(STATUS), method=method, said=said)


def random_said(chance: random.Random, number: int) -> Said:
    day = f"2026-0{chance.randint(1, 3)}-01"
    match chance.randint(0, 3):
        case 0:
            return Said(day, number, progress=Fraction(chance.randint(0, 100), 100))
        case 1:
            return Said(day, number, count=(chance.randint(0, 9), chance.randint(1, 7)))
        case 2:
            return Said(day, number)
    return Said(day, number, value=Fraction(chance.randint(-5, 40)))


def random_ties(chance: random.Random, child: Piece, higher: list[Piece]) -> Iterator[Tie]:
    """Up to three edges upwards, one of containment at most, with shares that sum to 1 at most."""
    parents = chance.sample(higher, min(len(higher), chance.choice((0, 1, 1, 1, 2, 2, 3))))
    left, contained = Fraction(1), False
    for parent in parents:
        ends = (child.kind, parent.kind)
        if not contained and ends in PART_OF.ends:
            relation, contained = "PART_OF", True
        elif ends in CONTRIBUTES_TO.ends:
            relation = "CONTRIBUTES_TO"
        else:
            continue
        share = Fraction(chance.randint(0, int(left * MILLIONTHS)), MILLIONTHS) if chance.random() < 0.5 else None
        left -= share or 0
        yield Tie(
            child.id, relation, parent.id, share, chance.choice((Fraction(1), Fraction(1), Fraction(0), Fraction(7, 2)))
        )


async def put(database: Database, workspace: str, worlds: Iterable[World]) -> None:
    """Writes the worlds into a new workspace, parents first."""
    lives = [life for world in worlds for life in lives_of(world)]
    settings = {"name": workspace, "timeZone": "UTC", "currency": "EUR", "estimateUnit": "POINTS", "fiscalYearStart": 1}
    await load(database, NewWorkspace(workspace, settings), lives, lambda _: None)


def lives_of(world: World) -> Iterator[Life]:
    for piece in reversed(world.pieces.values()):
        ties = [edge(tie) for tie in world.up(piece.id)]
        yield Life(piece.id, piece.kind, piece.space, identity(piece.id), [Moment(START, held(piece))], ties)
        for said in piece.said:
            id_ = f"chk_{said.number}{piece.id}"
            yield Life(id_, "CheckIn", piece.space, identity(id_), [Moment(START, told(piece, said))])


def identity(id_: str) -> Identity:
    return Identity("worlds", "thing", id_)


def edge(tie: Tie) -> Edge:
    holds = {"share": stored(tie.share), "weight": stored(tie.weight)}
    known = {name: value for name, value in holds.items() if value is not None}
    return Edge(f"edg_{tie.child}_{tie.parent}", tie.relation, tie.parent, START, None, known)


def stored(number: Fraction | None) -> int | None:
    return None if number is None else int(number * MILLIONTHS)


def held(piece: Piece) -> dict[str, object]:
    holds: dict[str, object] = {"title": piece.id, "labels": [], "progressMethod": piece.method}
    if piece.kind == "WorkItem":
        holds |= {"flowState": piece.state, "stateCategory": CATEGORY_OF_FLOW[FlowState[str(piece.state)]].name}
        holds |= {"percentComplete": stored(piece.percent), "estimate": stored(piece.estimate)}
    elif piece.goal:
        direction, low, high = piece.goal
        names = ("minimumValue", "maximumValue") if direction == "MAINTAIN" else ("startValue", "targetValue")
        values = dict(zip(names, (stored(low), stored(high)), strict=True))
        holds |= {"direction": direction, "unit": "NUMBER", "stateCategory": "NOT_STARTED", **values}
    else:
        holds |= {"status": piece.state, "stateCategory": CATEGORY_OF_STATUS[LifecycleStatus[str(piece.state)]].name}
    return {name: value for name, value in holds.items() if value is not None}


def told(piece: Piece, said: Said) -> dict[str, object]:
    holds: dict[str, object] = {"subject": piece.id, "asOf": date.fromisoformat(said.day)}
    holds |= {"progress": stored(said.progress), "value": stored(said.value)}
    if said.count:
        holds |= {"numerator": said.count[0], "denominator": said.count[1]}
    return {name: value for name, value in holds.items() if value is not None}
