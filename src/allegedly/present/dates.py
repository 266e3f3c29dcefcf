"""Partial dates in words, never finer than they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from allegedly.records import When

from . import timex

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def in_words(when: When | None) -> str:
    """``9 February 2021``, ``February 2021``, ``2021``, ``second half of 2021``, ``undated``."""
    return "undated" if when is None else timex.in_words(when.value)


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
