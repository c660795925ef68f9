"""From what a client states of archiving to the verbs, and what came of them. Inputs are of many types, hence `Any`."""

from typing import Any

from graph.changes.archiving import ArchiveNode, Put
from graph.changes.restoring import RestoreNode

from .access import caller_of
from .changing import Done
from .viewer import Viewer


def archive_node(viewer: Viewer, stated: Any) -> ArchiveNode:
    return ArchiveNode(viewer.workspace, caller_of(viewer), stated.id, stated.expected_revision)


def restore_node(viewer: Viewer, stated: Any) -> RestoreNode:
    return RestoreNode(viewer.workspace, caller_of(viewer), stated.id, stated.expected_revision)


def count_of(done: Done) -> int:
    return Put.of(done.answer.text).count


def left_of(done: Done) -> int:
    return Put.of(done.answer.text).left
