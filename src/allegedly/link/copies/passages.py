"""Which stretches of words two texts have in common.

Texts are compared as sequences of words; every `SHINGLE` words in a row are a
shingle (Broder 1997), and sorting the shingles of all texts at once brings the
equal ones together. A text is compared with the earliest text that has a
shingle of it: the first to tell these words, as far as is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...reader.quotes import quote_depths
from ...records import Article, Span
from ..words import body_words

#: Words in a row that two texts must share to be noticed.
SHINGLE = 5
#: A fixed odd multiplier for the rolling hash (the golden ratio in 64 bits).
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
#: Unlike any word: stands where furniture was left out, so that nothing runs across it.
_BREAK = 0

Words = NDArray[np.int64]
Hashes = NDArray[np.uint64]


class Run(NamedTuple):
    """``length`` words from word ``first`` of one text and from word ``again`` of another."""

    first: int
    again: int
    length: int


class WordText:
    """A text as numbered words, with the place of each in the text."""

    def __init__(self, article: Article, numbers: dict[str, int]) -> None:
        self.article, self.id = article, article.id  # a digest of all of it: asked once
        found = list(body_words(article))
        self.starts = [word.start if word else -1 for word in found]
        self.ends = [word.end if word else -1 for word in found]
        self.words: Words = np.array(
            [numbers.setdefault(w.form, len(numbers) + 1) if w else _BREAK for w in found],
            dtype=np.int64,
        )
        depths = quote_depths(article.text)
        self.is_word = self.words != _BREAK
        self.is_quoted = np.array(
            [start >= 0 and depths[start] == 1 for start in self.starts], bool
        )
        self.shingles = _shingles(self.words)

    def span(self, start: int, end: int) -> Span:
        """Where words ``start`` to ``end`` (not included) stand in the text."""
        return Span(self.starts[start], self.ends[end - 1])


def _shingles(words: Words) -> Hashes:
    """A hash for every `SHINGLE` words in a row; for those across a break, one like no other."""
    count = len(words) - SHINGLE + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    total = np.zeros(count, np.uint64)
    broken = np.zeros(count, bool)
    for place in range(SHINGLE):
        part = words[place : place + count]
        total = (total ^ part.astype(np.uint64)) * _FACTOR
        total ^= total >> np.uint64(29)
        broken |= part == _BREAK
    total[broken] = 0
    return total


def first_tellers(texts: Sequence[WordText]) -> list[set[int]]:
    """For each text the earlier ones (by place in the sequence) to compare it with.

    One is named where it was the first to have two shingles that follow each other in
    this text: five common words alone are no sign of anything.
    """
    hashes = np.concatenate([t.shingles for t in texts] or [np.zeros(0, np.uint64)])
    owner_of = np.concatenate(
        [np.full(len(t.shingles), n, np.int64) for n, t in enumerate(texts)]
        or [np.zeros(0, np.int64)]
    )
    order = np.argsort(hashes, kind="stable")
    opens = np.ones(len(order), bool)
    opens[1:] = hashes[order][1:] != hashes[order][:-1]
    group = np.cumsum(opens) - 1
    first = np.empty(len(order), np.int64)
    first[order] = order[opens][group]
    told = owner_of[first] if len(first) else first
    here = np.flatnonzero((told != owner_of) & (hashes != 0))
    # The shingle before must come from the same text.
    runs = here[here > 0]
    runs = runs[(owner_of[runs] == owner_of[runs - 1]) & (told[runs] == told[runs - 1])]
    found: list[set[int]] = [set() for _ in texts]
    for again, teller in set(zip(owner_of[runs].tolist(), told[runs].tolist(), strict=True)):
        found[again].add(teller)
    return found


def shared_runs(first: WordText, again: WordText) -> list[Run]:
    """The longest stretches of words that two texts share, in the order of the second.

    Each is as long as it can be; none lies within another in the second text.
    """
    if not len(first.shingles):
        return []
    order = np.argsort(first.shingles, kind="stable")
    known = first.shingles[order]
    places = np.searchsorted(known, again.shingles)
    places[places == len(known)] = 0
    hits = np.flatnonzero((known[places] == again.shingles) & (again.shingles != 0))
    runs: set[Run] = set()
    reached: dict[int, int] = {}
    for hit in hits.tolist():
        start = int(order[places[hit]])
        if reached.get(hit - start, -1) > hit:
            continue
        run = _grown(first.words, again.words, start, hit)
        if run.length >= SHINGLE:
            reached[hit - start] = run.again + run.length
            runs.add(run)
    return _outermost(runs)


def _grown(first: Words, again: Words, one: int, other: int) -> Run:
    """The whole stretch around two places that hold the same word."""
    back = min(one, other)
    before = first[one - back : one][::-1], again[other - back : other][::-1]
    left = _same(*before)
    ahead = min(len(first) - one, len(again) - other)
    right = _same(first[one : one + ahead], again[other : other + ahead])
    return Run(one - left, other - left, left + right)


def _same(one: Words, other: Words) -> int:
    """How many words two sequences of one length have in common from their beginning."""
    unlike = np.flatnonzero((one != other) | (one == _BREAK))
    return int(unlike[0]) if len(unlike) else len(one)


def _outermost(runs: set[Run]) -> list[Run]:
    """The runs that lie in no longer one of the second text, in its order."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda r: (-r.length, r.again, r.first)):
        end = run.again + run.length
        if not any(k.again <= run.again and end <= k.again + k.length for k in kept):
            kept.append(run)
    return sorted(kept, key=lambda r: (r.again, r.first))
