"""docs/partners.md is true: its commands run as they stand, one after the other, and answer what it says."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Granting

PAGE = Path(__file__).parents[3] / "docs" / "partners.md"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
COMMANDS = [text for language, text in BLOCKS if language == "sh" and "…" not in text]
ANSWERS = [json.loads(text) for language, text in BLOCKS if language == "json"]
BASH, CURL = shutil.which("bash"), shutil.which("curl")


@pytest.mark.skipif(CURL is None or BASH is None, reason="it needs bash and curl: apt-get install curl")
def test_the_commands_of_the_page_answer_what_it_says(granting: Granting, tmp_path: Path) -> None:
    granting.grant("open", granting.client("partner"), SpaceRole.EDITOR)
    partner = granting.caller("partner", client_id="partner", source="partner", scope="work:read sync:write")
    known = {"GOLDENTHREAD": granting.url, "TOKEN": partner.token, "SPACE": granting.ids["open"]}

    told = answers({**known, "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}, tmp_path)

    assert len(ANSWERS) == 5
    assert [{"data": each["data"]} for each in told] == ANSWERS


def answers(known: dict[str, str], folder: Path) -> list[Any]:
    """What the commands print in a folder, each a line."""
    script = "\necho\n".join(COMMANDS)
    done = subprocess.run(
        [str(BASH), "-eu"], input=script, env=known, cwd=folder, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line]
