"""Partial dates in words, never finer than they are."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from allegedly.records import When

from .safe import one_line

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PART = re.compile(r"(\d{4})-(H[12]|Q[1-4]|S[PU]|FA|WI|W\d{2})")
_PARTS = {
    "H1": "first half of {}",
    "H2": "second half of {}",
    "SP": "spring {}",
    "SU": "summer {}",
    "FA": "autumn {}",
    "WI": "winter {}",
}


def in_words(when: When | None) -> str:
    """``9 February 2021``, ``February 2021``, ``2021``, ``second half of 2021``, ``undated``."""
    if when is None:
        return "undated"
    if match := _ISO.fullmatch(when.value):
        year, month, day = match.groups()
        if month is None:
            return year
        if 1 <= int(month) <= 12:
            name = calendar.month_name[int(month)]
            return f"{int(day)} {name} {year}" if day else f"{name} {year}"
    if match := _PART.fullmatch(when.value):
        year, part = match.groups()
        if part in _PARTS:
            return _PARTS[part].format(year)
        return f"quarter {part[1:]} of {year}" if part[0] == "Q" else f"week {part[1:]} of {year}"
    return one_line(when.value)


def machine(when: When | None) -> str | None:
    """What a ``datetime`` attribute may say; None where HTML has no form for it."""
    if when is None or not _ISO.fullmatch(when.value):
        return None
    return when.value


def in_order(when: When | None) -> tuple[date, int]:
    """A sort key: by the last possible day, the finer date first; undated ones at the end.

    An article dated ``April 2023`` is only known to be out at the end of that April.
    """
    if when is None or when.latest is None:
        return (date.max, 1 if when is None else 0)
    return (when.latest, (when.latest - (when.earliest or date.min)).days)


def stretch(whens: Iterable[When | None]) -> str:
    """The dates from first to last in words; empty where none is known."""
    known = [when for when in whens if when is not None]
    if not known:
        return ""
    bounded = [when for when in known if when.earliest and when.latest] or known
    first = min(bounded, key=lambda when: (when.earliest or date.max, when.latest or date.max))
    last = max(bounded, key=in_order)
    one, other = in_words(first), in_words(last)
    return one if one == other else f"{one} to {other}"
