"""A real browser on the whole application."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.visit import Visit, looking

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
# Any other host does not resolve, so that a request that slips past the listeners still fails and is seen.
ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


# Before all else, so that nothing is started for tests that cannot run.
@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("needs Chromium, and there is none: apt-get install chromium")
    return path


# Kept no longer than for a module: while this driver runs, its thread has an event loop,
# in which nobody else could start another.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=[*FLAGS, ONLY_THIS_MACHINE])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, sample_url: str) -> Iterator[Visit]:
    with looking(browser, sample_url) as visit:
        visit.open()
        yield visit
