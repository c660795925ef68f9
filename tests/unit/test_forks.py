"""A plan is used again exactly where all that it looked at is the same."""

from resolvers.forks import Forks
from resolvers.looks import Looks


def plan_that_turns_on_order_only_if_paged(looks: Looks) -> str:
    if looks.at(lambda variables: variables["paged"]):
        return f"paged by {looks.at(lambda variables: variables['order'])}"
    return "whole"


def made(forks: Forks[str], **variables: object) -> tuple[str, bool]:
    before = forks.kept
    return forks.plan(variables, plan_that_turns_on_order_only_if_paged), forks.kept > before


def test_a_plan_is_made_once_for_what_it_looks_at() -> None:
    forks: Forks[str] = Forks()

    assert made(forks, paged=True, order="title", first=10) == ("paged by title", True)
    assert made(forks, paged=True, order="title", first=99) == ("paged by title", False)
    assert made(forks, paged=True, order="name") == ("paged by name", True)


def test_what_a_plan_did_not_look_at_makes_no_second_plan() -> None:
    forks: Forks[str] = Forks()

    assert made(forks, paged=False, order="title") == ("whole", True)
    assert made(forks, paged=False, order="name") == ("whole", False)


def test_the_number_of_plans_is_bounded() -> None:
    forks: Forks[str] = Forks(most=3)

    for order in range(10):
        made(forks, paged=True, order=order)

    assert forks.kept <= 3
