"""Word pieces to tokens, and tag scores to spans of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..records import Span
from .encoder import Encoded, Floats, Tables

_TOKEN = re.compile(r"\w+|[^\w\s]")
Ints = npt.NDArray[np.int64]
#: The log probability from which a token is clearly of a span, B or I.
_CLEARLY = float(np.log(0.65))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text (``\\w+|[^\\w\\s]``), an array row each.

    ``spans`` is (n, 2) code point offsets; ``tags`` (by column) and ``projections``
    are the means over the token's pieces, ``firsts`` the projections of its first
    piece (those of extents and times); ``paragraph`` numbers the paragraphs.
    """

    text: str
    spans: Ints
    tags: dict[str, Floats]
    projections: Floats
    firsts: Floats
    paragraph: Ints
    piece: Ints

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, inclusive."""
        return Span(int(self.spans[first, 0]), int(self.spans[last, 1]))

    def range(self, span: Span) -> tuple[int, int]:
        """The first and last token that overlap ``span``, inclusive."""
        first = int(np.searchsorted(self.spans[:, 1], span.start, side="right"))
        last = int(np.searchsorted(self.spans[:, 0], span.end, side="left")) - 1
        return first, last

    def at(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last``, inclusive."""
        return self.text[self.spans[first, 0] : self.spans[last, 1]]


def tokens_of(text: str, encoded: Encoded, tables: Tables) -> Tokens:
    """Tokens that hold at least one word piece, with their pieces' scores."""
    every = np.array([m.span() for m in _TOKEN.finditer(text)], dtype=np.int64).reshape(-1, 2)
    starts = encoded.pieces.spans[:, 0]
    owner = np.searchsorted(every[:, 0], starts, side="right") - 1
    keep = owner >= 0
    held, first, counts = np.unique(owner[keep], return_index=True, return_counts=True)
    if not len(held):
        empty = np.zeros((0, 2), dtype=np.int64)
        flat = np.zeros(0, dtype=np.int64)
        nothing = encoded.projections[:0]
        tags = {name: encoded.tags[:0, column] for name, column in tables.columns.items()}
        return Tokens(text, empty, tags, nothing, nothing, flat, flat)

    def mean(rows: Floats) -> Floats:
        kept = rows if keep.all() else rows[keep]
        found: Floats = kept[first]
        for more in range(1, int(counts.max())):
            longer = counts > more
            found[longer] += kept[first[longer] + more]
        found[counts > 1] /= counts[counts > 1, None].astype(np.float32)
        return found

    breaks = np.cumsum(encoded.pieces.features[:, 1] >= 2, dtype=np.int64)[keep][first]
    pieces = np.flatnonzero(keep)[first]
    means, meant = mean(encoded.tags), 4 * tables.link + 2 * tables.coref
    tags = {name: means[:, column] for name, column in tables.columns.items()}
    projections = mean(encoded.projections[:, :meant])
    firsts = encoded.projections[pieces, meant:]
    return Tokens(text, every[held], tags, projections, firsts, breaks, pieces)


def split_at_blank_lines(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut (first, last) ranges where the text has a blank line between two tokens."""
    found = []
    for first, last in ranges:
        start = first
        if "\n" in tokens.at(first, last):
            for k in range(first, last):
                gap = tokens.text[tokens.spans[k, 1] : tokens.spans[k + 1, 0]]
                if gap.count("\n") > 1:
                    found.append((start, k))
                    start = k + 1
        found.append((start, last))
    return found


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities along the last axis."""
    moved = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = moved - np.log(np.exp(moved).sum(axis=-1, keepdims=True))
    return result


def bio_spans(logits: Floats, eager: float = 0.0) -> list[tuple[int, int]]:
    """Token ranges (first, last) of the best well-formed O/B/I sequence.

    ``logits`` is (n, 3). An I may not follow an O. ``eager`` is taken off O. Exact,
    like Viterbi's algorithm, which runs only where the best tags by themselves
    break the rule: a token whose best tag is B may stand next to anything, so it
    parts the text into stretches that do not touch each other.
    """
    if not len(logits):
        return []
    scores = logits - np.array([eager, 0.0, 0.0], dtype=np.float32)
    path = scores.argmax(axis=1)
    before = np.concatenate([[0], path[:-1]])
    broken = np.flatnonzero((path == 2) & (before == 0))
    if len(broken):
        begins = np.concatenate([[0], np.flatnonzero(path == 1), [len(path)]])
        for k in np.unique(np.searchsorted(begins, broken, side="right")).tolist():
            start, stop = int(begins[k - 1]), int(begins[k])
            path[start:stop] = _viterbi(scores[start:stop].tolist())
    return _runs(path.tolist())


def typed_spans(logits: Floats, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Token ranges with their label, of a column of BIO tags crossed with ``labels``.

    ``logits`` is (n, 1 + 2 * len(labels)): O, then B and I of each label. Where
    spans begin and end is decided over all labels together, then which label it is.
    After an O an I can only be a B: a token that is clearly one or the other begins a span.
    """
    scores = log_softmax(logits)
    begin = np.logaddexp.reduce(scores[:, 1::2], axis=1)
    inside = np.logaddexp.reduce(scores[:, 2::2], axis=1)
    either = np.logaddexp(begin, inside)
    after_o = np.concatenate([[True], (scores[:, 0] > either)[:-1]])
    begin = np.where(after_o & (either > _CLEARLY), either, begin)
    found = []
    for first, last in bio_spans(np.stack([scores[:, 0], begin, inside], axis=1)):
        rows = scores[first : last + 1]
        best = np.logaddexp(rows[:, 1::2], rows[:, 2::2]).sum(axis=0).argmax()
        found.append((first, last, labels[int(best)]))
    return found


def _viterbi(scores: list[list[float]]) -> list[int]:
    """The best sequence of tags for a stretch, as if an O stood before it."""
    back: list[tuple[int, int, int]] = []
    o, b, i = scores[0][0], scores[0][1], -1e9
    for row in scores[1:]:
        best = 0 if o >= b and o >= i else (1 if b >= i else 2)
        top = (o, b, i)[best]
        inside = 1 if b >= i else 2
        back.append((best, best, inside))
        o, b, i = top + row[0], top + row[1], (b, i)[inside - 1] + row[2]
    state = 0 if o >= b and o >= i else (1 if b >= i else 2)
    path = [state]
    for choice in reversed(back):
        state = choice[state]
        path.append(state)
    path.reverse()
    return path


def _runs(path: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for k, state in enumerate(path):
        if state == 1:
            found.append((k, k))
        elif state == 2 and found:
            found[-1] = (found[-1][0], k)
    return found
