"""A filtered search: active work under an objective whose title speaks of something, the newest first."""

from .workload import Target, Workload

SEARCH = Workload(
    name="search",
    title="filtered search (text, status, under an objective)",
    texts="search",
    target=Target(1.4, {8: 0.75, 32: 0.75}),
    cases=lambda finding: finding.found("search"),
    unasked="It has no word for everything under a node; only a fixed number of steps can be spelt out.",
)
