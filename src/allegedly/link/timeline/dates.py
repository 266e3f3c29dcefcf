"""When an event happened, of all that the articles say."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...records import DatedBy
from ..events.tellings import Told
from ..material import Material


@dataclass(frozen=True, slots=True)
class Dates:
    """A date with its bounds, what it rests on, and the conflict where there is one."""

    when: str | None
    earliest: date | None
    latest: date | None
    rests: tuple[DatedBy, ...]
    conflict: str | None


def dates_of(tellings: Sequence[Told], material: Material) -> Dates:
    """The intersection of what the tellings say of an event's time."""
    rests = _rests(tellings, material)
    known = [one for one in rests if one.earliest and one.latest]
    if not known:
        return Dates(None, None, None, rests, None)
    first = max(one.earliest for one in known if one.earliest)
    last = min(one.latest for one in known if one.latest)
    if first > last:
        return Dates(None, None, None, rests, _conflict(known, material))
    told = [
        one.telling.latest for one in tellings if one.status == "happened" and one.telling.latest
    ]
    if told and first <= min(told) < last:
        last = min(told)
    return Dates(value_of(first, last, known), first, last, rests, None)


def _rests(tellings: Sequence[Told], material: Material) -> tuple[DatedBy, ...]:
    found: dict[tuple[str, str, int], DatedBy] = {}
    for one in tellings:
        time = one.time
        if time is not None and not one.since and (one.dated or not time.value.endswith("_REF")):
            anchor = material.anchor(one.article, one.layer.field, time.span)
            key = (one.article, one.layer.field, time.span.start)
            found.setdefault(key, DatedBy(_day(time.value), time.earliest, time.latest, anchor))
    return tuple(found.values())


def _day(value: str) -> str:
    """A value without the time of day."""
    day, mark, clock = value.partition("T")
    return day if mark and clock and day[:2].isdigit() else value


def value_of(first: date, last: date, known: Sequence[DatedBy]) -> str:
    """The finest value that holds all days from ``first`` to ``last``: one that the articles
    use, or of the calendar."""
    calendar_value = stretch(first, last)
    best = min(
        (one for one in known if one.earliest and one.latest and one.earliest <= first
         and last <= one.latest and "X" not in one.value),
        key=lambda one: (_days(one), len(one.value)),
        default=None,
    )  # fmt: skip
    if best is not None and (calendar_value is None or _days(best) < _length(calendar_value)):
        return best.value
    return calendar_value or "XXXX"


def _days(one: DatedBy) -> int:
    return (one.latest - one.earliest).days if one.earliest and one.latest else 0


def _length(value: str) -> int:
    return {10: 0, 7: 27, 4: 364, 3: 3651}[len(value)]


def stretch(first: date, last: date) -> str | None:
    """The day, month, year or decade that holds both days; None where none does."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}"
    return f"{first.year:04}"[:3] if first.year // 10 == last.year // 10 else None


def _conflict(known: Sequence[DatedBy], material: Material) -> str:
    """Which two of the dates cannot both hold, in words."""
    late = max(known, key=lambda one: one.earliest or date.min)
    early = min(known, key=lambda one: one.latest or date.max)
    return " ".join(
        f"{teller_of(material, one.anchor.article)} dates it to {said(one.earliest, one.latest)}"
        f" (“{one.anchor.text}”){end}"
        for one, end in ((early, ","), (late, "; both cannot hold."))
    )


def teller_of(material: Material, article: str) -> str:
    """Who tells it, in words: the outlet or address, else the title of the page, or its file."""
    teller = material.teller(article)
    if teller != article:
        return teller
    found = material.article(article)
    if found.title:
        return f"“{found.title}”"
    return (found.origin or "").replace("\\", "/").rsplit("/", 1)[-1] or "another article"


def said(first: date | None, last: date | None) -> str:
    """Bounds in words: ``9 February 2021``, ``February 2021``, ``from … to …``."""
    if first is None or last is None:
        day = first or last
        side = "after" if first else "before"
        return f"on or {side} {_long(day)}" if day else "an unknown day"
    whole = calendar.monthrange(last.year, last.month)[1]
    if first == last:
        return _long(first)
    if (
        first.day == 1
        and last.day == whole
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{_long(first)} to {_long(last)}"


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
