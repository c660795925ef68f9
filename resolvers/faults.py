"""What a client is told of an error: its own mistakes in words and with a code, our faults without their insides."""

import logging

from graphql import GraphQLError

from graph.database import TookTooLong, Unavailable
from graph.refusals import Refused

from .reasons import docs_of

UNEXPECTED = "Something went wrong on our side, and it is logged: try again, and tell us if it stays."

LONGEST = 1_000
"""Characters of a message. What is longer repeats what was sent, which may be a megabyte."""


def told(error: GraphQLError, log: logging.Logger) -> GraphQLError:
    """The error as it is published. What is not the client's doing is logged here, once."""
    cause = error.original_error
    match cause:
        case None:
            return coded(error, "BAD_REQUEST")
        case Refused():
            return coded(error, cause.code)
        case Unavailable():
            log.warning("The database is unavailable.", exc_info=cause)
            return coded(error, "UNAVAILABLE")
        case TookTooLong():
            log.warning("A read took too long.", exc_info=cause)
            return coded(error, "TIMED_OUT")
        case GraphQLError():
            return coded(error, "BAD_REQUEST")
        case _ if error.nodes and not error.path:
            # What a scalar says of a value that it cannot read, before anything runs.
            return coded(error, "BAD_REQUEST")
        case _:
            log.error("A request failed.", exc_info=cause)
            return coded(error, "INTERNAL", UNEXPECTED)


def coded(error: GraphQLError, code: str, message: str | None = None) -> GraphQLError:
    return GraphQLError(
        brief(message or error.message),
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions={**(error.extensions or {}), "code": code, "docs": docs_of(code)},
    )


def brief(message: str) -> str:
    """The message, without its middle where that is long."""
    return message if len(message) <= LONGEST else f"{message[: LONGEST - 200]} … {message[-100:]}"
