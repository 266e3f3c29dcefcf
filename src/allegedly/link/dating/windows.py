"""On which days an article may have been written, if a date in its words is a known one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from ...reader.times import times_of
from ...records import Span, Status, Time, When
from ..events.tellings import Told

#: How far from a known date the day of writing is looked for, and in which steps at first.
_REACH, _STEP = timedelta(days=800), timedelta(days=7)
_DAY, _DAILY = timedelta(days=1), timedelta(days=62)
#: Years in which there is something to bound.
_EARLY, _FAR = date(1000, 1, 1), date(9000, 1, 1)
#: With one of these an expression says of which year it is.
_POINTERS = frozenset(["this", "last", "next", "past", "coming", "year", "ago"])


@dataclass(frozen=True, slots=True)
class Window:
    """The days from ``earliest`` to ``latest``; None where nothing bounds them."""

    earliest: date | None
    latest: date | None

    def meet(self, other: Window) -> Window | None:
        """The days in both; None where there are none."""
        firsts = [one for one in (self.earliest, other.earliest) if one]
        lasts = [one for one in (self.latest, other.latest) if one]
        first, last = max(firsts, default=None), min(lasts, default=None)
        return None if first and last and first > last else Window(first, last)


class Expression:
    """A date in an undated text ("in February"), as it would read on any day of writing."""

    def __init__(self, told: Told, time: Time) -> None:
        self.told = told
        self._text = told.sentence.of(told.layer.text)
        start = told.sentence.start
        self._span = Span(time.span.start - start, time.span.end - start)
        self._type = time.type
        self._value = time.value
        self._whole = (Span(0, len(self._text)),)

    @property
    def key(self) -> tuple[str, int]:
        """The same for expressions that read alike on every day."""
        return self._text, self._span.start

    def on(self, day: date) -> tuple[date, date] | None:
        """The days it means if the text was written on ``day``."""
        written = When(day.isoformat(), day, day, "shared")
        found = times_of(self._text, [(self._span, self._type)], self._whole, written, exact=True)
        first, last = found[0].earliest, found[0].latest
        if first is None or last is None:
            return None
        # "In February" may be of this year or another: what happened is past, a plan is not.
        if self._yearly and self.told.status in ("happened", "ongoing") and first > day:
            return _shifted(first, -1), _shifted(last, -1)
        if self._yearly and self.told.status == "planned" and last < day:
            return _shifted(first, 1), _shifted(last, 1)
        return first, last

    @property
    def _yearly(self) -> bool:
        """Whether all that the words leave open is the year."""
        words = self._text[self._span.start : self._span.end].lower().split()
        return self._value[5:7].isdigit() and _POINTERS.isdisjoint(words)


def _shifted(day: date, years: int) -> date:
    """The same day some years on; the last of February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def window(
    means: Callable[[date], tuple[date, date] | None], known: Window, status: Status
) -> Window | None:
    """The days of writing on which an expression means ``known`` days.

    ``means`` says what it means on a day. What happened was past on the day of writing,
    what was planned was still to come. None where no day fits.
    """
    if known.earliest is None or known.latest is None:
        return None
    if (
        known.latest - known.earliest > _REACH
        or not _EARLY < known.earliest < known.latest + _DAY < _FAR
    ):
        return None
    scan = _Scan(means, known.earliest, known.latest)
    if status == "planned":
        return scan.run(known.latest - _REACH, known.latest)
    return scan.run(known.earliest, known.latest + _REACH)


@dataclass
class _Scan:
    means: Callable[[date], tuple[date, date] | None]
    first: date
    last: date

    @cached_property
    def _known(self) -> dict[date, bool]:
        return {}

    def _fits(self, day: date) -> bool:
        if day not in self._known:
            meant = self.means(day)
            self._known[day] = bool(meant and meant[0] <= self.last and self.first <= meant[1])
        return self._known[day]

    def run(self, start: date, stop: date) -> Window | None:
        """The first unbroken run of days that fit, found in steps and then to the day."""
        day = start
        # An expression of days ("ten days ago") may fit on no step: at first day by day.
        while not self._fits(day):
            day += _DAY if day - start < _DAILY else _STEP
            if day > stop:
                return None
        first = day
        while first > start and self._fits(first - _DAY):
            first -= _DAY
        while day + _STEP <= stop and self._fits(day + _STEP):
            day += _STEP
        while day < stop and self._fits(day + _DAY):
            day += _DAY
        return Window(first, day)
