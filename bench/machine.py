"""The machine and the versions that figures were taken with. It has no name here."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .scene import Scene
from .systems.peers import NODE, path_with_node

PACKAGES = ("neo4j", "neo4j-rust-ext", "starlette", "strawberry-graphql", "graphql-core", "uvicorn", "orjson")


def machine(scene: Scene) -> dict[str, Any]:
    """Plain values, to be kept with the figures; numbers and texts, hence `Any`."""
    with scene.driver() as driver:
        server = driver.get_server_info().agent
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "neo4j": server,
        "packages": {name: version(name) for name in PACKAGES},
        "node": _node(),
    }


def load_average() -> float:
    """Over the last minute: how many processes wanted a core."""
    return round(os.getloadavg()[0], 1)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _node() -> Mapping[str, str]:
    path = path_with_node()
    if path is None:
        return {}
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True, env={"PATH": path})  # noqa: S607
    packages: dict[str, str] = json.loads((NODE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return {"node": said.stdout.strip(), **packages}
