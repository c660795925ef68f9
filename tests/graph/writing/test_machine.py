"""Random upserts beside a model in plain Python: both come to the same, and the workspace stays whole."""

import asyncio
from fractions import Fraction
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from graph.database import Database
from graph.writing.stated import StatedLink, StatedNode, StatedReference
from tests.graph.writing.conftest import new_store
from tests.graph.writing.model import ENDS, LINEAGE, Model, Tie
from tests.graph.writing.store import Store, a_space, called, needed

KIND = {
    **{f"item {number}": "WorkItem" for number in range(3)},
    **{f"project {number}": "Project" for number in range(2)},
    **{f"initiative {number}": "Initiative" for number in range(4)},
    **{f"objective {number}": "Objective" for number in range(5)},
    "key result": "KeyResult",
    **{f"strategy {number}": "Strategy" for number in range(4)},
    **{f"team {number}": "Team" for number in range(3)},
}
SHARES = [None, None, *(Fraction(number, 4) for number in (0, 1, 2, 3, 4, 5))]
SEED = st.integers(0, 2**32)

RELATIONS = ["PART_OF", "CONTRIBUTES_TO"] * 4 + sorted(ENDS)
PAIRS = {
    relation: [(child, parent) for child in KIND for parent in KIND if (KIND[child], KIND[parent]) in ends]
    for relation, ends in ENDS.items()
}


def a_node(chance: Random, name: str) -> StatedNode:
    """A node, now and then of a wrong kind or without a title."""
    kind = KIND[name] if chance.random() < 0.95 else "WorkItem"
    references = tuple(StatedReference("hub", "issue", number) for number in "12" if chance.random() < 0.3)
    title = chance.choice(["a", "b", "c", "d"]) if chance.random() < 0.95 else ""
    if kind == "Team":
        return StatedNode(called(name), kind, {"name": title}, references=references)
    stated = {"title": title, **needed(kind)}
    if chance.random() < 0.5:
        stated["description"] = chance.choice(["long", "longer", None])
    return StatedNode(called(name), kind, stated, space=called("home"), references=references)


def some_links(chance: Random, ties: list[Tie]) -> list[StatedLink]:
    """Several links of few children: most that are there once more, as they are or otherwise, and some further ones."""
    found = []
    for child in chance.sample(sorted(KIND), chance.choice([1, 2, 3, 6])):
        for tie in [tie for tie in ties if tie.child == child and chance.random() < 0.7]:
            holds = held(chance, tie.relation) if chance.random() < 0.6 else held_by(tie)
            found.append(StatedLink(called(child), tie.relation, called(tie.parent), holds))
        found += [a_link(chance, child, chance.choice(RELATIONS)) for _ in range(chance.choice([0, 1, 1, 2]))]
    return chance.sample(found, len(found))


def a_link(chance: Random, child: str, relation: str) -> StatedLink:
    parents = [parent for other, parent in PAIRS[relation] if other == child] or ["team 0", "item 1"]
    akin = [parent for parent in parents if KIND[parent] == KIND[child]]
    parent = chance.choice(akin if akin and chance.random() < 0.7 else parents)
    return StatedLink(called(child), relation, called(parent), held(chance, relation))


def held(chance: Random, relation: str) -> dict[str, object]:
    if relation == "OWNED_BY":
        return {"role": chance.choice(["LEAD", "CONTRIBUTOR"])}
    return {"share": chance.choice(SHARES), "weight": chance.choice([1, 1, 1, 2])} if relation in LINEAGE else {}


def held_by(tie: Tie) -> dict[str, object]:
    if tie.relation == "OWNED_BY":
        return {"role": tie.role}
    return {"share": tie.share, "weight": tie.weight} if tie.relation in LINEAGE else {}


class Upserts(RuleBasedStateMachine):
    """One workspace beside its model."""

    store: Store
    model: Model

    def fresh_store(self) -> Store:
        raise NotImplementedError

    @initialize(seed=SEED)
    def begin(self, seed: int) -> None:
        """With most of the nodes there, so that links meet them."""
        self.store, self.model = self.fresh_store(), Model()
        self.store.taken(a_space())
        chance = Random(seed)  # noqa: S311 - a game, not a secret
        self.both("tracker", [a_node(chance, name) for name in KIND if chance.random() < 0.9], [])

    @rule(source=st.sampled_from(["tracker", "tracker", "wiki"]), seed=SEED)
    def upsert(self, source: str, seed: int) -> None:
        chance = Random(seed)  # noqa: S311 - a game, not a secret
        stated = [a_node(chance, name) for name in chance.choices(sorted(KIND), k=chance.choice([0, 0, 0, 1, 3]))]
        tied = some_links(chance, self.model.ties) if chance.random() < 0.9 else []
        self.both(source, stated, tied)

    def both(self, source: str, stated: list[StatedNode], tied: list[StatedLink]) -> None:
        answer = self.store.upsert(*stated, *tied, source=source)

        expected = self.model.upsert(source, stated, tied)
        assert [result.outcome.name for result in answer.nodes] == expected[0]
        assert [result.outcome.name for result in answer.links] == expected[1]
        self.compare()

    def compare(self) -> None:
        """The database holds just what the model does, and is whole."""
        whole = self.store.whole()
        own = {row["node"]: row["externalId"] for row in whole.references if row["role"] == "IDENTITY"}
        ties = {
            (
                own[edge["starts"]],
                edge["relation"],
                own[edge["ends"]],
                edge.get("role"),
                edge.get("share"),
                edge.get("weight"),
                edge["source"],
            )
            for edge in whole.edges
        }
        assert ties == {
            (
                *(tie.child, tie.relation, tie.parent, tie.role),
                None if tie.share is None else int(tie.share * 1_000_000),
                tie.weight * 1_000_000 if tie.relation in LINEAGE else None,
                tie.source,
            )
            for tie in self.model.ties
        }
        links = {
            (own[row["node"]], row["externalId"]): row["statedBy"] for row in whole.references if row["role"] == "LINK"
        }
        assert links == {
            (name, issue): source for name, held in self.model.references.items() for issue, source in held.items()
        }
        told = {own[identifier]: node for identifier, node in whole.nodes.items() if own[identifier] != "home"}
        for name, node in told.items():
            assert {key: node.get(key) for key in ("title", "name", "description")} == {
                key: self.model.properties[name].get(key) for key in ("title", "name", "description")
            }
        assert told.keys() == self.model.kinds.keys()


def test_random_upserts_come_to_what_the_model_says(database: Database, runner: asyncio.Runner) -> None:
    class OfThisDatabase(Upserts):
        def fresh_store(self) -> Store:
            return new_store(database, runner)

    run_state_machine_as_test(
        OfThisDatabase,
        settings=settings(
            max_examples=25,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        ),
    )
