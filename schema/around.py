"""What stands around the work, as it is published: each extends its record and says how it is related."""

from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from graph.reading.conditions import Key
from graph.reading.sources import Told, incoming, outgoing
from graph.records import around, words
from graph.relations import ASKS, GRANTED, IN_PERIOD, IS, MEMBER_OF, OWNED_BY, SUBTEAM_OF, WITHIN
from resolvers.declared import EdgeProperty, PageRows
from resolvers.fields import leaf, pages, related
from resolvers.properties import guarded
from resolvers.scopes import Scope
from resolvers.types import published, published_interface

from .filters import ObjectiveWhere, WorkWhere
from .filters_around import GranteeWhere, PeriodWhere, PersonWhere, TeamWhere
from .pages import Connection, Edge
from .scalars import AskSize, OwnerRole, SpaceRole
from .sorts import NamedOrder, PeriodOrder, WorkOrder

if TYPE_CHECKING:
    from .work import Objective, WorkNode

BY_NAME = (Key("name"), Key("id"))
AnyWork = Annotated["WorkNode", strawberry.lazy("schema.work")]
AnObjective = Annotated["Objective", strawberry.lazy("schema.work")]


@published_interface
class Node(words.Node):
    pass


@strawberry.type(description="A piece of work that asks a team, and how much of it.")
class AskEdge(Edge[AnyWork]):
    size: AskSize | None = leaf(EdgeProperty(), "How much is asked; null where it was not said.")


@strawberry.type(description="One page of what is asked of a team.")
class AskConnection(Connection[AnyWork]):
    edges: list[AskEdge] = leaf(PageRows(), "The rows, with how much is asked.")  # type: ignore[assignment]


@strawberry.type(description="A piece of work that somebody owns, and in which role.")
class OwnedEdge(Edge[AnyWork]):
    role: OwnerRole = leaf(EdgeProperty(), "What the owner answers for.")


@strawberry.type(description="One page of the work that somebody owns.")
class OwnedConnection(Connection[AnyWork]):
    edges: list[OwnedEdge] = leaf(PageRows(), "The rows, with the owner's role.")  # type: ignore[assignment]


@published
class Team(around.Team, Node):
    parent: Optional["Team"] = related(outgoing(SUBTEAM_OF), "The team that it is a part of.")
    subteams: Connection["Team"] = pages(incoming(SUBTEAM_OF), TeamWhere, NamedOrder, "Its parts.", BY_NAME)
    members: Connection["Person"] = pages(incoming(MEMBER_OF), PersonWhere, NamedOrder, "Who is in it.", BY_NAME)
    asked: AskConnection = pages(incoming(ASKS), WorkWhere, WorkOrder, "What asks the team for its time.")
    owned: OwnedConnection = pages(incoming(OWNED_BY), WorkWhere, WorkOrder, "The work that it owns.")


@published
class Person(around.Person, Node):
    role: str | None = guarded(Scope.PEOPLE_READ, "What the person works as.")
    teams: Connection[Team] | None = pages(
        outgoing(MEMBER_OF), TeamWhere, NamedOrder, "The teams of the person.", BY_NAME, Scope.PEOPLE_READ
    )
    owned: OwnedConnection | None = pages(
        incoming(OWNED_BY), WorkWhere, WorkOrder, "The work that the person owns.", scope=Scope.PEOPLE_READ
    )


@published
class Period(around.Period, Node):
    parent: Optional["Period"] = related(outgoing(WITHIN), "The longer period that it lies in.")
    periods: Connection["Period"] = pages(incoming(WITHIN), PeriodWhere, PeriodOrder, "The periods within it.", BY_NAME)
    objectives: Connection[AnObjective] = pages(
        incoming(IN_PERIOD), ObjectiveWhere, WorkOrder, "The objectives planned for it."
    )


@published
class Principal(around.Principal):
    person: Person | None = related(outgoing(IS), "The person that it was said to be.")


Grantee = Annotated[
    Person | Team | Principal, strawberry.union("Grantee", description="Whom a role on a space can be granted.")
]


@strawberry.type(description="Somebody who has a role on a space.")
class GrantEdge(Edge[Grantee]):
    role: SpaceRole = leaf(EdgeProperty(), "What they may do there.")


@strawberry.type(description="One page of those who have a role on a space.")
class GrantConnection(Connection[Grantee]):
    edges: list[GrantEdge] = leaf(PageRows(), "The rows, with their roles.")  # type: ignore[assignment]


@published
class Space(around.Space, Node):
    grants: GrantConnection | None = pages(
        incoming(GRANTED), GranteeWhere, NamedOrder, "Who has a role on it.", BY_NAME, Scope.ACCESS_MANAGE
    )


@published
class CheckIn(around.CheckIn, Node):
    subject: AnyWork | None = related(Told("WorkNode", "id", "subject"), "The work that it speaks of.")
    author: Person | None = related(
        Told("Node", "id", "author"), "Who recorded it; null where whoever did was not said to be a person."
    )
    supersedes: Optional["CheckIn"] = related(Told("Node", "id", "supersedes"), "The check-in that it corrects.")
    superseded_by: Optional["CheckIn"] = related(
        Told("Node", "id", "supersededBy"), "The check-in that corrects it; null while it holds."
    )


@published
class ExternalReference(around.ExternalReference):
    pass


Owner = Annotated[Person | Team, strawberry.union("Owner", description="Who can own work.")]
