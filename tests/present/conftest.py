"""The story as fixtures, and a browser to look at reports with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.records import Reading, Unread
from docs.screenshot import find_browser, launched

from .story import COULD_NOT, story


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    return story()


@pytest.fixture(scope="session")
def unread() -> tuple[Unread, ...]:
    return COULD_NOT


@pytest.fixture(scope="session")
def report(
    readings: tuple[Reading, ...], unread: tuple[Unread, ...], tmp_path_factory: Any
) -> Path:
    """The report of the story as a file."""
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(readings, unread, title="The Paper Lanterns"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by playwright; skips where either is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if find_browser() is None:
        pytest.skip("no chromium or chrome on PATH")
    with sync_api.sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()
