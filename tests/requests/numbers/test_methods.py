"""How progress is computed is chosen for each piece of work by mutations, and goes back to the usual way."""

import pytest

from tests.fixtures.access import Caller, Granting

TOLD = "id progressMethod progress { value method }"
SHOWN = {
    "Objective": f"... on ObjectiveChanged {{ told: objective {{ {TOLD} }} }}",
    "Initiative": f"... on InitiativeChanged {{ told: initiative {{ {TOLD} }} }}",
    "Project": f"... on ProjectChanged {{ told: project {{ {TOLD} }} }}",
}


@pytest.mark.parametrize(
    ("kind", "title", "method", "value"),
    [
        ("Objective", "O1", "CHILDREN_EFFORT", (10.75 * 33 / 43 + 1.05 * 5 / 7) / 11.8),
        ("Objective", "O1", "LEAF_COUNT", 2.5 / 3),
        ("Objective", "O2", "MANUAL", 0.125),
        ("Objective", "O1", "NONE", None),
        ("Initiative", "I1", "CHILDREN_WEIGHTED", (7 / 9 + 5 / 7) / 2),
        ("Project", "P1", "LEAF_COUNT", 3 / 4),
        ("Project", "P1", "CHILDREN_WEIGHTED", 3 / 4),
    ],
)
def test_a_method_that_is_chosen_is_the_one_used(
    nora: Caller, numbered: Granting, kind: str, title: str, method: str, value: float | None
) -> None:
    asked = {"id": numbered.ids[title], "progressMethod": method}

    told = nora.change(f"update{kind}", asked, SHOWN[kind])["told"]

    assert told["progressMethod"] == told["progress"]["method"] == method
    assert told["progress"]["value"] == (None if value is None else pytest.approx(value, abs=1e-9))


def test_a_method_that_is_cleared_gives_way_to_the_usual_one(nora: Caller, numbered: Granting) -> None:
    project = numbered.ids["P1"]
    nora.change("updateProject", {"id": project, "progressMethod": "NONE"})

    told = nora.change("updateProject", {"id": project, "progressMethod": None}, SHOWN["Project"])["told"]

    assert told["progressMethod"] is None
    assert told["progress"] == {"value": pytest.approx(7 / 9, abs=1e-9), "method": "CHILDREN_EFFORT"}
