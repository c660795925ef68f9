"""The commands of docs/frontends.md, run one after the other as they stand, and what they left."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "frontends.md"
BLOCKS = re.findall(r"^```(sh|text)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
DEMO = "http://127.0.0.1:8000"
PROGRAMS = {"typescript": ["node", "built/main.js"], "python": [".venv/bin/python", "main.py"]}
LOCK = Path(__file__).parent / "package-lock.json"
MARK = "-- the next block --"
VENV = ROOT / ".venv" / "bin"
PATHS = f"{os.environ['PATH']}:{VENV}"
"""Where commands are looked for: last where `scripts/install all` puts a Node.js."""


@dataclass(frozen=True)
class Block:
    """Commands of the page, what the page says that they print (None if it says nothing), and what they printed."""

    commands: str
    promised: str | None
    printed: str


@dataclass(frozen=True)
class Frontends:
    """What the commands made, in a folder."""

    folder: Path
    blocks: list[Block]
    environment: Mapping[str, str]

    @property
    def promised(self) -> str | None:
        """What each of the programs prints."""
        return self.blocks[-1].promised

    def again(self, language: str, url: str) -> subprocess.CompletedProcess[str]:
        """Runs one of the programs once more, against the service at `url`."""
        known, folder = {**self.environment, "GOLDENTHREAD": url}, self.folder / language
        return subprocess.run(PROGRAMS[language], cwd=folder, env=known, capture_output=True, text=True, check=False)


def ran(url: str, environment: Mapping[str, str]) -> list[Block]:
    """All of the page, in one shell."""
    commands = [text.replace(DEMO, url) for language, text in BLOCKS if language == "sh"]
    script = f"echo '{MARK}'\n".join(commands)
    shell = ["bash", "-euo", "pipefail"]
    done = subprocess.run(shell, input=script, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return list(map(Block, commands, promises(), done.stdout.split(f"{MARK}\n")))


def promises() -> list[str | None]:
    """What is said that each block of commands prints: the text right after it."""
    followed = zip(BLOCKS, [*BLOCKS[1:], ("sh", "")], strict=True)
    return [text if after == "text" else None for (language, _), (after, text) in followed if language == "sh"]


def token(environment: Mapping[str, str]) -> str:
    command = [str(VENV / "goldenthread"), "token", "--as", "planner"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]
