"""People, teams and periods: what is stated of them, and what comes of it."""

import strawberry

from resolvers.changes import changed_node
from resolvers.inputs import creates, updates
from resolvers.scopes import Scope

from .access import Changed
from .around import Period, Person, Team
from .inputs import AT_REVISION, STAYS
from .refusals import CycleRefused, StaleRevision
from .results import AS_THEN, result

CreatePersonInput = creates("Person", "A person who is to be.")
CreateTeamInput = creates("Team", "A team that is to be.")
CreatePeriodInput = creates("Period", "A period that is to be.")
UpdatePersonInput = updates("Person", f"What is to be said of a person. {STAYS}", **AT_REVISION)
UpdateTeamInput = updates("Team", f"What a team is to hold. {STAYS}", **AT_REVISION)
UpdatePeriodInput = updates("Period", f"What a period is to hold. {STAYS}", **AT_REVISION)


@strawberry.input(description="A person who is to be in a team.")
class JoinTeamInput:
    person: strawberry.ID = strawberry.field(description="Who.")
    team: strawberry.ID = strawberry.field(description="Which team.")


@strawberry.input(description="A person who is to be in a team no longer.")
class LeaveTeamInput:
    person: strawberry.ID = strawberry.field(description="Who.")
    team: strawberry.ID = strawberry.field(description="Which team.")


@strawberry.input(description="What a team is to be part of.")
class SetParentTeamInput:
    id: strawberry.ID = strawberry.field(description="Which team.")
    parent: strawberry.ID | None = strawberry.field(description="The team that it is to be part of; null for none.")


@strawberry.input(description="In which longer period a period is to lie.")
class SetParentPeriodInput:
    id: strawberry.ID = strawberry.field(description="Which period.")
    parent: strawberry.ID | None = strawberry.field(description="The longer period; null for none.")


@strawberry.type(description="A person was recorded or changed.")
class PersonChanged(Changed):
    person: Person | None = changed_node(Scope.PEOPLE_READ, AS_THEN)


@strawberry.type(description="A team was recorded or changed.")
class TeamChanged(Changed):
    team: Team | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A period was recorded or changed.")
class PeriodChanged(Changed):
    period: Period | None = changed_node(Scope.WORK_READ, AS_THEN)


CreatePersonResult = result("createPerson", PersonChanged)
UpdatePersonResult = result("updatePerson", PersonChanged, StaleRevision)
CreateTeamResult = result("createTeam", TeamChanged)
UpdateTeamResult = result("updateTeam", TeamChanged, StaleRevision)
CreatePeriodResult = result("createPeriod", PeriodChanged)
UpdatePeriodResult = result("updatePeriod", PeriodChanged, StaleRevision)
JoinTeamResult = result("joinTeam", PersonChanged)
LeaveTeamResult = result("leaveTeam", PersonChanged)
SetParentTeamResult = result("setParentTeam", TeamChanged, CycleRefused)
SetParentPeriodResult = result("setParentPeriod", PeriodChanged, CycleRefused)
