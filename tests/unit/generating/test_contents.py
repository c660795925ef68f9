"""What the sample is made of: the proportions that docs/sample.md gives, and every shape of the model."""

from collections import Counter
from itertools import pairwise

import pytest

from api.generating.calendar import END
from api.generating.sizes import PARTS, SIZES
from graph.loading.lives import Tie
from graph.relations import BLOCKS, MILLIONTHS, RELATION, STATED, SUPERSEDES
from tests.unit.generating.made_up import UPWARD, MadeUp, live, made_up

ITEMS = 20_000
OF_THIS = ITEMS * PARTS[0].percent // 100


@pytest.fixture(scope="module")
def sample() -> MadeUp:
    """The largest workspace of size M."""
    return made_up(ITEMS)


def test_the_same_seed_makes_up_the_same() -> None:
    first, second = made_up(400, seed=3), made_up.__wrapped__(400, seed=3)

    assert list(first.lives.values()) == list(second.lives.values())


def test_another_seed_or_workspace_has_no_id_in_common() -> None:
    samples = [made_up(400, seed=3), made_up(400, seed=4), made_up(400, seed=3, workspace="v")]

    ids = [identifier for sample in samples for identifier in sample.lives]

    assert len(ids) == len(set(ids))


def test_there_are_as_many_items_as_the_size_says(sample: MadeUp) -> None:
    assert len(sample.of("WorkItem")) == OF_THIS
    assert [size.items for size in SIZES.values()] == [2_000, 20_000, 200_000, 1_000_000]
    assert (sum(part.percent for part in PARTS), sum(part.spaces for part in PARTS)) == (100, 20)


def test_three_tenths_of_all_work_are_under_one_objective(sample: MadeUp) -> None:
    under = Counter(
        above for item in sample.of("WorkItem") for above in sample.lines[item.id] if above.startswith("obj_")
    )

    assert under.most_common(1)[0][1] / ITEMS == pytest.approx(0.3, abs=0.02)


def test_a_twentieth_of_all_assignments_falls_to_one_person(sample: MadeUp) -> None:
    assigned = Counter(
        tie.parent
        for item in sample.of("WorkItem")
        for tie in live(item, "OWNED_BY")
        if tie.holds["role"] == "ASSIGNEE"
    )

    assert assigned.most_common(1)[0][1] / (assigned.total() / 0.8) == pytest.approx(0.05, abs=0.01)


def test_a_tenth_of_the_items_has_two_or_three_parents(sample: MadeUp) -> None:
    parents = Counter(len(live(item, *UPWARD)) for item in sample.of("WorkItem"))

    assert set(parents) == {0, 1, 2, 3}
    assert (parents[2] + parents[3]) / OF_THIS == pytest.approx(0.1, abs=0.02)


def test_several_parents_have_shares_said_open_and_mixed(sample: MadeUp) -> None:
    pairs = [ties for item in sample.of("WorkItem") if len(ties := live(item, *UPWARD)) == 2]
    said = {tuple("share" in tie.holds for tie in ties) for ties in pairs}
    sums = {sum(share_of(tie) for tie in ties) for ties in pairs if all("share" in tie.holds for tie in ties)}

    assert said == {(False, False), (True, False), (True, True)}
    assert MILLIONTHS - 3 < max(sums) <= MILLIONTHS
    assert min(sums) < MILLIONTHS - 3


def share_of(tie: Tie) -> int:
    share = tie.holds["share"]
    assert isinstance(share, int)
    return share


def test_some_edges_weigh_other_than_one(sample: MadeUp) -> None:
    weights = Counter(tie.holds["weight"] for item in sample.of("WorkItem") for tie in live(item, *UPWARD))

    assert len(weights) > 4
    assert 1 - weights[MILLIONTHS] / weights.total() == pytest.approx(0.1, abs=0.02)


def test_a_twentieth_of_the_work_serves_no_objective_and_more_only_closed_ones(sample: MadeUp) -> None:
    served = [
        {sample.held(sample.lives[above])["status"] for above in sample.lines[item.id] if above.startswith("obj_")}
        for item in sample.of("WorkItem")
    ]

    assert served.count(set()) / OF_THIS == pytest.approx(0.05, abs=0.03)
    assert sum(bool(states) and states <= {"COMPLETED", "CANCELLED"} for states in served) / OF_THIS > 0.1


def test_most_work_is_under_little(sample: MadeUp) -> None:
    under = Counter(tie.parent for item in sample.of("WorkItem") for tie in live(item, *UPWARD))
    projects = sorted((under[project.id] for project in sample.of("Project")), reverse=True)

    assert sum(projects[: len(projects) // 5]) > sum(projects) / 2


@pytest.mark.parametrize("relation", [row.name for row in STATED if row not in (BLOCKS, SUPERSEDES)])
def test_every_relation_is_there(sample: MadeUp, relation: str) -> None:
    assert any(live(life, relation) for life in sample.lives.values())


@pytest.mark.parametrize(
    ("kind", "name", "values"),
    [
        ("Objective", "status", {"PROPOSED", "PLANNED", "ACTIVE", "ON_HOLD", "COMPLETED", "CANCELLED"}),
        ("WorkItem", "flowState", {"NEW", "WAITING", "ACTIVE", "DONE", "CANCELLED", "IGNORED", "UNMAPPED"}),
        ("WorkItem", "flowItemType", {"FEATURE", "DEFECT", "RISK", "DEBT", "UNMAPPED"}),
        ("WorkItem", "category", {"PLANNED", "RUN", "UNPLANNED"}),
        ("WorkItem", "priority", {"URGENT", "HIGH", "MEDIUM", "LOW", None}),
        ("KeyResult", "direction", {"INCREASE", "DECREASE", "MAINTAIN"}),
        ("KeyResult", "unit", {"NUMBER", "PERCENT", "CURRENCY", "BOOLEAN"}),
        ("CheckIn", "health", {"ON_TRACK", "AT_RISK", "OFF_TRACK", None}),
        ("Period", "periodKind", {"YEAR", "HALF", "QUARTER"}),
    ],
)
def test_every_state_and_sort_is_there(sample: MadeUp, kind: str, name: str, values: set[str | None]) -> None:
    ever = {moment.sets[name] for life in sample.of(kind) for moment in life.moments if name in moment.sets}
    never = {None for life in sample.of(kind) if name not in sample.held(life)}

    assert ever | never == values


def test_owners_and_asks_are_of_all_roles_and_sizes(sample: MadeUp) -> None:
    ties = [tie for life in sample.lives.values() for tie in life.ties]

    roles = {tie.holds["role"] for tie in ties if tie.relation == "OWNED_BY"}
    sizes = {tie.holds.get("size") for tie in ties if tie.relation == "ASKS"}

    assert roles == {"ACCOUNTABLE", "LEAD", "CONTRIBUTOR", "ASSIGNEE"}
    assert sizes == {"SMALL", "MEDIUM", "LARGE", None}


def test_spans_come_to_what_is_said_of_the_flow(sample: MadeUp) -> None:
    for item in sample.of("WorkItem"):
        held = sample.held(item)
        spans = list(zip(held["spanStates"], held["spanFrom"], strict=True))  # type: ignore[call-overload]
        lasted: Counter[str] = Counter()
        for (state, since), (_, until) in pairwise(spans):
            lasted[state] += until - since
        begun = [since for state, since in spans if state in ("WAITING", "ACTIVE")]
        assert spans[-1][0] == held["flowState"]
        assert held.get("flowStart") == (begun[0] if begun else None)
        assert held.get("activeMs", 0) == lasted["ACTIVE"]
        assert held.get("waitMs", 0) == lasted["WAITING"]
        assert held.get("doneAt") == (spans[-1][1] if spans[-1][0] == "DONE" else None)


def test_an_objective_continues_one_of_the_quarter_before(sample: MadeUp) -> None:
    for objective in sample.of("Objective"):
        for tie in live(objective, "CONTINUES"):
            quarters = [period_of(sample, identifier) for identifier in (tie.parent, objective.id)]
            assert quarters[0]["periodKind"] == quarters[1]["periodKind"] == "QUARTER"
            assert (quarters[1]["startsOn"] - quarters[0]["endsOn"]).days == 1  # type: ignore[operator]


def period_of(sample: MadeUp, objective: str) -> dict[str, object]:
    return sample.held(sample.lives[live(sample.lives[objective], "IN_PERIOD")[0].parent])


def test_some_objectives_are_of_now_and_most_of_the_past(sample: MadeUp) -> None:
    ends = [period_of(sample, objective.id)["endsOn"] for objective in sample.of("Objective")]
    today = max(life.since for life in sample.lives.values())

    past = sum(end.toordinal() - 719_163 < today // 86_400_000 for end in ends)  # type: ignore[attr-defined]

    assert today < END
    assert 0.8 < past / len(ends) < 0.98


def test_edges_have_ceased_as_often_as_the_size_says(sample: MadeUp) -> None:
    ever = sum(len(life.ties) for life in sample.lives.values())
    now = sum(len(live(life, *RELATION)) for life in sample.lives.values())

    assert ever / now - 1 == pytest.approx(2.3, abs=0.3)
