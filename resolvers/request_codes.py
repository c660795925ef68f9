"""Why a request goes wrong, whatever it asks: the first part of the registry of codes."""

from .reasons import Asked, Code

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
        "TOO_MANY_CANDIDATES",
        "A number would filter or sort a list of more than 1,000; nothing was computed.",
        "Narrow the list by the other tests of `where`, or sort it by something that is stored.",
        "1,001 work items sorted by PROGRESS",
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
        "RATE_LIMITED",
        "You have spent what your requests of a minute may cost.",
        "Wait as long as `Retry-After` says, in seconds; ask for less at once.",
        "a program that asks for 100,000 rows again and again",
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
        "TOO_SLOW",
        "The body of the request was too long on its way.",
        "Send it at once when the connection is open, or ask for less at once; the message says how long one waits.",
        "a body of which a byte comes each second",
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
