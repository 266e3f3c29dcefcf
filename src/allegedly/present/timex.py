"""TIMEX3 values in words, never finer than they are; what is unknown is said to be unknown."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date

from allegedly.records import TimeType, When

from .safe import one_line

_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_MODS = {
    "APPROX": "about {}",
    "START": "start of {}",
    "MID": "middle of {}",
    "END": "end of {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "{} or before",
    "ON_OR_AFTER": "{} or after",
    "LESS_THAN": "less than {}",
    "MORE_THAN": "more than {}",
    "EQUAL_OR_LESS": "at most {}",
    "EQUAL_OR_MORE": "at least {}",
}
_PARTS = {
    "H1": "first half of {}",
    "H2": "second half of {}",
    "SP": "spring {}",
    "SU": "summer {}",
    "FA": "autumn {}",
    "WI": "winter {}",
}
#: Words for a stretch whose number is not known, within a known or an unknown year.
_OPEN = {"HX": "half-year", "QX": "quarter", "XX": "month", "WXX": "week"}
_HOURS = {
    "MO": "morning",
    "MI": "midday",
    "DT": "daytime",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "XX": "time unknown",
}
#: The hour that a part of the day begins at, for the order of events.
_BEGINS = {"MO": "06", "DT": "08", "MI": "12", "AF": "13", "EV": "18", "NI": "22"}
_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "Q": "quarter",
    "H": "half-year",
    "DE": "decade",
    "CE": "century",
    "WE": "weekend",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_UNKNOWN = "year unknown"
_NO_YEAR = "XXXX"
_ISO = re.compile(r"(?:\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")
_PART = re.compile(r"(\d{4}|XXXX)-(H[12X]|Q[1-4X]|S[PU]|FA|WI|W\d{2}|WXX)(-WE|-[1-7])?")
_LONG = re.compile(r"(\d{2})(\d)?")
_BEFORE_CHRIST = re.compile(r"BC0*(\d{1,4})")
_DURATION = re.compile(
    r"P(?=.)((?:[\dX][\d.X]*(?:DE|CE|WE|[YMWDQH]))*)(?:T((?:[\dX][\d.X]*[HMS])+))?"
)
_AMOUNT = re.compile(r"([\dX][\d.X]*)(DE|CE|WE|[YMWDQHS])")
_CLOCK = re.compile(r"(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?|(\d{2})|([A-Z]{2})")


def in_words(value: str, kind: TimeType | None = None, mod: str | None = None) -> str:
    """``9 February 2021``, ``about 3 days``, ``every Tuesday``, ``May, year unknown``.

    ``kind`` and ``mod`` are the TIMEX3 type and mod. A value of no known form stays as it is.
    """
    ends = value.split("/")
    if len(ends) == 2 and all(ends):
        words = " to ".join(_one(end, kind) for end in ends)
    else:
        words = _one(value, kind)
    return _MODS.get(mod or "", "{}").format(words)


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and last day of an ISO prefix; of other values, as far as their year tells.

    Only to put dates in order: a reading has its own bounds where it knows them.
    """
    for known in (value, value[:10], value[:7], value[:4]):
        try:
            when = When.from_iso(known, "text")
        except ValueError:
            continue
        return when.earliest, when.latest
    return None, None


def hour(value: str) -> str:
    """Where in its day a value stands, to sort by; empty for the whole day."""
    _, clock, after = value.partition("T")
    return _BEGINS.get(after, after) if clock and not value.startswith("P") else ""


def stretch(earliest: date | None, latest: date | None) -> str:
    """``1 to 28 February 2021``, ``from 9 February 2021``; empty where neither day is known."""
    if earliest is None or latest is None:
        day = earliest or latest
        return "" if day is None else f"{'from' if earliest else 'until'} {_day(day)}"
    if earliest == latest:
        return _day(earliest)
    first = _day(earliest)
    if earliest.year == latest.year:
        first = f"{earliest.day} {calendar.month_name[earliest.month]}"
        if earliest.month == latest.month:
            first = str(earliest.day)
    return f"{first} to {_day(latest)}"


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _one(value: str, kind: TimeType | None) -> str:
    if value in _REFERENCES:
        return _REFERENCES[value]
    before, clock, after = value.partition("T")
    if clock and not value.startswith("P") and (time := _time(after)):
        day = _calendar(before, kind)
        if day == "every day" and time in _HOURS.values():
            return f"every {time}"
        return f"{day}, {time}" if day else time if not before else one_line(value)
    return _calendar(value, kind) or _duration(value, kind) or one_line(value)


def _time(value: str) -> str | None:
    match = _CLOCK.fullmatch(value)
    if match is None:
        return None
    clock, hour, part = match.groups()
    return clock or (f"{hour}:00" if hour else _HOURS.get(part))


def _calendar(value: str, kind: TimeType | None) -> str | None:
    forms: Iterable[tuple[re.Pattern[str], Callable[..., str | None]]] = (
        (_ISO, _iso),
        (_PART, _part),
        (_LONG, _long),
        (_BEFORE_CHRIST, lambda match, _: f"{match[1]} BC"),
    )
    for form, worded in forms:
        if match := form.fullmatch(value):
            return worded(match, kind)
    return None


def _iso(match: re.Match[str], kind: TimeType | None) -> str | None:
    year = match.string[:4]
    month, day = match.groups()
    named = year if year != _NO_YEAR else None
    if month is None:
        return named or _UNKNOWN
    if month == "XX":
        if kind == "SET":
            return "every day" if day else "every month"
        return _within("day" if day else "month", named)
    if not 1 <= int(month) <= 12 or (day not in (None, "XX") and not 1 <= int(day or 1) <= 31):
        return None
    name = calendar.month_name[int(month)]
    if day == "XX":
        return f"a day in {name} {named}" if named else f"a day in {name}, {_UNKNOWN}"
    words = f"{int(day)} {name}" if day else name
    if kind == "SET" and not named:
        return f"every {words}"
    return f"{words} {named}" if named else f"{words}, {_UNKNOWN}"


def _part(match: re.Match[str], kind: TimeType | None) -> str:
    year, part, rest = match.groups()
    named = year if year != _NO_YEAR else None
    weekday = calendar.day_name[int(rest[1]) - 1] if rest and rest != "-WE" else None
    if part in _OPEN:
        what = weekday or ("weekend" if rest else _OPEN[part])
        return f"every {what}" if kind == "SET" and not named else _within(what, named)
    if part in _PARTS:
        words = _PARTS[part]
        if named is None:
            words = words.format("").removesuffix(" of ").strip()
            return f"every {words}" if kind == "SET" else f"{words}, {_UNKNOWN}"
        return words.format(named)
    words = f"quarter {part[1:]}" if part[0] == "Q" else f"week {int(part[1:])}"
    words = (
        f"weekend of {words}" if rest == "-WE" else f"{weekday} of {words}" if weekday else words
    )
    return f"{words} of {named}" if named else f"{words}, {_UNKNOWN}"


def _within(what: str, year: str | None) -> str:
    return f"a {what} of {year}" if year else f"a {what}, date unknown"


def _long(match: re.Match[str], _: TimeType | None) -> str:
    return f"{match.string}0s" if match[2] else f"{match.string}00s"


def _duration(value: str, kind: TimeType | None) -> str | None:
    match = _DURATION.fullmatch(value)
    if match is None:
        return "repeatedly" if value == "PXX" else None
    parts = [(number, _UNITS[unit]) for number, unit in _AMOUNT.findall(match[1] or "")]
    parts += [(number, _UNITS[f"T{unit}"]) for number, unit in _AMOUNT.findall(match[2] or "")]
    if kind == "SET" and len(parts) == 1 and parts[0][0] == "1":
        return f"every {parts[0][1]}"
    words = " ".join(_amount(number, unit) for number, unit in parts)
    return f"every {words}" if kind == "SET" else words


def _amount(number: str, unit: str) -> str:
    several = unit.removesuffix("y") + "ies" if unit.endswith("y") and unit != "day" else f"{unit}s"
    if "X" in number:
        return f"some {several}"
    return f"1 {unit}" if number == "1" else f"{number} {several}"
