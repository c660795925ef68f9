"""From what a client states of time and rates to the verbs that change them. Inputs are of many types, hence `Any`."""

from typing import Any

from graph.changes.rating import SetCostRate
from graph.changes.recording_time import CorrectTime, Recorder, RecordTime

from .access import caller_of
from .inputs import holds_of
from .scopes import Scope
from .viewer import Viewer


def record_time(viewer: Viewer, stated: Any) -> RecordTime:
    holds, caller = holds_of("TimeEntry", stated), caller_of(viewer)
    return RecordTime(viewer.workspace, caller, recorder_of(viewer), stated.subject, stated.person, holds)


def correct_time(viewer: Viewer, stated: Any) -> CorrectTime:
    holds, caller = holds_of("TimeEntry", stated), caller_of(viewer)
    return CorrectTime(viewer.workspace, caller, recorder_of(viewer), stated.id, holds, stated.expected_revision)


def set_cost_rate(viewer: Viewer, stated: Any) -> SetCostRate:
    holds = {**holds_of("CostRate", stated), "role": stated.of.role or None}
    return SetCostRate(viewer.workspace, caller_of(viewer), stated.of.team or None, holds)


def recorder_of(viewer: Viewer) -> Recorder:
    return Recorder(viewer.person, Scope.PEOPLE_READ in viewer.scopes)
