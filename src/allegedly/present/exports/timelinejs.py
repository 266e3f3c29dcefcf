"""The timeline in the JSON that TimelineJS 3 reads."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import escape

from allegedly.ledger.flat import Coverage
from allegedly.records import TimelineItem

from .. import timex
from ..safe import one_line, writable

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HEADLINE = 90


def timelinejs(coverage: Coverage) -> dict[str, Any]:
    """Events that have a date; a partial date stays partial.

    TimelineJS takes year, month and day as far as they are known, and ``display_date`` for
    what has no such form (a season, an interval). Its texts are HTML: ours are escaped.
    """
    stories = {one.id: one.title for one in coverage.account.stories}
    found: dict[str, Any] = {"events": []}
    if len(stories) == 1:
        (title,) = stories.values()
        found["title"] = {"text": {"headline": _html(title), "text": ""}}
    for one in coverage.account.timeline:
        start = _start(one)
        if start is None:
            continue
        event: dict[str, Any] = {
            "unique_id": one.id,
            "start_date": start,
            "text": {"headline": _html(_short(one.summary)), "text": _told(coverage, one)},
        }
        if one.when and not _ISO.fullmatch(one.when):
            event["display_date"] = timex.in_words(one.when)
        end = one.latest
        if end and one.earliest and not (one.when and _ISO.fullmatch(one.when)):
            event["end_date"] = {"year": end.year, "month": end.month, "day": end.day}
        if len(stories) > 1:
            event["group"] = _html(stories[one.story])
        found["events"].append(event)
    return found


def _start(one: TimelineItem) -> dict[str, int] | None:
    match = _ISO.fullmatch(one.when) if one.when else None
    if match:
        names = ("year", "month", "day")
        parts = zip(names, match.groups(), strict=True)
        return {name: int(part) for name, part in parts if part}
    if one.earliest:
        return {"year": one.earliest.year, "month": one.earliest.month, "day": one.earliest.day}
    return None


def _told(coverage: Coverage, one: TimelineItem) -> str:
    status = "" if one.status == "happened" else f"<p><em>{one.status}</em></p>"
    sources = ", ".join(_html(source) for source in one.sources)
    quotes = "".join(f"<blockquote>{_html(anchor.text)}</blockquote>" for anchor in one.anchors)
    return f"{status}{quotes}<p>{sources}</p>"


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _HEADLINE else line[: _HEADLINE - 1].rstrip() + "…"


def _html(text: str) -> str:
    return str(escape(writable(text)))
