"""The states and other closed lists of the model, stored by their names."""

from collections.abc import Mapping
from types import MappingProxyType

from .words import Described


class LifecycleStatus(Described):
    """Where planned work stands."""

    PROPOSED = "PROPOSED", "Suggested, and not yet decided."
    PLANNED = "PLANNED", "Decided, and not yet begun."
    ACTIVE = "ACTIVE", "Being worked on."
    ON_HOLD = "ON_HOLD", "Begun, and paused."
    COMPLETED = "COMPLETED", "Finished."
    CANCELLED = "CANCELLED", "Given up."


class FlowState(Described):
    """Where a work item stands in the flow of work; UNMAPPED where no rule knows the source's word."""

    NEW = "NEW", "Not yet begun."
    WAITING = "WAITING", "Begun, and waiting for somebody or something."
    ACTIVE = "ACTIVE", "Being worked on."
    DONE = "DONE", "Finished."
    CANCELLED = "CANCELLED", "Given up."
    IGNORED = "IGNORED", "Of no account: a duplicate, say."
    UNMAPPED = "UNMAPPED", "In a state of the source's that no rule knows."


class StateCategory(Described):
    """Where any work stands, whatever its kind."""

    NOT_STARTED = "NOT_STARTED", "Not yet begun."
    IN_PROGRESS = "IN_PROGRESS", "Begun, and not finished."
    DONE = "DONE", "Finished."
    CANCELLED = "CANCELLED", "Given up, or of no account."


class ObjectiveOutcome(Described):
    """What came of an objective, as whoever closed it judges."""

    ACHIEVED = "ACHIEVED", "What was wanted is there."
    PARTLY_ACHIEVED = "PARTLY_ACHIEVED", "A good part of what was wanted is there."
    MISSED = "MISSED", "It was tried, and is not there."
    ABANDONED = "ABANDONED", "It was given up before that could be seen."


class ClosingStatus(Described):
    """Where an objective stands once it is closed."""

    COMPLETED = "COMPLETED", "Finished, with whatever outcome."
    CANCELLED = "CANCELLED", "Given up."


class OwnerRole(Described):
    """What an owner answers for."""

    ACCOUNTABLE = "ACCOUNTABLE", "Answers for the outcome."
    LEAD = "LEAD", "Leads the work."
    CONTRIBUTOR = "CONTRIBUTOR", "Takes part in the work."
    ASSIGNEE = "ASSIGNEE", "Does the work."


class AskSize(Described):
    """How much of a team is asked for."""

    SMALL = "SMALL", "A little of its time."
    MEDIUM = "MEDIUM", "A fair part of its time."
    LARGE = "LARGE", "Much of its time."


class PeriodKind(Described):
    """How long a period is; a season has dates of its own."""

    YEAR = "YEAR", "A year."
    HALF = "HALF", "Half a year."
    QUARTER = "QUARTER", "A quarter of a year."
    MONTH = "MONTH", "A month."
    SEASON = "SEASON", "A span with dates of its own."


class DatePrecision(Described):
    """How exactly a date is meant."""

    DAY = "DAY", "That very day."
    MONTH = "MONTH", "Some day of that month."
    QUARTER = "QUARTER", "Some day of that quarter."
    HALF = "HALF", "Some day of that half year."
    YEAR = "YEAR", "Some day of that year."


class ReportedHealth(Described):
    """What a check-in says of how things go."""

    ON_TRACK = "ON_TRACK", "It goes as planned."
    AT_RISK = "AT_RISK", "It may fail unless something is done."
    OFF_TRACK = "OFF_TRACK", "It fails, or will not be done."


class ReferenceRole(Described):
    """IDENTITY: the same thing in another tool, unique by source, type and external id. LINK: merely related."""

    IDENTITY = "IDENTITY", "The same thing in another tool; unique by source, type and id."
    LINK = "LINK", "Something related there."


class Priority(Described):
    """How soon it should be done, compared with other work."""

    URGENT = "URGENT", "Before all else."
    HIGH = "HIGH", "Soon."
    MEDIUM = "MEDIUM", "In its turn."
    LOW = "LOW", "When there is time."


class WorkCategory(Described):
    """What sort of demand the work answers."""

    PLANNED = "PLANNED", "It was planned."
    RUN = "RUN", "It keeps things running."
    UNPLANNED = "UNPLANNED", "It came in between."


class FlowItemType(Described):
    """What a work item is to the business, by the Flow Framework."""

    FEATURE = "FEATURE", "New value for users."
    DEFECT = "DEFECT", "A fault to be mended."
    RISK = "RISK", "Security, privacy or compliance."
    DEBT = "DEBT", "Work that makes later work easier."
    UNMAPPED = "UNMAPPED", "Of a sort that no rule knows."


class KeyResultDirection(Described):
    """Which way a key result is meant to go."""

    INCREASE = "INCREASE", "From the start up to the target."
    DECREASE = "DECREASE", "From the start down to the target."
    MAINTAIN = "MAINTAIN", "Between the minimum and the maximum."


class KeyResultUnit(Described):
    """What a key result is counted in."""

    NUMBER = "NUMBER", "A number of whatever the title says."
    PERCENT = "PERCENT", "Hundredths of a whole."
    CURRENCY = "CURRENCY", "Money, in the currency that is named beside it."
    BOOLEAN = "BOOLEAN", "0 for no, 1 for yes."


class ProgressMethod(Described):
    """How the progress of a piece of work is computed."""

    MANUAL = "MANUAL", "As the latest check-in says."
    KEY_RESULTS = "KEY_RESULTS", "From the key results, by their weights."
    CHILDREN_WEIGHTED = "CHILDREN_WEIGHTED", "From the children, by their weights."
    CHILDREN_EFFORT = "CHILDREN_EFFORT", "From the children, by their size and share."
    LEAF_COUNT = "LEAF_COUNT", "From the number of leaves that are done."
    NONE = "NONE", "Not at all."


class ProgressSource(Described):
    """What the progress of a piece of work was taken from."""

    COMPUTED = "COMPUTED", "From the work below it."
    REPORTED = "REPORTED", "From a check-in, or from what was said of the item itself."
    STATE = "STATE", "From whether it is done."


class MeasureBasis(Described):
    """What effort is counted in."""

    COUNT = "COUNT", "The number of leaves, each as one."
    ESTIMATE = "ESTIMATE", "The estimates of the leaves, in the workspace's unit."


class HealthReport(Described):
    """What is known of how things go, as reported."""

    ON_TRACK = "ON_TRACK", "It goes as planned."
    AT_RISK = "AT_RISK", "It may fail unless something is done."
    OFF_TRACK = "OFF_TRACK", "It fails, or will not be done."
    OUTDATED = "OUTDATED", "The latest report is older than twice the time between two of them."
    NO_UPDATE = "NO_UPDATE", "Nothing has been reported."


class ComputedHealth(Described):
    """Progress beside the part of the time that has passed."""

    ON_TRACK = "ON_TRACK", "At least nine tenths of what is expected by now."
    AT_RISK = "AT_RISK", "At least seven tenths of what is expected by now."
    OFF_TRACK = "OFF_TRACK", "Less than seven tenths of what is expected by now."


class SpaceRole(Described):
    """What somebody may do in a space. Each role includes those before it."""

    READER = "READER", "Read what is in it."
    EDITOR = "EDITOR", "Change what is in it."
    OWNER = "OWNER", "Say who may read and change what is in it."


class PrincipalKind(Described):
    """What sort of grantee a principal is."""

    SUBJECT = "SUBJECT", "Somebody who signs in."
    CLIENT = "CLIENT", "A program that acts for itself."
    GROUP = "GROUP", "A group that tokens name."
    EVERYONE = "EVERYONE", "Whoever has a token for the workspace."


CATEGORY_OF_STATUS: Mapping[LifecycleStatus, StateCategory] = MappingProxyType(
    {
        LifecycleStatus.PROPOSED: StateCategory.NOT_STARTED,
        LifecycleStatus.PLANNED: StateCategory.NOT_STARTED,
        LifecycleStatus.ACTIVE: StateCategory.IN_PROGRESS,
        LifecycleStatus.ON_HOLD: StateCategory.IN_PROGRESS,
        LifecycleStatus.COMPLETED: StateCategory.DONE,
        LifecycleStatus.CANCELLED: StateCategory.CANCELLED,
    }
)

CATEGORY_OF_FLOW: Mapping[FlowState, StateCategory] = MappingProxyType(
    {
        FlowState.NEW: StateCategory.NOT_STARTED,
        FlowState.UNMAPPED: StateCategory.NOT_STARTED,
        FlowState.WAITING: StateCategory.IN_PROGRESS,
        FlowState.ACTIVE: StateCategory.IN_PROGRESS,
        FlowState.DONE: StateCategory.DONE,
        FlowState.CANCELLED: StateCategory.CANCELLED,
        FlowState.IGNORED: StateCategory.CANCELLED,
    }
)
