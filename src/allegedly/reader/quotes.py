"""Quotation marks: which characters of a text stand inside quotation marks.

Marks are matched without any knowledge of words, in one pass, linear in the
text. What is inside marks may be speech, a title or a scare quote; telling
them apart is the encoder's work, not this module's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = frozenset("“„‟«")
_CLOSE = frozenset("”»")
_DOUBLE = re.compile(r"[“”„‟«»\"＂]|``|''")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")
_SINGLE = re.compile(r"(?<![\w’'])‘(?=\S)[^‘\n]{0,2000}?(?<=\S)[’'](?!\w)")
_BEFORE_OPEN = frozenset("([{—–-/‘'>=:")


class Quote(NamedTuple):
    """``text[start:end]`` with its marks; ``depth`` 0 is outermost.

    ``closed`` is false where the closing mark is missing, as at the end of
    each paragraph but the last of a quotation that runs over several.
    """

    start: int
    end: int
    depth: int
    closed: bool


def _opens(text: str, start: int, end: int) -> bool | None:
    """Whether the mark at ``text[start:end]`` opens; None where it could do both."""
    mark = text[start:end]
    if mark in _OPEN or mark == "``":
        return True
    if mark in _CLOSE:
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = before.isspace() or before in _BEFORE_OPEN
    right = after.isspace() or after in ")]},.;:!?—–"
    if left == right:
        return None
    return left


def _in_paragraph(text: str, start: int, end: int, continued: bool) -> tuple[list[Quote], int]:
    """Quotes of one paragraph and where a never-closed outermost quote began (-1: none)."""
    stack: list[int] = []
    found: list[Quote] = []
    for match in _DOUBLE.finditer(text, start, end):
        opens = _opens(text, match.start(), match.end())
        if stack and text[stack[-1]] == "„":
            opens = False  # „so“: the mark that opens elsewhere closes here
        elif opens is None:
            opens = not stack
        if opens and len(stack) < 2:
            stack.append(match.start())
        elif not opens and stack:
            begin = stack.pop()
            found.append(Quote(begin, match.end(), len(stack), True))
        elif not opens and continued and not found:
            # The paragraph goes on with a quote that the last one left open.
            found.append(Quote(start, match.end(), 0, True))
    return found, (stack[0] if stack else -1)


def find_quotes(text: str) -> list[Quote]:
    """All stretches of ``text`` inside quotation marks, in reading order.

    Straight, curly, angle and LaTeX-style double marks, one level of nesting,
    and single curly marks where they stand outside double ones. A quotation
    over several paragraphs is one unclosed `Quote` a paragraph, the last one
    closed. An odd mark neither swallows the rest of the text nor hides the
    well-formed quotes after it.
    """
    quotes: list[Quote] = []
    start, continued = 0, False
    while start < len(text):
        gap = _PARAGRAPH_END.search(text, start)
        end = gap.start() if gap else len(text)
        found, dangling = _in_paragraph(text, start, end, continued)
        continued = False
        if dangling >= 0:
            following = (text[gap.end() : gap.end() + 3] if gap else "").lstrip()
            reopened = following[:1] in _OPEN or following[:1] == '"'
            stop = len(text[start:end].rstrip()) + start
            inner = any(quote.start > dangling for quote in found)
            if reopened or not inner:
                found = [q._replace(depth=q.depth if q.start < dangling else 1) for q in found]
                found.append(Quote(dangling, stop, 0, False))
                continued = True
            else:
                found = [q._replace(depth=0) if q.start > dangling else q for q in found]
        quotes.extend(found)
        start = gap.end() if gap and gap.end() > start else len(text)
    return sorted(quotes + _single(text, quotes), key=lambda q: (q.start, -q.end))


def _single(text: str, doubles: list[Quote]) -> list[Quote]:
    covered = bytearray(len(text))
    for quote in doubles:
        covered[quote.start : quote.end] = b"\x01" * (quote.end - quote.start)
    return [
        Quote(m.start(), m.end(), 0, True)
        for m in _SINGLE.finditer(text)
        if not covered[m.start()] and not covered[m.end() - 1]
    ]


def quote_depths(text: str) -> bytearray:
    """For every code point of ``text``: 0 outside quotation marks, 1 inside, 2 a mark itself."""
    depths = bytearray(len(text))
    for quote in find_quotes(text):
        if quote.depth == 0:
            depths[quote.start : quote.end] = b"\x01" * (quote.end - quote.start)
            depths[quote.start] = 2
            if quote.closed:
                depths[quote.end - 1] = 2
    return depths
