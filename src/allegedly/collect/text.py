"""A text handed in becomes an Article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import InputError
from ..records import Article, Furniture, When
from ._furniture import furniture
from ._furniture.rules import NAMES
from .dates import cut_to_day, date_line, date_prefix, labelled_date
from .language import detect_language
from .lines import split_lines

_HEAD_LINES = 8
_LONGEST_TITLE = 200
_BYLINE = re.compile(
    "(?:(?i:written |words |story |reported )?(?:By|BY|by):? )"
    rf"({NAMES}(?:,? (?:and|AND|&) {NAMES})?)"
)
_NO_TITLE_END = re.compile(r".*[.,;:][\"”’)\]]*", re.DOTALL)
_ENDS_WELL = re.compile(r".*(?:\.\.\.|\b(?:[A-Z]\.)+|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|No|vs)\.)[\"”’)]*")


def article_from_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    given_id: str | None = None,
    origin: str | None = None,
) -> Article:
    """The Article of a text, which is taken as it is, to the last character.

    ``published`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or a full ISO date and
    time, of which the day is kept. Where it is None, a date that heads the text
    ("Published: 12 March 2024") is taken. A blank title, outlet or url counts as none.

    Raises:
        InputError: the text is blank, a field holds half a character (a lone
            surrogate, which no file can hold), or ``published`` is no such date.
    """
    where = origin or "text"
    when = given_date(published, where) if published is not None else None
    return make_article(
        text,
        title=title,
        published=when,
        outlet=outlet,
        url=url,
        given_id=given_id,
        origin=origin,
    )


def make_article(
    text: str,
    *,
    title: str | None,
    published: When | None,
    outlet: str | None,
    url: str | None,
    byline: str | None = None,
    given_id: str | None = None,
    origin: str | None = None,
) -> Article:
    """The one place where an Article is made; reads in the text what is not given.

    Raises:
        InputError: the text is blank, or a field holds half a character.
    """
    where = origin or "text"
    if not text.strip():
        raise InputError(where, "the text is empty", "leave it out, or hand in its text")
    for field in (text, title, outlet, url, byline, given_id):
        _check_whole(field, where)
    marks = furniture(text)
    return Article(
        text=text,
        title=_or_none(title),
        outlet=_or_none(outlet),
        url=_or_none(url),
        byline=_or_none(byline) or _byline(text, marks),
        published=published or _written_date(text, marks),
        language=detect_language(text),
        furniture=marks,
        given_id=_or_none(given_id),
        origin=origin,
    )


def given_date(value: str, where: str) -> When:
    """The When of a date handed in.

    Raises:
        InputError: it is no date.
    """
    try:
        return When.from_iso(cut_to_day(value), "given")
    except ValueError as error:
        raise InputError(
            where, f"bad date {value[:40]!r}", "write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from error


def guess_title(text: str) -> str | None:
    """The headline a plain text begins with, None where its first line is none.

    It is the first line that is not furniture, of at most 200 characters, with a
    blank line and more text behind it, that does not end as a sentence does
    (a question or exclamation mark is fine).
    """
    lines = split_lines(text)
    marks = {item.span: item.kind for item in furniture(text)}
    for number, line in enumerate(lines[:_HEAD_LINES]):
        kind = marks.get(line.span)
        if kind in ("navigation", "byline", "share", "notice", "embed"):
            continue
        headline = (
            kind is None
            and line.before_blank
            and number + 1 < len(lines)
            and len(line.text) <= _LONGEST_TITLE
            and (not _NO_TITLE_END.fullmatch(line.text) or _ENDS_WELL.fullmatch(line.text))
        )
        return line.text if headline else None
    return None


def _byline(text: str, marks: Sequence[Furniture]) -> str | None:
    """Who wrote it, by a byline in the head of the text."""
    for item in marks[:_HEAD_LINES]:
        if item.kind == "byline" and (match := _BYLINE.match(item.span.of(text))):
            return match[1].rstrip(",")
    return None


def _written_date(text: str, marks: Sequence[Furniture]) -> When | None:
    """The date in front of a text, or in a line or byline of its own in its head."""
    found = date_prefix(text[:80])
    value = found[2] if found else None
    for item in marks[:_HEAD_LINES]:
        if value is None and item.kind == "byline":
            line = item.span.of(text)
            value = date_line(line)[1] or labelled_date(line)
    return When.from_iso(value, "text") if value else None


def _check_whole(field: str | None, where: str) -> None:
    if field is None or field.isascii():
        return
    try:
        field.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            where,
            f"half a character (a lone surrogate) at character {error.start}",
            "write the text as UTF-8",
        ) from error


def _or_none(field: str | None) -> str | None:
    return field if field and field.strip() else None
