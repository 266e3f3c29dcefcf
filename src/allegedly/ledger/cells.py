"""Python values as SQLite cells, and back, without loss.

SQLite keeps a string with a NUL inside, but ``length``, ``substr`` and a dump
stop at it; Python refuses to bind a lone surrogate at all. A string with either
is kept as a BLOB of its UTF-8 bytes (surrogates passed through) in the same
column. Titles and texts, which spans count in, also keep a readable form of the
same length, with U+FFFD for each such character, so that ``substr`` still cuts
where the span says.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

Cell = str | bytes | int | float | None

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def cell(value: Cell) -> Cell:
    """``value`` as it can be bound: a string SQLite cannot hold becomes bytes."""
    if isinstance(value, str) and _UNFIT.search(value):
        return value.encode("utf-8", "surrogatepass")
    return value


def shown(text: str | None) -> str | None:
    """``text`` with U+FFFD for every character SQLite cannot hold; as long as before."""
    return None if text is None else _UNFIT.sub("\ufffd", text)


def exact(text: str | None) -> bytes | None:
    """The bytes of a text that ``shown`` would change, None for all others."""
    if text is None or not _UNFIT.search(text):
        return None
    return text.encode("utf-8", "surrogatepass")


def optional_text(value: Any) -> str | None:
    """The string that ``cell`` stored, or None."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"not a text: {value!r}")


def text(value: Any) -> str:
    """The string that ``cell`` stored.

    Raises:
        ValueError: where there is none.
    """
    found = optional_text(value)
    if found is None:
        raise ValueError("a text is missing")
    return found


def day(value: date | None) -> str | None:
    """``YYYY-MM-DD``, or None."""
    return None if value is None else value.isoformat()


def optional_day(value: Any) -> date | None:
    """The day that ``day`` stored, or None."""
    return None if value is None else date.fromisoformat(value)
