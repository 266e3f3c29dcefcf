"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or an item of one, that gave no reading: where, what is wrong, what to do."""

    origin: str
    what: str
    todo: str = ""
