"""Dates as people write them on a page, read no finer than they are written."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?i:{'|'.join(_MONTHS)})"
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"

WRITTEN = (
    rf"{_WEEKDAY}(?:"
    r"(?P<iso>(?:19|20)\d\d[-/]\d\d[-/]\d\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<m1>{_MONTH})\.?,?[ -](?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<n1>\d{1,2})[./-](?P<n2>\d{1,2})[./-](?P<y3>(?:19|20)\d\d)"
    rf"|(?P<m4>{_MONTH})\.?,? (?P<y4>(?:19|20)\d\d)"
    r")(?!\d)"
)
"""Regular expression (linear) of a written date; ``iso_of`` reads its match."""

_CLOCK = (
    r"(?:T| ?[,|•·@–—-]? ?(?i:at )?)\d{1,2}[:.h]?\d{2}(?::\d{2}(?:\.\d+)?)?"
    r" ?(?i:[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|[A-Z]?[+-]\d\d:?\d\d|Z)\)?)?"
)
_WORD = (
    r"(?i:(?:first |date |originally )?(?:published|posted|created|date|publication date)"
    r"(?: on| at| date)?)"
)
_LABEL = _WORD + r"(?: ?: ?| )"
_UPDATE = r"(?: ?[,|•·(–—-]? ?(?i:last )?(?i:updated|modified|edited)\b.{0,60})?"
_WRITTEN = re.compile(WRITTEN)
_DATE_LINE = re.compile(rf"(?:{_LABEL})?{WRITTEN}(?:{_CLOCK})?{_UPDATE}")
_LABELLED = re.compile(rf"(?:^|[|•·,–—-] ?){_LABEL}{WRITTEN}")
_PREFIX = re.compile(rf"\s*(?:(?i:date) (?=\d{{4}}-)|{_WORD} ?: ?){WRITTEN}(?=\s)")
_CUT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d(?::?\d\d).*", re.DOTALL)


def iso_of(match: re.Match[str]) -> str | None:
    """The ISO prefix a match of ``WRITTEN`` stands for.

    None where it names no real day, or where day and month cannot be told apart.
    """
    part = match.groupdict()
    if part["iso"]:
        return _real(*(int(number) for number in re.split("[-/]", part["iso"])))
    if part["m4"]:
        return f"{part['y4']}-{_MONTHS[part['m4'].lower()]:02d}"
    if part["n1"]:
        return _numeric(int(part["n1"]), int(part["n2"]), int(part["y3"]))
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if part[day]:
            return _real(int(part[year]), _MONTHS[part[month].lower()], int(part[day]))
    return None


def find_date(text: str) -> str | None:
    """The ISO prefix of the first written date in ``text``, None without a clear one."""
    match = _WRITTEN.search(text)
    return iso_of(match) if match else None


def date_line(line: str) -> tuple[bool, str | None]:
    """Whether a whole line is a date with its label and clock time, and its ISO prefix."""
    match = _DATE_LINE.fullmatch(line)
    return (True, iso_of(match)) if match else (False, None)


def labelled_date(line: str) -> str | None:
    """The ISO prefix of a date that stands behind "Posted:" or the like in a byline."""
    match = _LABELLED.search(line)
    return iso_of(match) if match else None


def date_prefix(text: str) -> tuple[int, int, str] | None:
    """Start, end and ISO prefix of a date that a page dump was begun with."""
    match = _PREFIX.match(text)
    value = iso_of(match) if match else None
    if match is None or value is None:
        return None
    return match.end() - len(match[0].lstrip()), match.end(), value


def cut_to_day(value: str) -> str:
    """An ISO date and time without the time; any other value as it is."""
    match = _CUT.fullmatch(value)
    return match[1] if match else value


def _numeric(first: int, second: int, year: int) -> str | None:
    if first <= 12 and second <= 12 and first != second:
        return None
    return _real(year, second, first) if second <= 12 else _real(year, first, second)


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
