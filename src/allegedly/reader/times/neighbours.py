"""What an expression leaves to the words beside it: "16 to 18 May", "1915-17"."""

from __future__ import annotations

import re

from .frames import Amount, Frame
from .grammar import frame_of
from .words import words_of

#: Words that join an expression to its neighbour.
_JOINED = re.compile(r"\s*(?:-|–|—|/|,|\bto\b|\band\b|\bor\b|\buntil\b|\bthrough\b|\btill\b)\s*")
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})(?:\s?[-–/]\s?|/)$")
_JOINED_BEFORE = re.compile(r"(?:[-–—]|\b(?:to|and|or|the)\b|,)\s*$")
#: What may stand between a time of day and its day.
_DAY_AFTER = re.compile(
    r"\s*(?:\([^()\n]{1,20}\))?[\s,]*(?:local time\s*|[A-Z]\w+ time\s*)?(?:on\s+)?"
)
_ENDED = re.compile(r"\s+(?:ended|ending)\s+")
_REACH = 48
#: Units of accounts, told by the day they end.
_ACCOUNTED = (["quarter"], ["year"])
_PASSED_OVER = frozenset(("OTHER", "DOT"))


def complete(frame: Frame, text: str, start: int, end: int) -> None:
    """Fill in from the words around ``text[start:end]`` what its frame leaves out."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if frame.bare is not None and not frame.calendar and not frame.amounts:
        _lone_number(frame, before, after)
    elif frame.timed and not frame.calendar and not frame.pointers:
        match = _DAY_AFTER.match(after)
        if match:
            _take_day(frame, _leading(after[match.end() :]))
    elif [p.unit for p in frame.pointers] in _ACCOUNTED:
        match = _ENDED.match(after)
        last = _leading(after[match.end() :]) if match else None
        if last and last.month and last.day:
            frame.ends = last.year, last.month, last.day
    elif frame.year is None and (frame.month or frame.season) and not frame.pointers:
        match = _JOINED.match(after)
        if match:
            _take_year(frame, _leading(after[match.end() :]))


def _leading(text: str) -> Frame:
    """The frame of the time expression that ``text`` begins with."""
    words = words_of(text)
    for k, word in enumerate(words):
        if word.kind in _PASSED_OVER and word.text not in ("early", "late"):
            if word.kind == "DOT" and k and words[k - 1].kind == "MONTH":
                continue
            return frame_of(words[:k])
    return frame_of(words)


def _lone_number(frame: Frame, before: str, after: str) -> None:
    number = frame.bare
    assert number is not None
    year = _YEAR_BEFORE.search(before)
    if year and number < 100:
        frame.year = int(year.group(1)) // 100 * 100 + number
        return
    match = _JOINED.match(after)
    partner = _leading(after[match.end() :]) if match else None
    if partner and partner.amounts and not partner.calendar:
        amount = partner.amounts[0]
        frame.amounts.append(Amount(number, amount.unit))
        frame.direction = partner.direction
    elif partner and partner.month and number <= 31:
        frame.day, frame.month, frame.year = number, partner.month, partner.year
    elif partner and partner.year and partner.year < 0:
        frame.year = -number
    elif number <= 31 and _JOINED_BEFORE.search(before):
        frame.day = number


def _take_year(frame: Frame, partner: Frame) -> None:
    """The year of "between March and April 1918", unless the months run over New Year's."""
    if partner.year is None or not (partner.month or partner.season):
        return
    later = frame.month and partner.month and frame.month > partner.month
    frame.year = partner.year - 1 if later else partner.year


def _take_day(frame: Frame, partner: Frame) -> None:
    if partner.day is None and partner.weekday is None and partner.named_day is None:
        return
    frame.year, frame.month, frame.day = partner.year, partner.month, partner.day
    frame.weekday, frame.named_day = partner.weekday, partner.named_day
    frame.pointers = partner.pointers
