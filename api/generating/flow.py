"""How an item goes through its states: the spans, and what they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from graph.records.states import CATEGORY_OF_FLOW, FlowState
from graph.relations import MILLIONTHS

from .calendar import DAY, END, HOUR
from .chances import Chance

NEW, WAITING, ACTIVE, DONE, CANCELLED, IGNORED, UNMAPPED = FlowState

WORDS: Mapping[FlowState, tuple[str, ...]] = MappingProxyType(
    {
        NEW: ("To do", "Backlog"),
        WAITING: ("In review", "Blocked"),
        ACTIVE: ("In progress",),
        DONE: ("Done",),
        CANCELLED: ("Won't do",),
        IGNORED: ("Duplicate",),
        UNMAPPED: ("Parking lot", "Icebox"),
    }
)
"""What the source calls each state. It has words for which there is no rule."""

ENDS: Mapping[tuple[FlowState, ...], int] = MappingProxyType(
    {
        (): 10,
        (IGNORED,): 3,
        (ACTIVE,): 4,
        (ACTIVE, CANCELLED): 5,
        (ACTIVE, DONE, ACTIVE, DONE): 3,
        (ACTIVE, DONE): 75,
    }
)
"""How items end. Some are never begun, some never finished, some are opened again."""

WAITS = 0.14
"""How often an item waits, each of three times."""

SAID = 0.3
"""How often it is said how far an item is."""

ODD = 0.03
"""How often an item has a word of its source's for which there is no rule."""

LONGEST = 60 * DAY
STARTED = (WAITING, ACTIVE)


@dataclass(frozen=True, slots=True)
class Span:
    """A state and the instant from which it held."""

    state: FlowState
    since: int


def spans(chance: Chance, since: int) -> list[Span]:
    """All states of an item that was recorded at `since`, up to the end of the sample."""
    found = [Span(UNMAPPED if chance.happens(ODD) else NEW, since)]
    for state in states(chance):
        at = found[-1].since + pause(chance)
        if at >= END:
            break
        found.append(Span(state, at))
    return found


def states(chance: Chance) -> Sequence[FlowState]:
    """What an item becomes, in its turn, after it was new."""
    end = chance.falls(ENDS)
    if end in ((), (IGNORED,)):
        return end
    waits = sum(chance.happens(WAITS) for _ in range(3))
    return [ACTIVE, *[WAITING, ACTIVE] * waits, *end[1:]]


def pause(chance: Chance) -> int:
    """How long a state lasts: hours to weeks."""
    return min(LONGEST, HOUR + int(chance.lognormvariate(0.9, 1.0) * DAY))


def holds_after(chance: Chance, found: Sequence[Span]) -> dict[str, object]:
    """What an item holds once the last of these spans has begun."""
    state = found[-1].state
    holds: dict[str, object] = {
        "flowState": state.name,
        "stateCategory": CATEGORY_OF_FLOW[state].name,
        "sourceStatus": chance.choice(WORDS[state]),
        "spanStates": [span.state.name for span in found],
        "spanFrom": [span.since for span in found],
    }
    begun = [span.since for span in found if span.state in STARTED]
    if not begun:
        return holds
    holds |= {"flowStart": begun[0], "activeMs": lasted(found, ACTIVE), "waitMs": lasted(found, WAITING)}
    if active := [span.since for span in found if span.state is ACTIVE]:
        holds["startedAt"] = active[0]
    done = found[-1].since if state is DONE else None
    if done or found[-2].state is DONE:
        holds |= {"doneAt": done, "completedAt": done}
    if chance.happens(SAID):
        holds["percentComplete"] = MILLIONTHS if state is DONE else chance.randint(1, 9) * MILLIONTHS // 10
    return holds


def lasted(found: Sequence[Span], state: FlowState) -> int:
    """How many milliseconds the state has held, up to the beginning of the last span."""
    ends = [span.since for span in found[1:]]
    return sum(end - span.since for span, end in zip(found, ends, strict=False) if span.state is state)
