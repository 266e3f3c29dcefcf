"""The publication date that a text states itself: a full date on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Span, When
from ...records.reading import TimeType
from .grammar import frame_of
from .words import words_of

#: How far into a text its date line stands.
_REACH = 500


def dateline(text: str, found: Sequence[tuple[Span, TimeType]]) -> When | None:
    """The full date that stands alone on a line near the top of ``text``, if there is one."""
    for span, _ in found:
        if span.start > _REACH:
            return None
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        around = text[start : span.start] + text[span.end : end if end >= 0 else len(text)]
        if around.strip(" \t.,"):
            continue
        frame = frame_of(words_of(text, span.start, span.end))
        if frame.year and frame.month and frame.day and frame.year > 0:
            try:
                return When.from_iso(f"{frame.year:04d}-{frame.month:02d}-{frame.day:02d}", "text")
            except ValueError:
                return None
    return None
