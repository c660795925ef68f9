"""The scene: two workspaces in the store, and subjects who were granted something there by every way that there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from graph.access.callers import Operator
from graph.access.granted import granted
from graph.access.granting import GrantAccess, Grantee
from graph.access.joining import Introduce, JoinPrincipal
from graph.access.principals import EVERYONE, Principal
from graph.database import Database
from graph.records.states import PrincipalKind, SpaceRole
from graph.writing.actors import Actor
from graph.writing.changing import Request, Verb, changed
from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from tests.requests.isolation.judging import Canary, canaries
from tests.requests.isolation.marks import Mark
from tests.requests.isolation.visibility import EDGES, NODES, Sight, Store, store_of
from tests.requests.isolation.world import World

ALL = frozenset(Scope)


@dataclass(frozen=True)
class Subject:
    """Somebody with a token: of which workspace, what it proves, its own principal first, and what it is for."""

    name: str
    workspace: str
    principals: tuple[Principal, ...]
    scopes: frozenset[Scope] = ALL

    def sight(self, store: Store) -> Sight:
        proofs = {(each.kind.name, each.issuer, each.name) for each in self.principals}
        return Sight(store, store.readable(self.workspace, proofs))

    async def viewer(self, database: Database) -> Viewer:
        """The same, as the product makes it of a token."""
        found = await granted(database, self.workspace, self.principals, 30)
        assert found is not None
        return Viewer(
            self.workspace,
            found.known.get(self.principals[0]),
            "tests",
            self.scopes,
            found.roles,
            principals=self.principals,
            person=found.person,
        )


@dataclass(frozen=True)
class Scene:
    """`marks` are by border; `known` are all canaries."""

    store: Store
    marks: Mapping[str, Mark]
    subjects: tuple[Subject, ...]
    known: tuple[Canary, ...]


async def stored(database: Database, workspaces: Sequence[str]) -> Store:
    """All that there is in these workspaces."""
    worlds = {"worlds": workspaces}
    return store_of(await database.value(NODES, worlds, 60), await database.value(EDGES, worlds, 60))


GRANTS = (
    (0, "everyone", "READER"),
    (1, "subject ann", "EDITOR"),
    (2, "subject ann", "READER"),
    (2, "group planners", "READER"),
    (3, "client robot", "EDITOR"),
    (1, "person 0", "READER"),
    (3, "team 1", "READER"),
    (4, "team 0", "OWNER"),
    (2, "subject olga", "OWNER"),
    *((space, "subject zoe", "READER") for space in range(5)),
)
"""In the one workspace: on which space, to whom, which role. Team 0 is above all others."""

GRANTS_OF_THE_OTHER = ((1, "subject ann", "OWNER"), (0, "subject zoe", "READER"), (2, "team 0", "READER"))
JOINS = (("ben", 0), ("cat", 1), ("dan", 2))
"""Who is which person: one in no team, one in a team, one in a team within a team."""


@dataclass
class Setting:
    """Builds it. The two workspaces have the names `one` and `other`; principals are those of `issuer`."""

    database: Database
    issuer: str
    one: str
    other: str
    ids: dict[str, Mapping[str, str]] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)

    async def scene(self, seed: int) -> Scene:
        chance = Random(seed)  # noqa: S311 - a game, not a secret
        for workspace, grants in ((self.one, GRANTS), (self.other, GRANTS_OF_THE_OTHER)):
            world = World(chance, [f"space {number}" for number in range(5)], 20 * len(self.ids)).made_up()
            ids = self.ids[workspace] = await world.building.build(self.database, workspace)
            self.marks |= {workspace: world.own, **{ids[space]: mark for space, mark in world.marks.items()}}
            for space, whom, role in grants:
                grantee = self.grantee(workspace, whom)
                granting = GrantAccess(workspace, Operator(), ids[f"space {space}"], grantee, SpaceRole[role])
                await self.change(workspace, granting)
        for name, person in JOINS:
            principal = await self.change(self.one, Introduce(self.one, self.principal("subject", name)))
            joining = JoinPrincipal(self.one, Operator(), principal, self.named(self.one, f"person {person}"))
            await self.change(self.one, joining)
        store = await stored(self.database, [self.one, self.other])
        return Scene(store, self.marks, tuple(self.subjects()), tuple(canaries(store, self.marks)))

    async def change(self, workspace: str, verb: Verb) -> str:
        return (await changed(self.database, Request(workspace, Actor("tests"), None), verb, 60)).text

    def grantee(self, workspace: str, whom: str) -> Grantee:
        kind, _, name = whom.partition(" ")
        if kind == "everyone":
            return EVERYONE
        return self.named(workspace, whom) if kind in {"person", "team"} else self.principal(kind, name)

    def named(self, workspace: str, name: str) -> str:
        """The id of a person or a team."""
        return self.ids[workspace][f"{self.marks[workspace].word} {name}"]

    def principal(self, kind: str, name: str) -> Principal:
        return Principal(PrincipalKind[kind.upper()], self.issuer, name)

    def subjects(self) -> Iterator[Subject]:
        """Everyone, and two of the other workspace who have the same names there."""
        for name in ("ann", "ben", "cat", "olga", "zoe"):
            yield Subject(name, self.one, (self.principal("subject", name), EVERYONE))
        few = frozenset({Scope.WORK_READ, Scope.PEOPLE_READ})
        yield Subject("dan", self.one, (self.principal("subject", "dan"), EVERYONE), few)
        planners = self.principal("group", "planners")
        yield Subject("gus", self.one, (self.principal("subject", "gus"), planners, EVERYONE))
        yield Subject("robot", self.one, (self.principal("client", "robot"), EVERYONE))
        least = frozenset({Scope.WORK_READ})
        yield Subject("eve", self.one, (self.principal("subject", "eve"), EVERYONE), least)
        for name in ("ann", "zoe"):
            yield Subject(f"the other {name}", self.other, (self.principal("subject", name), EVERYONE))
