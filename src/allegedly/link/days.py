"""How far apart in time articles are, and stories."""

from __future__ import annotations

from math import log1p

from ..records import Article

Days = tuple[int, int]
#: Days beyond which it no longer matters how many there are: long stories stay one, and a
#: page with a wrong date is not lost.
_LONG = 30


def days_of(article: Article) -> Days | None:
    """The first and last day (proleptic ordinals) on which it may have been published."""
    when = article.published
    if when is None:
        return None
    bounds = [day.toordinal() for day in (when.earliest, when.latest) if day]
    return (bounds[0], bounds[-1]) if bounds else None


def joined(one: Days | None, other: Days | None) -> Days | None:
    """The stretch of days that covers both; the other one where one is unknown."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def gap(one: Days | None, other: Days | None) -> float | None:
    """log(1 + days) between two stretches of days, a month at most; None where one is unknown."""
    if one is None or other is None:
        return None
    return log1p(min(_LONG, max(0, one[0] - other[1], other[0] - one[1])))
