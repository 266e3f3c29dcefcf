"""What an export makes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export; ``name`` is safe as a file name on every system."""

    name: str
    content: bytes
