"""Which status may follow which, as it is published."""

from graph.records import transitions
from resolvers.types import published


@published
class StatusTransition(transitions.StatusTransition):
    pass
