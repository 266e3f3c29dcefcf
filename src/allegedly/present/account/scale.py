"""Days as places on a line from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from allegedly.records import When

from ..dates import in_words

#: Room at both ends, in percent, so that a mark on the first day is whole.
_MARGIN = 3.0
_TICKS = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named below the line; ``x`` is in percent of its width."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where something lies, in percent of the width; a day is a point.

    ``at`` is its middle as a number.
    """

    x: str
    end: str
    middle: str
    point: bool
    at: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from ``first`` to ``last``; what lies outside is put at the ends."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date | None]) -> Scale | None:
        """The scale from the first to the last of these days; None where there is none."""
        known = [day for day in days if day is not None]
        return cls(min(known), max(known)) if known else None

    def at(self, day: date) -> float:
        """Where a day lies, in percent."""
        span = (self.last - self.first).days
        share = (min(max(day, self.first), self.last) - self.first).days / span if span else 0.5
        return _MARGIN + share * (100 - 2 * _MARGIN)

    def stretch(self, earliest: date | None, latest: date | None) -> Stretch:
        """Where an interval lies; one with an open end reaches to the end of the line."""
        start, end = self.at(earliest or self.first), self.at(latest or self.last)
        point = earliest is not None and earliest == latest
        middle = (start + end) / 2
        return Stretch(f"{start:.1f}%", f"{end:.1f}%", f"{middle:.1f}%", point, middle)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A few days along the line, the first and the last among them."""
        span = (self.last - self.first).days
        steps = min(_TICKS, span)
        places = [round(span * step / steps) for step in range(steps + 1)] if steps else [0]
        return tuple(_tick(self, self.first + timedelta(days=place)) for place in places)


def _tick(scale: Scale, day: date) -> Tick:
    words = in_words(When.from_iso(day.isoformat(), "given"))
    return Tick(f"{scale.at(day):.2f}%", words)
