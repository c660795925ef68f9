"""The registry of codes: every reason for an error or a refusal, once, with what it means and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PAGE = "/docs/errors"
"""Where the server itself tells of them."""


@dataclass(frozen=True)
class Asked:
    """A document to which the reason is the answer, by whoever has a token with work:read and access:manage alone."""

    document: str


@dataclass(frozen=True)
class Code:
    """One reason. `example` is something that meets it: a document, or, where none can alone, words."""

    name: str
    meaning: str
    way_out: str
    example: Asked | str

    @property
    def docs(self) -> str:
        """Where it is told of."""
        return docs_of(self.name)


def docs_of(code: str) -> str:
    """Where the server tells of a code."""
    return f"{PAGE}#{code}"


OF_A_REQUEST = (
    Code(
        "BAD_REQUEST",
        "The document is not valid GraphQL, does not fit the schema, or came in a way that is not served.",
        "Compare it with the schema, which `/schema.graphql` prints; the message names the place.",
        Asked("{ objectives { nodes { titel } } }"),
    ),
    Code(
        "BAD_INPUT",
        "An argument has a value that cannot be answered, as an empty filter.",
        "Do what the message says of that argument.",
        Asked("{ objectives(where: {}) { totalCount } }"),
    ),
    Code(
        "BAD_CURSOR",
        "The cursor was not made here for a list of this order and this filter.",
        "Start again without it, and go on with cursors of the new answer.",
        Asked('{ objectives(after: "abc") { nodes { id } } }'),
    ),
    Code(
        "BAD_PAGE",
        "A page has 0 to 100 rows.",
        "Ask for at most 100, and follow the cursor.",
        Asked("{ objectives(first: 101) { nodes { id } } }"),
    ),
    Code(
        "TOO_COSTLY",
        "The request could read more than one request may; nothing of it was read.",
        "Ask for fewer rows of the list that the message names, or for a level less at once.",
        Asked("{ objectives(first: 100) { nodes { children(first: 100) { nodes { parents { totalCount } } } } } }"),
    ),
    Code(
        "TOO_DEEP",
        "The document, or a value in it, nests deeper than is served.",
        "Ask for what lies deeper in a request of its own.",
        "a document of 1,000 levels",
    ),
    Code(
        "TOO_BROAD",
        "The document has more of something than is served: fields, aliases, directives, words of a filter.",
        "Do what the message says of the things that it names.",
        "a document with 1,000 aliases",
    ),
    Code(
        "UNAUTHENTICATED",
        "Nobody is named as asking.",
        "Send an access token, as `Authorization: Bearer …`.",
        "a request without a token",
    ),
    Code(
        "INVALID_TOKEN",
        "The access token does not count: it has ended, or was made by another issuer or for another service.",
        "Get a new one from the issuer, for this service's audience.",
        "a request with a token of yesterday",
    ),
    Code(
        "FORBIDDEN",
        "The access token is not meant for this, or for no workspace that is here.",
        "Ask the issuer for a token with the scope, or the workspace, that the message names.",
        Asked("{ people { totalCount } }"),
    ),
    Code(
        "OPERATION_RESOLUTION_FAILURE",
        "The document has no operation of the name that was sent, or several and no name was sent.",
        "Send the name of one of its operations as `operationName`.",
        Asked("query One { viewer { subject } } query Two { viewer { scopes } }"),
    ),
    Code(
        "NOT_TRUSTED",
        "The operator lets this client ask trusted documents alone, and this is none of them.",
        "Ask the operator to add the document; send it, or its sha256, exactly as it was added.",
        "any other document of a client that `GOLDENTHREAD_TRUSTED_ONLY` names",
    ),
    Code(
        "PERSISTED_QUERY_NOT_FOUND",
        "Nothing is known by the sha256 that was sent instead of a document.",
        "Send both together, once; clients that can persist documents do so by themselves.",
        "a hash after a new start of the server",
    ),
    Code(
        "TOO_LARGE",
        "The body of the request is larger than what is taken.",
        "Send values as variables and ask for less at once; the message says how much is taken.",
        "a body of 200 MB",
    ),
    Code(
        "UNAVAILABLE",
        "Something that the service stands on does not answer.",
        "Try again in a moment; a change under the same idempotency key, so that it is made once.",
        "any request while the database starts",
    ),
    Code(
        "TIMED_OUT",
        "The request took longer than one may.",
        "Ask for less at once: smaller pages, fewer levels.",
        "ten nested lists of 100",
    ),
    Code(
        "INTERNAL",
        "A fault of ours. It is logged.",
        "Try again, and tell us if it stays.",
        "none that we know of",
    ),
)

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
        "NO_TRANSITION",
        "The status may not follow the one that there is.",
        "Set one of those that the message names; `statusTransitions` lists all.",
        "setStatus to COMPLETED of an objective that is PROPOSED",
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
    Code("TOO_MANY", "More items than one change takes.", "Send the rest in a further one.", "1,001 nodes"),
)

CODES = (*OF_A_REQUEST, *OF_A_CHANGE, *OF_AN_ITEM)

CODE: Mapping[str, Code] = MappingProxyType({code.name: code for code in CODES})
