"""How the service tells what it does: one record a line, ours and the libraries' alike, as JSON or as text."""

import logging
import sys
from asyncio import CancelledError
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

SECRET_NAMES = ("password", "secret", "token", "authorization", "cookie")
"""A value under a name that contains one of these is never written."""

FIELDS_OF_A_REQUEST = 5
"""What uvicorn tells of one: client, method, path, version, status."""

QUIET = ("neo4j", "asyncio", "urllib3")
"""Libraries whose own details only disturb."""


def configure_logs(form: Literal["json", "text"], level: str) -> None:
    """Write every record of `level` and above to the standard error."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _access,
        _without_secrets,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_news)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            pass_foreign_args=True,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *(_json() if form == "json" else _text()),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _is_news(record: logging.LogRecord) -> bool:
    """Whether it is worth telling. That a request was cancelled is not: we did it, while stopping."""
    return not (record.exc_info and isinstance(record.exc_info[1], CancelledError))


def _json() -> list[Processor]:
    # Without the values of local variables: secrets are among them.
    faults = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [structlog.processors.ExceptionRenderer(faults), structlog.processors.JSONRenderer()]


def _text() -> list[Processor]:
    return [
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)
    ]


def _access(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """A request that uvicorn tells of, as fields; without what follows the question mark, for it may hold anything."""
    arguments = event.pop("positional_args", ())
    if event["logger"] != "uvicorn.access" or len(arguments) != FIELDS_OF_A_REQUEST:
        return event
    client, method, path, _version, status = arguments
    event.update(event="request", client=client, method=method, path=str(path).partition("?")[0], status=status)
    return event


def _without_secrets(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    return {name: "***" if _is_secret(name) else value for name, value in event.items()}


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET_NAMES)
