"""Spaces."""

from graph.loading.lives import Moment

from .calendar import BEGIN
from .growing import Growing, Place, Plot


def spaces(plot: Plot) -> Growing:
    growing = Growing(plot, "Space")
    for _ in range(plot.part.spaces):
        identifier = growing.new_id(BEGIN)
        moment = Moment(BEGIN, {"name": f"Space {growing.number}"})
        growing.add(Place(identifier, "Space", identifier, BEGIN), [moment])
    return growing
