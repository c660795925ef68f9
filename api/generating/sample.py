"""One workspace of the sample: all lives in it, in the order in which they begin."""

from collections.abc import Iterator
from heapq import merge

from graph.loading.lives import Life

from .check_ins import check_ins
from .growing import Plot
from .initiatives import initiatives
from .items import items
from .key_results import key_results
from .objectives import objectives
from .parents import parents
from .projects import projects
from .serving import aims
from .setting import setting
from .strategies import strategies


def lives(plot: Plot) -> Iterator[Life]:
    """All of them. What stands above the items is held in memory; the rest is made up as it is asked for.

    A kind of row that items do not refer to is one more iterator at the end.
    """
    around = setting(plot)
    themes = strategies(plot, around)
    goals = objectives(plot, around, themes)
    results = key_results(plot, around, goals)
    served = aims(plot, themes, goals, results)
    bets = initiatives(plot, around, served)
    containers = projects(plot, around, served, bets)
    held = [*around.lives, *(life for growing in (themes, goals, results, bets, containers) for life in growing.lives)]
    return merge(
        sorted(held, key=begins),
        items(plot, around, parents(plot, (goals, results, bets), containers)),
        check_ins(plot, (goals, results, containers)),
        key=begins,
    )


def begins(life: Life) -> int:
    return life.since
