"""Time and what it costs, as they are published.

Time entries and rates are no `Node`, so no root but their own leads to them: who worked how long is told with the scope
people:read, and what an hour costs with cost:read.
"""

from graph.reading.sources import Told
from graph.records import time
from resolvers.fields import related
from resolvers.filters import tested, where
from resolvers.properties import guarded
from resolvers.scopes import Scope
from resolvers.types import published

from .around import AnyWork, Person, Team
from .comparisons import DateComparison, DateTimeComparison, IdComparison, IntComparison, TextComparison
from .money import Money


@published
class TimeEntry(time.TimeEntry):
    subject: AnyWork | None = related(Told("Node", "id", "subject"), "The work that it was for.")
    person: Person | None = related(Told("Node", "id", "person"), "Who worked.")


@published
class CostRate(time.CostRate):
    per_hour: Money | None = guarded(Scope.COST_READ)  # type: ignore[assignment]
    team: Team | None = related(Told("Node", "id", "team"), "The team whose hour it is; null for a role's.")


@where("Which time entries.")
class TimeEntryWhere:
    id: IdComparison | None = tested("By id.")
    day: DateComparison | None = tested("By the day on which it was worked.")
    minutes: IntComparison | None = tested("By how many minutes.")
    note: TextComparison | None = tested("By what was done.")
    created_at: DateTimeComparison | None = tested("By when they were recorded.")


@where("Which rates.")
class CostRateWhere:
    id: IdComparison | None = tested("By id.")
    role: TextComparison | None = tested("By role; a team's rate has none.")
    starts_on: DateComparison | None = tested("By the first day on which it holds.")
    created_at: DateTimeComparison | None = tested("By when they were first recorded.")
