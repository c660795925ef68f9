"""What is asked with: ids, words and days of everyone, hidden or not, and of nobody."""

from random import Random

from tests.requests.isolation.operations import Pool
from tests.requests.isolation.scene import Scene

NOBODY = ["obj_01J9ZQ4V8K0000000000000000", "nobody", ""]


def pool_of(scene: Scene, chance: Random) -> Pool:
    """Some of each, another choice for each chance."""
    things = [thing for thing in scene.store.things.values() if thing.kind != "ExternalReference"]
    marks = list(scene.marks.values())
    words = [mark.word[:4] for mark in marks] + ["Long", "LONG", "a", "b", "Objective", "building"]
    titles = [str(thing.holds["title"]) for thing in chance.sample(things, 40) if "title" in thing.holds]
    labels = [f"{mark.word} label" for mark in marks]
    return Pool(
        [*(thing.id for thing in chance.sample(things, 60)), *NOBODY],
        [*words, *titles, *labels, "RED", "planners"],
        [mark.number for mark in marks],
        [str(mark.day) for mark in marks] + ["2026-01-01"],
        [{"source": "building", "type": "thing", "externalId": title} for title in titles],
    )
