"""Logs: one record a line, ours and the libraries' alike, without secrets."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from api.logs import configure_logs


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Logging belongs to the process, so it is given back as it was. A server without an access log has muted that."""
    monkeypatch.setattr(logging.getLogger("uvicorn.access"), "propagate", True)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def records(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_told_without_what_follows_the_question_mark(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json", "info")

    logging.getLogger("uvicorn.access").info(
        '%s - "%s %s HTTP/%s" %d', "127.0.0.1:1", "GET", "/graphql?query=%7Bsecret%7D", "1.1", 200
    )

    (record,) = records(capsys)
    told = {name: record[name] for name in ("event", "client", "method", "path", "status")}
    assert told == {
        "event": "request",
        "client": "127.0.0.1:1",
        "method": "GET",
        "path": "/graphql",
        "status": 200,
    }


@pytest.mark.parametrize("name", ["neo4j_password", "cursor_secret", "Authorization", "access_token", "set-cookie"])
def test_a_secret_is_not_written(capsys: pytest.CaptureFixture[str], name: str) -> None:
    configure_logs("json", "info")

    structlog.get_logger("test").info("opened", **{name: "hunter2"})

    assert records(capsys)[0][name] == "***"


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_fault_is_told_without_the_values_of_variables(capsys: pytest.CaptureFixture[str], form: Any) -> None:
    configure_logs(form, "info")
    password = "hunter2"

    try:
        fail(password)
    except ZeroDivisionError:
        logging.getLogger("test").exception("failed")

    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "hunter2" not in told


def fail(password: str) -> float:
    return len(password) / 0


def test_what_is_below_the_level_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json", "warning")

    structlog.get_logger("test").info("ours")
    logging.getLogger("uvicorn.error").info("theirs")

    assert records(capsys) == []
