"""Titles of works: in quotation marks that hold no speech, or after a noun that announces one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..records import MentionKind, Span
from .candidate import Candidate
from .lexicon import word_set
from .quotes import Quote
from .reference_words import VESSELS, WORKS
from .tokens import Tokens

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
#: A noun for a work with whose or which it is before it, and capitals after it.
_ANNOUNCED = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[’']s|[Nn]ew|[Dd]ebut|[Hh]it)\s(?:"
    + "|".join(sorted(WORKS - {"show", "play", "book", "column"}))
    + r")\s([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,5})"
)
#: Words of a title that may stand without a capital.
_SMALL = word_set(
    "a an the of in on at to for and or but with from by as is up you my me your our no"
)
#: A title has at most so many words.
_LONGEST = 10


def mark_works(tokens: Tokens, found: list[Candidate], titles: Sequence[Quote]) -> None:
    """Make one work of each title in ``titles``, and works of names after "the album"."""
    found.sort(key=lambda c: c.span)
    for title in titles:
        _title(tokens, found, Span(title.start, title.end))
    _announced(tokens, found)
    for c in found:
        if c.form == "name" and c.kind != "person" and _noun_before(tokens.text, c.span) in WORKS:
            c.kind, c.sure = "work", True


def _announced(tokens: Tokens, found: list[Candidate]) -> None:
    """Add titles that nothing but the noun before them tells: "her album Tidewater"."""
    taken = {k for c in found for k in range(c.first, c.last + 1)}
    for match in _ANNOUNCED.finditer(tokens.text):
        first, last = tokens.range(Span(*match.span(1)))
        if match.start(1) < match.end(1) and taken.isdisjoint(range(first, last + 1)):
            span = tokens.span(first, last)
            found.append(Candidate(span, "work", "name", first, last, extent=span, sure=True))
    found.sort(key=lambda c: c.span)


def _title(tokens: Tokens, found: list[Candidate], quote: Span) -> None:
    """Replace what was found inside a title by the title."""
    inner = _inside(tokens.text, quote)
    if inner is None or not _in_title_case(inner.of(tokens.text)):
        return
    first, last = tokens.range(inner)
    low = bisect_left(found, quote.start - 80, key=lambda c: c.span.start)
    inside, k = [], low
    while k < len(found) and found[k].span.start < quote.end:
        c = found[k]
        if c.form == "name" and c.span.start < quote.start and c.span.end > quote.end:
            return  # a nickname: Tom “Skip” Finch
        if c.first <= last and c.last >= first:
            inside.append(c)
        k += 1
    before = _noun_before(tokens.text, quote)
    # "The “Grey Heron”" is a ship or a house; a work's title has no "the" before its mark.
    vessel = before in VESSELS or (before == "the" and _noun_after(tokens.text, quote) not in WORKS)
    kind: MentionKind = "other" if vessel else "work"
    title = Candidate(inner, kind, "name", first, last, extent=inner, sure=True)
    dropped = {id(c) for c in inside}
    found[low:k] = [c for c in found[low:k] if id(c) not in dropped] + [title]
    found[low:k] = sorted(found[low:k], key=lambda c: c.span)


def _inside(text: str, quote: Span) -> Span | None:
    """A quotation without its marks and a comma or stop before the closing one."""
    start, end = quote.start + 1, quote.end
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "!?…)":
        end -= 1
    return Span(start, end) if end > start else None


def _in_title_case(title: str) -> bool:
    words = _WORD.findall(title)
    if not words or len(words) > _LONGEST or not title[0].isalnum():
        return False
    return all(w[0].isupper() or (k and w in _SMALL) for k, w in enumerate(words))


def _noun_before(text: str, span: Span) -> str:
    found = _LAST_WORD.search(text, max(0, span.start - 24), span.start)
    return found.group(1).lower() if found else ""


def _noun_after(text: str, span: Span) -> str:
    found = _FIRST_WORD.match(text, span.end)
    return found.group(1).lower() if found else ""
