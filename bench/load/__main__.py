"""Reads jobs from the standard input, one a line, and answers each with a line of what its requests took."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from . import http, raw
from .exchange import Failed, request
from .took import Took


def outcome(job: Mapping[str, Any]) -> dict[str, Any]:
    """What a job took, or why it failed. Jobs and outcomes are JSON, hence `Any`."""
    try:
        return asdict(done(job))
    except Failed as failed:
        return {"failed": str(failed)}


def done(job: Mapping[str, Any]) -> Took:
    if "server" in job:
        return raw.driven(job["server"], job["text"], job["parameters"], job["connections"], job["seconds"])
    requests = [request(body.encode(), job["token"]) for body in job["bodies"]]
    return http.driven(job["port"], requests, job["connections"], job["seconds"])


def main() -> None:
    for line in sys.stdin:
        json.dump(outcome(json.loads(line)), sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
