"""The filters of what stands around the work: people, teams, periods, spaces, and what was said of work."""

from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from graph.reading.sources import incoming, outgoing
from graph.relations import ASKS, IN_PERIOD, MEMBER_OF, OWNED_BY, SUBTEAM_OF, WITHIN
from resolvers.filters import edge_tested, guarded_test, reached, reached_one, tested, where
from resolvers.scopes import Scope

from .comparisons import (
    Comparison,
    DateComparison,
    DateTimeComparison,
    IdComparison,
    IntComparison,
    NumberComparison,
    Test,
    TextComparison,
)
from .scalars import AskSize, OwnerRole, PeriodKind, PrincipalKind, ReferenceRole, ReportedHealth, SpaceRole

if TYPE_CHECKING:
    from .filters import ObjectiveWhere, WorkWhere

ANY_WORK = ("WorkNode",)
AnyWork = Annotated["WorkWhere", strawberry.lazy("schema.filters")]
AnObjective = Annotated["ObjectiveWhere", strawberry.lazy("schema.filters")]


@strawberry.input(description="What all that has a name can be tested by.")
class NamedTests:
    id: IdComparison | None = tested("By id.")
    name: TextComparison | None = tested("By name.")
    created_at: DateTimeComparison | None = tested("By when it was first recorded.")


@strawberry.input(description="What teams can be tested by.")
class TeamTests(NamedTests):
    capacity: NumberComparison | None = tested("By hours a week.")
    parent: Optional["TeamWhere"] = reached_one(outgoing(SUBTEAM_OF), ("Team",), "By the team that it is a part of.")
    subteams: Test["TeamWhere"] | None = reached(incoming(SUBTEAM_OF), ("Team",), "By its parts.")
    members: Test["PersonWhere"] | None = reached(incoming(MEMBER_OF), ("Person",), "By who is in it.")
    asked_by: Test[AnyWork] | None = reached(incoming(ASKS), ANY_WORK, "By the work that asks the team.")
    owns: Test[AnyWork] | None = reached(incoming(OWNED_BY), ANY_WORK, "By the work that the team owns.")


@where("Which teams.")
class TeamWhere(TeamTests):
    pass


@where("Which teams that are asked.")
class AskedTeamWhere(TeamTests):
    size: Comparison[AskSize] | None = edge_tested("By how much is asked.")


@where("Which people.")
class PersonWhere(NamedTests):
    role: TextComparison | None = guarded_test(
        Scope.PEOPLE_READ, "By what the person works as; needs the scope people:read."
    )
    teams: Test["TeamWhere"] | None = reached(outgoing(MEMBER_OF), ("Team",), "By the teams that the person is in.")
    owns: Test[AnyWork] | None = reached(incoming(OWNED_BY), ANY_WORK, "By the work that the person owns.")


@where("Which owners.")
class OwnerWhere(NamedTests):
    role: Comparison[OwnerRole] | None = edge_tested("By what they answer for.")
    teams: Test["TeamWhere"] | None = reached(outgoing(MEMBER_OF), ("Team",), "By the teams that a person is in.")


@where("Which grantees.")
class GranteeWhere(NamedTests):
    role: Comparison[SpaceRole] | None = edge_tested("By what they may do.")


@where("Which principals.")
class PrincipalWhere(NamedTests):
    principal_kind: Comparison[PrincipalKind] | None = tested("By what sort of grantee they are.")
    issuer: TextComparison | None = tested("By identity provider.")


@where("Which periods.")
class PeriodWhere(NamedTests):
    period_kind: Comparison[PeriodKind] | None = tested("By length.")
    starts_on: DateComparison | None = tested("By first day.")
    ends_on: DateComparison | None = tested("By last day.")
    parent: Optional["PeriodWhere"] = reached_one(
        outgoing(WITHIN), ("Period",), "By the longer period that it lies in."
    )
    periods: Test["PeriodWhere"] | None = reached(incoming(WITHIN), ("Period",), "By the periods within it.")
    objectives: Test[AnObjective] | None = reached(
        incoming(IN_PERIOD), ("Objective",), "By the objectives planned for it."
    )


@where("Which spaces.")
class SpaceWhere(NamedTests):
    description: TextComparison | None = tested("By what is in it, and for whom.")


@where("Which references to other tools.")
class ReferenceWhere:
    source: TextComparison | None = tested("By the tool, by the name of its source.")
    external_type: TextComparison | None = tested("By what the tool calls such a thing.")
    external_id: TextComparison | None = tested("By the tool's own id.")
    role: Comparison[ReferenceRole] | None = tested("By whether it is the same thing there.")
    url: TextComparison | None = tested("By where it can be opened.")


@where("Which check-ins.")
class CheckInWhere:
    id: IdComparison | None = tested("By id.")
    as_of: DateComparison | None = tested("By the day that they speak of.")
    health: Comparison[ReportedHealth] | None = tested("By the health that they report.")
    text: TextComparison | None = tested("By what was said.")
    confidence: NumberComparison | None = tested("By how sure it is that the goal will be reached, 0 to 1.")
    progress: NumberComparison | None = tested("By how far it is, as reported, 0 to 1.")
    value: NumberComparison | None = tested("By the value of a key result, in its unit.")
    numerator: IntComparison | None = tested("By how much was reported as done.")
    denominator: IntComparison | None = tested("By out of how much.")
    created_at: DateTimeComparison | None = tested("By when they were recorded.")
