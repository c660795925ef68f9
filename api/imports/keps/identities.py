"""By what groups, people, proposals and their stages are known again from one import to the next."""

from graph.writing.identities import Identity
from graph.writing.stated import StatedReference

SOURCE = "kubernetes-enhancements"
REPOSITORY = "kubernetes/enhancements"
SPACE = "Kubernetes enhancements"
"""The name of the space in which all proposals lie."""


def space() -> Identity:
    return Identity(SOURCE, "space", SPACE)


def group(directory: str) -> Identity:
    return Identity(SOURCE, "group", directory)


def person(handle: str) -> Identity:
    return Identity(SOURCE, "person", handle)


def proposal(directory: str) -> Identity:
    """Numbers are used twice and titles recur, so the folder is the identity."""
    return Identity(SOURCE, "proposal", directory)


def stage(directory: str, name: str) -> Identity:
    return Identity(SOURCE, "stage", f"{directory}#{name}")


def other_proposal(directory: str) -> StatedReference:
    return StatedReference(SOURCE, "proposal", directory)


def page(url: str) -> StatedReference:
    return StatedReference("web", "page", url, url)


def issue(number: int) -> StatedReference:
    """Where a proposal is tracked: its number is that of the issue."""
    return StatedReference("github", "issue", f"{REPOSITORY}#{number}")
