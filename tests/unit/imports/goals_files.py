"""Small files of goals. Each says only what a test is about."""

import json
from typing import Any

from api.imports.rust_goals.source import Goals

Entry = dict[str, Any]


def a_goal(**said: Any) -> Entry:
    """An accepted goal of 2025h1 without anything in it."""
    return {
        "source_id": "src/2025h1/parser.md",
        "season": "2025h1",
        "kind": "GOAL",
        "title": "A faster parser",
        "status": "Accepted",
        "owners": [],
        "roadmaps": [],
        "flagship": [],
        "timespan": None,
        "tracking": [],
        "champions": {},
        "tasks": [],
        "team_asks": [],
        "funding": [],
        **said,
    }


def a_page(**said: Any) -> Entry:
    """A roadmap page of 2026."""
    page = {
        "source_id": "src/2026/roadmap-speed.md",
        "season": "2026",
        "kind": "ROADMAP",
        "title": "Speed",
        "status": None,
    }
    return a_goal(**{**page, **said})


def a_task(**said: Any) -> Entry:
    """A task that nobody owns."""
    return {
        "n": 0,
        "subgoal": None,
        "title": "Measure it",
        "owners": [],
        "teams": [],
        "is_team_ask": False,
        "help_wanted": False,
        "done": False,
        **said,
    }


def a_team(name: str, **said: Any) -> Entry:
    return {"name": name, "kind": "team", "parent": None, "leads": [], "members": [], "alumni": 0, **said}


def a_post(**said: Any) -> Entry:
    """What the post of March 2025 says of issue 7."""
    return {
        "post": "content/Project-Goals-2025-March-Update.md",
        "published": "2025-04-08",
        "issue": 7,
        "completed": 1,
        "total": 4,
        "badge": None,
        **said,
    }


def a_document(**said: Any) -> Entry:
    """The whole file, as JSON has it."""
    empty = {"licence": "MIT", "source_commits": {"goals": "44ee4db"}, "goals": [], "checkins": [], "teams": []}
    return {**empty, **said}


def a_file(*goals: Entry, posts: list[Entry] | None = None, teams: list[Entry] | None = None) -> Goals:
    document = a_document(goals=list(goals), checkins=posts or [], teams=teams or [])
    return Goals.model_validate_json(json.dumps(document))
