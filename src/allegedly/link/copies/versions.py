"""Versions of one page: what was dropped from it and what was added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Span, Version
from .passages import Run, WordText

#: Changes of fewer words are not passages (a comma, a name, a figure).
_LEAST = 5
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")


def version(earlier: WordText, later: WordText, runs: Sequence[Run]) -> Version:
    """The changes between two versions that share these runs of words."""
    there = [(run.first, run.again, run.length) for run in runs]
    here = [(run.again, run.first, run.length) for run in runs]
    return Version(
        url=earlier.article.url or later.article.url or "",
        earlier=earlier.id,
        later=later.id,
        dropped=tuple(_missing(earlier, there)),
        added=tuple(_missing(later, here)),
    )


def _missing(text: WordText, shared: Sequence[tuple[int, int, int]]) -> Iterator[Span]:
    """Stretches of ``text`` outside ``shared``: (place here, place there, words)."""
    end_here, start_there, end_there = 0, 0, 0
    for here, there, length in [*sorted(shared), (len(text.words), 0, 0)]:
        # Where two shared runs overlap in the other text, the words they overlap by stand
        # here before the gap and again after it: the gap may begin at any of them.
        overlap = end_there - there if length and start_there <= there else 0
        slack = min(max(0, overlap), end_there - start_there) if here >= end_here else 0
        start = _begin(text, end_here - slack, end_here) if slack else end_here
        yield from _passages(text, start, here + slack - (end_here - start))
        if here + length > end_here:
            end_here, start_there, end_there = here + length, there, there + length


def _begin(text: WordText, least: int, most: int) -> int:
    """The best place for a gap to begin: a paragraph, else a sentence, else the last."""
    for ends in (_ends_paragraph, _ends_sentence):
        for place in range(most, least - 1, -1):
            if place == 0 or (place < len(text.words) and ends(text, place)):
                return place
    return most


def _ends_paragraph(text: WordText, place: int) -> bool:
    return "\n" in _between(text, place)


def _ends_sentence(text: WordText, place: int) -> bool:
    return _SENTENCE_END.match(_between(text, place)) is not None


def _between(text: WordText, place: int) -> str:
    """What stands between a word and the one before it."""
    before, after = text.ends[place - 1], text.starts[place]
    return text.article.text[before:after] if 0 <= before <= after else ""


def _passages(text: WordText, start: int, stop: int) -> Iterator[Span]:
    """The words from ``start`` to ``stop``, with the marks that close and open them."""
    if stop - start < _LEAST or not text.is_word[start:stop].all():
        return
    span = text.span(start, stop)
    whole = text.article.text
    left, right = span.start, span.end
    while left > 0 and whole[left - 1] in "“\"‘'(":
        left -= 1
    while right < len(whole) and whole[right] in ".!?…,”\"’')":
        right += 1
    yield Span(left, right)
