"""Shared fixtures: one reader for the whole run, and the bundled example."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegedly import Reader

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "ferry"


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The packaged reader; loading it takes most of a second."""
    return Reader()


@pytest.fixture(scope="session")
def coverage() -> Path:
    """The folder of the bundled example's articles."""
    return EXAMPLE / "coverage"
