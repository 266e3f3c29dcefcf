"""The lines of a text with their places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text without the spaces around it, and its place.

    ``after_blank`` says whether a blank line (or nothing) stands before it,
    ``before_blank`` whether one (or nothing) stands behind it.
    """

    text: str
    start: int
    end: int
    after_blank: bool
    before_blank: bool

    @property
    def span(self) -> Span:
        """Where the line stands in the text."""
        return Span(self.start, self.end)


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank, in order; newline characters may be of any kind."""
    found: list[tuple[str, int, int]] = []
    breaks = 2
    gaps: list[int] = []
    for match in _LINE.finditer(text):
        raw = match[0]
        if raw[0] in "\r\n\u2028\u2029":
            breaks += 1
            continue
        line = raw.strip()
        if not line:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        found.append((line, start, start + len(line)))
        gaps.append(breaks)
        breaks = 0
    gaps.append(2)
    return [
        Line(line, start, end, gaps[number] > 1, gaps[number + 1] > 1)
        for number, (line, start, end) in enumerate(found)
    ]
