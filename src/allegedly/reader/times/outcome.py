"""What an expression comes to, and how two readings of it agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...records.reading import TimeType
from .moments import Bounds, Moment

_FIELD = re.compile(r"[-T]|[^-T]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Type, TIMEX3 value, mod and day bounds of one expression.

    ``moment`` is the calendar stretch that later expressions may hang on.
    """

    type: TimeType
    value: str
    mod: str | None = None
    bounds: Bounds | None = None
    moment: Moment | None = None
    weekday: int | None = None

    @classmethod
    def of(cls, moment: Moment, mod: str | None = None) -> Outcome:
        """A date that is just this moment."""
        return cls("DATE", moment.value, mod, moment.bounds(), moment)


def blend(outcomes: Sequence[Outcome]) -> Outcome:
    """What holds whichever day of a partly known publication date it was.

    ``outcomes`` are those for its days in order. Fields in which they differ are X;
    the bounds span all of them.
    """
    low = outcomes[0]
    values = {o.value for o in outcomes}
    if len(values) == 1 and len({o.bounds for o in outcomes}) == 1:
        return low
    bounds: tuple[date, date] | None = None
    known = [o.bounds for o in outcomes if o.bounds]
    if len(known) == len(outcomes):
        bounds = min(b[0] for b in known), max(b[1] for b in known)
    value = low.value
    for other in values:
        value = _common(value, other)
    if low.weekday and len(value) > 9:
        value = f"{value[:4]}-WXX-{low.weekday}{value[10:]}"
    return replace(low, value=value, bounds=bounds, moment=None)


def _common(low: str, high: str) -> str:
    """The value with an X for each digit of a field that is not the same in both."""
    first, second = _FIELD.findall(low), _FIELD.findall(high)
    if len(first) != len(second):
        return "XXXX-XX-XX"
    return "".join(a if a == b else _DIGIT.sub("X", a) for a, b in zip(first, second, strict=True))
