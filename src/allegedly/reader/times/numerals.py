"""Clock times, dates of digits alone and halves."""

from __future__ import annotations

import re

from .words import Word

_DIGITS = re.compile(r"\d+")
#: Hours from which a part of the day makes an hour of the afternoon.
_PART_PM = {"TAF": 1, "TEV": 1, "TNI": 5}


def day_of_numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of "02/13/98" (American order unless that cannot be)."""
    first, second, third = (int(n) for n in _DIGITS.findall(text))
    if first > 31:
        year, month, day = first, second, third
    else:
        # 13/02/98 can only be the thirteenth; with full stops the day leads.
        month, day, year = first, second, third
        if month > 12 or "." in text:
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year < 100:
        year += 1900 if year > 50 else 2000
    return year, month, day


def clock_of(words: list[Word]) -> str | None:
    """The TIMEX3 time of "10 p.m.", "16:08 UTC", "nine in the morning", "0800 hours"."""
    first = words[0]
    parts = [int(n) for n in _DIGITS.findall(first.text)] if first.kind == "CLOCK" else []
    hour, minute, *rest = [*parts, 0] if parts else divmod(int(first.number), 100)
    if not parts and first.kind not in ("MILITARY", "YEAR"):
        hour, minute = int(first.number), 0
    half = "".join(w.value[0] for w in words if w.kind == "AMPM")
    late = [w.value for w in words if w.kind == "PART"]
    if half and hour > 12:
        half = ""
    if half == "p" or (late and hour >= _PART_PM.get(late[0], 13)):
        hour = hour + 12 if hour < 12 else hour
    elif half == "a" or (late and late[0] == "TMO"):
        hour = 0 if hour == 12 else hour
    if hour > 24 or minute > 59:
        return None
    second = f":{rest[0]:02d}" if len(parts) > 2 else ""
    zone = "Z" if any(w.text in ("utc", "gmt") for w in words) else ""
    return f"T{hour:02d}:{minute:02d}{second}{zone}"


def half_hours(number: float | None, more: bool) -> float:
    """The number with a half: "two and a half", or the half alone."""
    return (number or 1) + 0.5 if more else 0.5
