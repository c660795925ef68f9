"""By what the things of the file are known again. An identity stays the same from one import to the next."""

from graph.writing.identities import Identity
from graph.writing.stated import StatedReference

SOURCE = "rust-project-goals"
TRACKER = "github"
TRACKING_REPOSITORY = "rust-lang/rust-project-goals"
ROADMAPS = "Roadmaps"
"""The name of the space in which strategies lie; each season's work lies in a space of the season's name."""


def space(name: str) -> Identity:
    return Identity(SOURCE, "space", name)


def period(name: str) -> Identity:
    return Identity(SOURCE, "period", name)


def person(handle: str) -> Identity:
    return Identity(SOURCE, "person", handle)


def team(name: str) -> Identity:
    return Identity(SOURCE, "team", name)


def strategy(title: str) -> Identity:
    """A roadmap page and a theme of one title are one strategy, so the title is its identity."""
    return Identity(SOURCE, "strategy", title)


def goal(source_id: str) -> Identity:
    return Identity(SOURCE, "goal", source_id)


def subgoal(source_id: str, title: str) -> Identity:
    return Identity(SOURCE, "sub-goal", f"{source_id}#{title}")


def task(source_id: str, n: int) -> Identity:
    """Tasks have no name of their own and titles recur, so the row of the goal's table is the identity."""
    return Identity(SOURCE, "task", f"{source_id}#{n}")


def check_in(source_id: str, post: str) -> Identity:
    return Identity(SOURCE, "check-in", f"{source_id} in {post}")


def roadmap_page(source_id: str) -> StatedReference:
    return StatedReference(SOURCE, "roadmap page", source_id)


def tracking_issue(number: int) -> StatedReference:
    return StatedReference(TRACKER, "issue", f"{TRACKING_REPOSITORY}#{number}")
