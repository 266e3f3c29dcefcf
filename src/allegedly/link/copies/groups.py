"""Copies, versions and shared passages: articles that carry the same words.

An article most of whose words, its own as well as the quoted ones, stand in an
earlier article is a copy: the two count as one origin. Articles that merely
quote the same statement are not, for their own words differ; what they share is
reported as such, with its place in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...records import Article, Copies, CopyGroup, Place, Shared
from .passages import Run, WordText, first_tellers, shared_runs
from .versions import version

#: Of a copy, the least part of its words, and of those outside quotation marks, that the
#: origin has too.
_WHOLE, _OWN = 0.6, 0.6
#: Of the origin, where nobody knows which of the two came first.
_EITHER = 0.5
#: Fewer words than these outside quotation marks (in all) tell nothing.
_FEW_OWN, _FEW = 20, 30
#: The shortest shared passage that is reported, in words; the shortest shared quotation.
PASSAGE, QUOTE = 16, 8
#: The share of a passage that both must quote for it to be a quotation with something around.
_MOSTLY = 0.8
#: Words of a passage that were told before by somebody else make it no news.
_TOLD = 0.8

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Pair:
    """What two texts share; ``first`` and ``again`` are places in the order of telling."""

    first: int
    again: int
    runs: Sequence[Run]


def find_copies(articles: Iterable[Article]) -> Copies:
    """Copies, versions and shared passages among some articles.

    The first teller is the article published first; where dates do not tell, the one
    given first. A date known to the month counts as its last day, no date as later
    than all. Time grows with the words, not with the pairs of articles.
    """
    texts = _in_order(articles)
    groups = _Groups(len(texts))
    versions = []
    for pair in _same_pages(texts):
        first, again = texts[pair.first], texts[pair.again]
        if max(_coverage(first, again, pair)) >= _EITHER:
            versions.append(version(first, again, pair.runs))
            groups.join(pair, copied=False)
    pairs = [
        _Pair(first, again, shared_runs(texts[first], texts[again]))
        for again, tellers in enumerate(first_tellers(texts))
        for first in sorted(tellers)
    ]
    for pair in pairs:
        if not groups.together(pair) and _is_copy(texts[pair.first], texts[pair.again], pair):
            groups.join(pair, copied=True)
    copied = [[texts[number].article for number in group] for group in groups.copied()]
    return Copies(
        groups=tuple(_copy_group(group) for group in copied),
        versions=tuple(versions),
        shared=tuple(_shared(texts, pairs, groups)),
    )


def _in_order(articles: Iterable[Article]) -> list[WordText]:
    numbers: dict[str, int] = {}
    once = {article.id: article for article in articles}.values()
    return [WordText(article, numbers) for article in sorted(once, key=_latest)]


def _latest(article: Article) -> date:
    when = article.published
    return (when.latest or when.earliest or date.max) if when else date.max


def _came_first(one: Article, other: Article) -> bool:
    """Whether the dates alone say that ``one`` was published before ``other``."""
    when = other.published
    return bool(when and when.earliest and _latest(one) < when.earliest)


def _same_pages(texts: Sequence[WordText]) -> Iterator[_Pair]:
    """Each article with the one that stood at its address before."""
    last: dict[str, int] = {}
    for again, text in enumerate(texts):
        if text.article.url:
            first = last.get(text.article.url)
            if first is not None:
                yield _Pair(first, again, shared_runs(texts[first], text))
            last[text.article.url] = again


def _coverage(first: WordText, again: WordText, pair: _Pair) -> tuple[float, float]:
    """The share of each text's words that the other has too."""
    runs = pair.runs
    here = _marked(len(first.words), [(run.first, run.length) for run in runs])
    there = _marked(len(again.words), [(run.again, run.length) for run in runs])
    return _share(here, first.is_word), _share(there, again.is_word)


def _is_copy(first: WordText, again: WordText, pair: _Pair) -> bool:
    """Whether one of two texts is a copy of the other: the later one, where dates tell."""
    if min(first.is_word.sum(), again.is_word.sum()) < _FEW:
        return bool(np.array_equal(first.words, again.words))
    covered, covering = _coverage(first, again, pair)
    told = _marked(len(again.words), [(run.again, run.length) for run in pair.runs])
    if covering >= _WHOLE and _own_share(told, again) >= _OWN:
        return True
    if _came_first(first.article, again.article) or covering < _EITHER:
        return False
    told = _marked(len(first.words), [(run.first, run.length) for run in pair.runs])
    return covered >= _WHOLE and _own_share(told, first) >= _OWN


def _marked(count: int, stretches: Iterable[tuple[int, int]]) -> Flags:
    marks = np.zeros(count, bool)
    for start, length in stretches:
        marks[start : start + length] = True
    return marks


def _share(marks: Flags, among: Flags) -> float:
    return float(marks[among].mean()) if among.any() else 0.0


def _own_share(marks: Flags, text: WordText) -> float:
    """The share of the words outside quotation marks (of all, where those are few)."""
    own = text.is_word & ~text.is_quoted
    return _share(marks, own if own.sum() >= _FEW_OWN else text.is_word)


class _Groups:
    """Texts that are one: copies of each other, or versions of one page."""

    def __init__(self, count: int) -> None:
        self._root = list(range(count))
        self._copied: set[int] = set()

    def join(self, pair: _Pair, *, copied: bool) -> None:
        """Put the groups of two texts together."""
        one, other = sorted((self._find(pair.first), self._find(pair.again)))
        self._root[other] = one
        if copied or other in self._copied:
            self._copied.add(one)

    def together(self, pair: _Pair) -> bool:
        """Whether two texts are in one group."""
        return self._find(pair.first) == self._find(pair.again)

    def copied(self) -> list[list[int]]:
        """The groups that hold a copy and not versions alone, each in order."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._root)):
            found.setdefault(self._find(number), []).append(number)
        return [group for root, group in found.items() if root in self._copied]

    def _find(self, number: int) -> int:
        while self._root[number] != number:
            self._root[number] = self._root[self._root[number]]
            number = self._root[number]
        return number


def _copy_group(articles: Sequence[Article]) -> CopyGroup:
    origin, *others = articles
    dated = all(_came_first(origin, other) for other in others)
    return CopyGroup(origin.id, tuple(article.id for article in articles), dated)


def _shared(texts: Sequence[WordText], pairs: Sequence[_Pair], groups: _Groups) -> Iterator[Shared]:
    """Passages shared beyond copies and versions; what was told before by others is left out.

    ``pairs`` come by the second text, and for each by the first.
    """
    told: dict[int, Flags] = {}
    for pair in pairs:  # what a copy has from its origin is the origin's
        marks = told.setdefault(pair.again, np.zeros(len(texts[pair.again].words), bool))
        if groups.together(pair):
            marks |= _marked(len(marks), [(run.again, run.length) for run in pair.runs])
    for pair in pairs:
        first, again, marks = texts[pair.first], texts[pair.again], told[pair.again]
        if groups.together(pair):
            continue
        for kind, run in _passages(first, again, pair.runs):
            stretch = slice(run.again, run.again + run.length)
            if marks[stretch].mean() < _TOLD:
                yield Shared(
                    kind,
                    Place(first.id, first.span(run.first, run.first + run.length)),
                    Place(again.id, again.span(run.again, run.again + run.length)),
                    run.length,
                )
                marks[stretch] = True


def _passages(
    first: WordText, again: WordText, runs: Iterable[Run]
) -> Iterator[tuple[Literal["passage", "quote"], Run]]:
    """Of the runs of words, those worth reporting: long ones, and what both quote."""
    for run in runs:
        here = first.is_quoted[run.first : run.first + run.length]
        there = again.is_quoted[run.again : run.again + run.length]
        start, length = _longest(here & there)
        if length >= QUOTE and (run.length < PASSAGE or length >= _MOSTLY * run.length):
            yield "quote", Run(run.first + start, run.again + start, length)
        elif run.length >= PASSAGE:
            yield "passage", run


def _longest(flags: Flags) -> tuple[int, int]:
    """Start and length of the longest stretch of flags that are set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    if not len(starts):
        return 0, 0
    best = int(lengths.argmax())
    return int(starts[best]), int(lengths[best])
