"""The changes of time and of what it costs: each names its scope, what is stated, and what comes of it."""

import strawberry

from resolvers import time_and_money as perform
from resolvers.changes import changes
from resolvers.scopes import Scope

from . import timekeeping
from .refusals import refusal


@strawberry.type(description="What can be changed of time, and of what it costs.")
class TimeMutation:
    record_time: timekeeping.RecordTimeResult = changes(
        Scope.CHECKINS_WRITE,
        timekeeping.RecordTimeInput,
        perform.record_time,
        timekeeping.TimeEntryChanged,
        refusal,
        "Records time that somebody worked. Needs the role EDITOR on the space of the work.",
    )
    correct_time: timekeeping.CorrectTimeResult = changes(
        Scope.CHECKINS_WRITE,
        timekeeping.CorrectTimeInput,
        perform.correct_time,
        timekeeping.TimeEntryChanged,
        refusal,
        "Corrects an entry of yours, or of others with the scope people:read; 0 minutes take it back.",
    )
    set_cost_rate: timekeeping.SetCostRateResult = changes(
        Scope.COST_WRITE,
        timekeeping.SetCostRateInput,
        perform.set_cost_rate,
        timekeeping.CostRateChanged,
        refusal,
        "Sets what an hour costs from a day on; what was before that day stays. Needs the role OWNER on some space.",
    )
