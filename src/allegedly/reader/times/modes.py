"""Does a text tell the news of a day, or a story of dates?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .frames import Frame

#: A year so far from publication speaks for a story; so many such years make one,
#: if there are so many times as many of them as words that look at the day itself.
FAR, MANY, SHARE = 1, 5, 2


def is_narrative(frames: Sequence[Frame], published: date | None) -> bool:
    """Whether dates without a year hang on the date before them, not on publication.

    That is so where a text names many years far from publication (or many years at
    all, where that is unknown) and hardly ever speaks of "today", "Friday" or
    "last week".
    """
    years = [f.year for f in frames if f.year is not None]
    far = sum(1 for year in years if published is None or abs(published.year - year) > FAR)
    return far >= MANY and far > SHARE * sum(map(_looks_at_the_day, frames))


def _looks_at_the_day(frame: Frame) -> bool:
    return (
        frame.named_day is not None
        or frame.direction == "ago"
        or (frame.weekday is not None and frame.day is None)
        or any(p.word in ("last", "this") and p.unit for p in frame.pointers)
    )
