"""The enums and inputs, named as ours, so that the same questions can be asked."""

from enum import Enum

import strawberry


@strawberry.enum
class LineageRelation(Enum):
    PART_OF = "PART_OF"
    CONTRIBUTES_TO = "CONTRIBUTES_TO"


@strawberry.enum
class WorkNodeKind(Enum):
    STRATEGY = "Strategy"
    OBJECTIVE = "Objective"
    KEY_RESULT = "KeyResult"
    INITIATIVE = "Initiative"
    PROJECT = "Project"
    WORK_ITEM = "WorkItem"


@strawberry.enum
class FlowState(Enum):
    NEW = "NEW"
    WAITING = "WAITING"
    ACTIVE = "ACTIVE"
    DONE = "DONE"
    CANCELLED = "CANCELLED"
    IGNORED = "IGNORED"
    UNMAPPED = "UNMAPPED"


@strawberry.enum
class WorkSort(Enum):
    CREATED_AT = "createdAt"
    TITLE = "title"


@strawberry.enum
class Direction(Enum):
    ASC = "ASC"
    DESC = "DESC"


@strawberry.input
class WorkOrder:
    field: WorkSort
    direction: Direction = Direction.ASC


@strawberry.input
class TextComparison:
    contains_ignore_case: str


@strawberry.input
class FlowStateComparison:
    eq: FlowState


@strawberry.input
class WorkItemWhere:
    title: TextComparison
    flow_state: FlowStateComparison
    under: strawberry.ID
