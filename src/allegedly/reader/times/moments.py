"""A point or stretch of the calendar: its TIMEX3 value, its bounds, steps from it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Grain = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"
]
SEASON_LETTERS = ("SP", "SU", "FA", "WI")
#: First and last (month, day) of a season by any common reckoning. The winter of a
#: year may be its first months or begin at its end; both are within the bounds.
SEASON_DAYS = {
    1: ((3, 1), (6, 21)),
    2: ((6, 1), (9, 23)),
    3: ((9, 1), (12, 21)),
}
#: Years that one step of a grain takes, and how many of a grain are in a year.
YEARS = {"century": 100, "decade": 10, "year": 1}
PER_YEAR = {"half": 2, "quarter": 4, "season": 4, "month": 12}
Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Moment:
    """A calendar stretch of one grain; None stands for what is not known.

    ``year`` is negative before Christ; for decades and centuries it is their first
    year. ``number`` counts halves, quarters, seasons (from spring), months or ISO
    weeks of the year, ``day`` the days of the month.
    """

    grain: Grain
    year: int | None
    number: int | None = None
    day: int | None = None

    @classmethod
    def of_day(cls, day: date) -> Moment:
        """The moment of one day."""
        return cls("day", day.year, day.month, day.day)

    @property
    def known_day(self) -> date | None:
        """The day, where this is a known day of the proleptic calendar."""
        if self.grain != "day" or not (self.year and self.number and self.day):
            return None
        try:
            return date(self.year, self.number, self.day)
        except ValueError:
            return None

    @property
    def month(self) -> int | None:
        """The month it lies in, where that is known."""
        if self.grain in ("day", "month"):
            return self.number
        bounds = self.bounds() if self.grain in ("week", "weekend") else None
        return bounds[0].month if bounds else None

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year = _year(self.year)
        number = self.number
        match self.grain:
            case "century":
                return year[:-2]
            case "decade":
                return year[:-1]
            case "year":
                return year
            case "half":
                return f"{year}-H{_digits(number, 1)}"
            case "quarter":
                return f"{year}-Q{_digits(number, 1)}"
            case "season":
                return f"{year}-{SEASON_LETTERS[number - 1] if number else 'XX'}"
            case "week":
                return f"{year}-W{_digits(number)}"
            case "weekend":
                return f"{year}-W{_digits(number)}-WE"
            case "month":
                return f"{year}-{_digits(number)}"
            case _:
                return f"{year}-{_digits(number)}-{_digits(self.day)}"

    def bounds(self) -> Bounds | None:
        """The first and last day, both inclusive, where the calendar has them."""
        if not self.year or not MINYEAR <= self.year < MAXYEAR - 100:
            return None
        try:
            return self._bounds(self.year)
        except ValueError:
            return None

    def _bounds(self, year: int) -> Bounds | None:
        if self.grain in YEARS:
            return date(year, 1, 1), date(year + YEARS[self.grain] - 1, 12, 31)
        if not self.number:
            return date(year, 1, 1), date(year, 12, 31)
        if self.grain in ("week", "weekend"):
            monday = date.fromisocalendar(year, self.number, 1)
            first = monday + timedelta(days=5 if self.grain == "weekend" else 0)
            return first, monday + timedelta(days=6)
        if self.grain == "season":
            if self.number == 4:
                return date(year, 1, 1), date(year + 1, 3, 20)
            (m, d), (n, e) = SEASON_DAYS[self.number]
            return date(year, m, d), date(year, n, e)
        if self.grain == "day" and self.day:
            day = date(year, self.number, self.day)
            return day, day
        length = {"half": 6, "quarter": 3}.get(self.grain, 1)
        final = self.number * length
        last = calendar.monthrange(year, final)[1]
        return date(year, final - length + 1, 1), date(year, final, last)

    def step(self, count: int) -> Moment:
        """The moment ``count`` of its own grain later."""
        if self.year is None:
            return replace(self, number=None, day=None) if self.grain not in YEARS else self
        if self.grain in YEARS:
            return replace(self, year=_skip_zero(self.year, count * YEARS[self.grain]))
        if self.number is None:
            return self
        if self.grain in PER_YEAR:
            each = PER_YEAR[self.grain]
            years, number = divmod(self.number - 1 + count, each)
            return replace(self, year=_skip_zero(self.year, years), number=number + 1)
        if self.grain == "day":
            day = self.known_day
            return shifted(day, count) if day else replace(self, day=None)
        bounds = self.bounds()
        if bounds is None:
            return self
        return Moment.containing(bounds[0], self.grain, count * 7)

    @classmethod
    def containing(cls, day: date, grain: Grain, plus: int = 0) -> Moment:
        """The moment of ``grain`` that holds ``day`` plus so many days."""
        moved = shifted(day, plus).known_day
        if moved is None:
            return cls(grain, None)
        year, month = moved.year, moved.month
        match grain:
            case "century" | "decade" | "year":
                return cls(grain, year - year % YEARS[grain])
            case "half":
                return cls(grain, year, (month + 5) // 6)
            case "quarter":
                return cls(grain, year, (month + 2) // 3)
            case "season":
                # January and February belong to the winter that began the year before.
                if month < 3:
                    return cls(grain, year - 1, 4)
                return cls(grain, year, min(month // 3, 4))
            case "month":
                return cls(grain, year, month)
            case "week" | "weekend":
                iso = moved.isocalendar()
                return cls(grain, iso.year, iso.week)
            case _:
                return cls(grain, year, month, moved.day)

    def at(self, grain: Grain) -> Moment:
        """The moment of a coarser (or equal) ``grain`` around this one, as far as it is known."""
        if self.grain == grain:
            return self
        if self.year is None:
            return Moment(grain, None)
        if grain in YEARS:
            if self.year < 0:
                size = YEARS[grain]
                return Moment(grain, -(-self.year // size * size) if size > 1 else self.year)
            return Moment(grain, self.year - self.year % YEARS[grain])
        if grain == "month" and self.number and self.grain == "day":
            return Moment("month", self.year, self.number)
        bounds = self.bounds()
        if bounds is None or self.grain in YEARS:
            return Moment(grain, self.year)
        return Moment.containing(bounds[0], grain)


def shifted(day: date, days: int) -> Moment:
    """The day so many days later; unknown where the calendar ends."""
    try:
        return Moment.of_day(day + timedelta(days=days))
    except OverflowError:
        return Moment("day", None)


def months_later(day: date, months: int) -> date | None:
    """The same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _skip_zero(year: int, years: int) -> int:
    moved = year + years
    # There is no year 0: the year before 1 is 1 BC.
    if year < 0 <= moved:
        return moved + 1
    if moved <= 0 < year:
        return moved - 1
    return moved


def _digits(number: int | None, width: int = 2) -> str:
    return "X" * width if number is None else f"{number:0{width}d}"


def _year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"
