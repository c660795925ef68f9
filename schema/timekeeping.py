"""What is stated of time and of what it costs, and what comes of it."""

import strawberry

from resolvers.changes import changed_node
from resolvers.inputs import made, optional, rows_of
from resolvers.scopes import Scope

from .access import Changed
from .inputs import AT_REVISION, STAYS, maybe, said
from .refusals import StaleRevision
from .results import AS_THEN, result
from .time import CostRate, TimeEntry

NOTHING = frozenset[str]()

RecordTimeInput = made(
    "RecordTimeInput",
    "TimeEntry",
    rows_of("TimeEntry", NOTHING),
    "Time that was worked.",
    {
        "subject": (strawberry.ID, said("The work that it was for.")),
        "person": (
            strawberry.ID | None,
            maybe("Who worked: you, unless said. Another person needs the scope people:read.", None),
        ),
    },
)
CorrectTimeInput = made(
    "CorrectTimeInput",
    "TimeEntry",
    map(optional, rows_of("TimeEntry", NOTHING)),
    f"What an entry is to say. {STAYS}",
    dict(AT_REVISION),
)


@strawberry.input(one_of=True, description="Whose hour it is: by one of these.")
class RateOfInput:
    role: str | None = maybe("The role of persons, as they have it.")
    team: strawberry.ID | None = maybe("A team.")


SetCostRateInput = made(
    "SetCostRateInput",
    "CostRate",
    rows_of("CostRate", frozenset({"role"})),
    "What an hour is to cost, from a day until the next rate begins. One that begins on the same day is corrected.",
    {"of": (RateOfInput, said("Whose hour it is."))},
)


@strawberry.type(description="Time was recorded, or an entry corrected.")
class TimeEntryChanged(Changed):
    time_entry: TimeEntry | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A rate was set.")
class CostRateChanged(Changed):
    cost_rate: CostRate | None = changed_node(Scope.COST_READ, AS_THEN)


RecordTimeResult = result("recordTime", TimeEntryChanged)
CorrectTimeResult = result("correctTime", TimeEntryChanged, StaleRevision)
SetCostRateResult = result("setCostRate", CostRateChanged)
