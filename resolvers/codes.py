"""The registry of codes: every reason for an error or a refusal, once, with what it means and the way out."""

from collections.abc import Mapping
from types import MappingProxyType

from .reasons import Asked, Code
from .request_codes import OF_A_REQUEST

OF_A_CHANGE = (
    Code(
        "NOT_FOUND",
        "There is no such thing, or none that you may see: one answer for both.",
        "Check the id; ask an owner of its space whether you may read it.",
        Asked('mutation { updateSpace(input: {space: "spc_0", name: "Research"}) { ... on Refusal { code } } }'),
    ),
    Code(
        "NOT_PERMITTED",
        "You may see it, and not change it.",
        "Ask an owner of the space for the role that the message names.",
        "grantAccess by a reader of the space",
    ),
    Code(
        "BAD_VALUE",
        "A value cannot be stored as it was sent. Nothing is cut or cleaned.",
        "Send one of the values that the message names.",
        Asked('mutation { createSpace(input: {name: ""}) { ... on Refusal { code } } }'),
    ),
    Code(
        "MISSING_PROPERTY",
        "Something that such a thing cannot be without is absent, or was to be cleared.",
        "Give it a value.",
        "updateSpace(input: {space: …, name: null})",
    ),
    Code(
        "STALE_REVISION",
        "Somebody changed it since you read it.",
        "Look at what it is now, and send that revision as expectedRevision.",
        "updateSpace with the expectedRevision of yesterday",
    ),
    Code(
        "ARCHIVED",
        "It is archived: it does not change, and nothing is linked to it.",
        "Restore it first, with restoreNode.",
        "updateObjective of an objective that was archived",
    ),
    Code(
        "NO_TRANSITION",
        "The status may not follow the one that there is.",
        "Set one of those that the message names; `statusTransitions` lists all.",
        "setStatus to COMPLETED of an objective that is PROPOSED",
    ),
    Code(
        "SUPERSEDED",
        "The check-in was corrected already.",
        "Correct the one that corrects it: `current` of the refusal.",
        "two corrections of one check-in",
    ),
    Code(
        "KEY_REUSED",
        "This idempotency key was used for another change.",
        "Repeat that one, or take a new key.",
        "the same key for two names",
    ),
    Code(
        "LAST_OWNER",
        "A space would be left without an owner.",
        "Make somebody else its owner first.",
        "revokeAccess from the only owner",
    ),
    Code(
        "NO_SUCH_GRANT",
        "No role on the space was granted to them.",
        "Look at the space's grants for who has one.",
        "revokeAccess twice",
    ),
    Code(
        "EXISTS",
        "There is something of that name already.",
        "Choose another name.",
        "generating a sample into a workspace that is there",
    ),
)

OF_AN_ITEM = (
    Code("UNKNOWN_KIND", "No such kind can be stated.", "Use one that the message names.", "a Dragon"),
    Code("UNKNOWN_RELATION", "No such relation can be stated.", "Use one that the message names.", "LIKES"),
    Code(
        "UNKNOWN_PROPERTY",
        "The kind, or the relation, has no such property that can be stated.",
        "Use one that the message names.",
        "the colour of a project",
    ),
    Code("WRONG_KIND", "It is of another kind.", "Do what the message says.", "an objective stated as a project"),
    Code(
        "BAD_ENDS",
        "The relation does not join these kinds.",
        "Use a relation or an end that the message names.",
        "an objective as a part of a project",
    ),
    Code("DUPLICATE", "The same is stated twice.", "State it once.", "one identity twice in one upsert"),
    Code(
        "END_REFUSED",
        "An end of the link was itself refused.",
        "Put that right first.",
        "a link to a node without a title",
    ),
    Code("IMMUTABLE", "It never changes.", "State a new one that supersedes it.", "another text for a check-in"),
    Code(
        "CYCLE",
        "The link would close a ring.",
        "Link to something that does not already count towards it.",
        "an objective under one of its own children",
    ),
    Code(
        "LINE_TOO_LONG",
        "The line within one kind of work would be too long.",
        "Link further up.",
        "seven work items below each other",
    ),
    Code(
        "SHARE_SUM",
        "The shares of one child would sum to more than 1.",
        "Lower this share or another one first.",
        "0.7 for each of two parents",
    ),
    Code(
        "SECOND_PARENT",
        "It is already part of something else.",
        "Unlink it there first, or use CONTRIBUTES_TO.",
        "a task in two projects",
    ),
    Code(
        "ITEMS_REFUSED",
        "Some of what was to be taken as a whole is refused, so none of it was written.",
        "Put right what `items` names, or send `atomic: false`: then the others are written.",
        "upsertWork with a node without a title",
    ),
    Code("TOO_MANY", "More items than one change takes.", "Send the rest in a further one.", "1,001 nodes"),
)

OF_AN_IMPORT = (
    Code(
        "BAD_LINE",
        "A line of an import states no item.",
        "Write it as the message says; each line is a JSON object of its own.",
        "a line that is cut off",
    ),
    Code(
        "WRONG_PART",
        "The part of an import cannot be added now.",
        "Add the one that the message names; `importJob` tells how many there are.",
        "addToImport with part 3 after part 1",
    ),
    Code(
        "IMPORT_TAKEN_OVER",
        "Another process goes on with the import.",
        "Wait for that one; what is done stays done.",
        "the same file imported twice at once",
    ),
)

CODES = (*OF_A_REQUEST, *OF_A_CHANGE, *OF_AN_ITEM, *OF_AN_IMPORT)

CODE: Mapping[str, Code] = MappingProxyType({code.name: code for code in CODES})
