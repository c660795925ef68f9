"""Which links of one child fit beside each other."""

import random

from graph.writing.edges import Edge
from graph.writing.shares import Wanted, unfitting

MILLION = 1_000_000


def edge(parent: str, share: int | None, relation: str = "CONTRIBUTES_TO") -> Edge:
    return Edge(f"edg_{parent}", "itm_a", relation, parent, "tracker", {"share": share, "weight": MILLION})


def wanted(place: int, parent: str, share: int | None, old: Edge | None = None) -> Wanted:
    return Wanted(place, "itm_a", "CONTRIBUTES_TO", parent, {"share": share, "weight": MILLION}, old)


def codes(kept: list[Edge], links: list[Wanted]) -> dict[int, str]:
    return {place: fault.code for place, fault in unfitting(kept, links).items()}


def test_shares_may_sum_to_just_1() -> None:
    assert codes([edge("a", 400_000)], [wanted(0, "b", 600_000)]) == {}
    assert codes([edge("a", 400_000)], [wanted(0, "b", 600_001)]) == {0: "SHARE_SUM"}


def test_a_link_without_a_share_always_fits() -> None:
    assert codes([edge("a", MILLION)], [wanted(0, "b", None), wanted(1, "c", 0)]) == {}


def test_the_size_of_an_ask_is_no_share() -> None:
    ask = Edge("edg_a", "itm_a", "ASKS", "team_a", None, {"size": "LARGE"})

    assert codes([ask], [wanted(0, "b", MILLION)]) == {}


def test_an_old_edge_whose_change_is_refused_counts_again_for_the_others() -> None:
    old = edge("a", 300_000)

    refused = codes(
        [edge("x", 600_000)], [wanted(0, "b", 200_000), wanted(1, "a", 900_000, old), wanted(2, "c", 100_000)]
    )

    assert refused == {0: "SHARE_SUM", 1: "SHARE_SUM"}


def test_whatever_is_refused_the_rest_sums_to_at_most_1() -> None:
    chance = random.Random(7)  # noqa: S311 - a game, not a secret
    for _ in range(2000):
        there = {str(place): chance.randint(0, 4) * 100_000 for place in range(chance.randint(0, 4))}
        there = there if sum(there.values()) <= MILLION else {}
        edges = {parent: edge(parent, share) for parent, share in there.items()}
        again = [parent for parent in edges if chance.random() < 0.6]
        links = [wanted(place, name, chance.randint(0, 8) * 100_000, edges[name]) for place, name in enumerate(again)]
        links += [
            wanted(10 + place, f"new {place}", chance.randint(0, 8) * 100_000) for place in range(chance.randint(0, 3))
        ]
        chance.shuffle(links)

        refused = unfitting([row for parent, row in edges.items() if parent not in again], links)

        after = dict(there) | {row.parent: row.holds["share"] for row in links if row.place not in refused}
        assert sum(after.values()) <= MILLION  # type: ignore[arg-type]
