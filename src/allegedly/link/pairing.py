"""Two texts as one input of the pair model: which pieces, in which role.

Training and judging share this module, so that the network sees the same numbers in
both. The layout is BERT's: [CLS] statement [SEP] title and body [SEP].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from ..reader.lexicon import word_set
from ..records import Span
from .frequencies import rarity
from .words import term, words

Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102
#: What a piece belongs to; the roles of the network.
STATEMENT, TITLE, BODY = 0, 1, 2
#: The owner of a piece that is of no sentence: the statement or a mark; the title.
NOBODY, THE_TITLE = -2, -1
#: The most pieces of a statement, of a title or of the first of two sentences, of a sentence
#: of an article, and of all its sentences.
STATEMENT_PIECES, SHORT_PIECES, SENTENCE_PIECES, BODY_PIECES = 80, 160, 72, 120
#: Commoner words (nats of rarity) do not count as shared.
COMMON = 1.5
#: Sentences that are always read, the best ones whose neighbours are, and what a
#: neighbour inherits of the best one's worth.
LEAD, BEST, INHERITED = 2, 3, 0.5
#: A sentence about whether something is so weighs more than the words it shares.
STANCE_BONUS = 0.15
STANCE_WORDS = word_set(
    "hoax fake false untrue bogus satire satirical debunk debunked deny denied denying denial "
    "rumor rumour rumored rumoured unconfirmed unverified confirm confirmed confirming "
    "confirmation alleged allegedly reportedly purported purportedly claim claimed apparently "
    "dismiss dismissed refute refuted retract retracted retraction correction fabricated "
    "misleading inaccurate incorrect verify verified disputed speculation evidence "
    "photoshopped doctored"
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in word pieces. ``starts`` are their offsets; ``terms`` the word of each, None
    for a mark or a word too common to compare."""

    ids: Ints
    starts: Ints
    terms: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> Text:
        """The pieces from ``start`` to ``end``."""
        return Text(self.ids[start:end], self.starts[start:end], self.terms[start:end])

    def cut(self, size: int) -> Text:
        """The first ``size`` pieces."""
        return self.part(0, size)

    def shared(self, other: frozenset[str]) -> Ints:
        """1 for each piece whose word is among ``other``, else 0."""
        return np.fromiter((t in other for t in self.terms), np.int64, len(self.terms))

    def distinct(self) -> frozenset[str]:
        """The words that count."""
        return frozenset(t for t in self.terms if t is not None)


@dataclass(frozen=True, slots=True)
class Laid:
    """One input: a row a piece. ``owners`` is the number of the piece's sentence, `THE_TITLE`
    or `NOBODY`."""

    ids: Ints
    roles: Ints
    matches: Ints
    owners: Ints

    def __len__(self) -> int:
        return len(self.ids)


def pieced(tokenizer: Tokenizer, text: str) -> Text:
    """The word pieces of ``text`` and the words they are of."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    starts = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)[:, 0]
    found = list(words(text))
    terms = [name if rarity(name) >= COMMON else None for name in (term(w.form) for w in found)]
    ends = np.array([w.end for w in found], dtype=np.int64)
    places = np.searchsorted(ends, starts, side="right")
    inside = (
        terms[place] if place < len(found) and found[place].start <= start else None
        for place, start in zip(places.tolist(), starts.tolist(), strict=True)
    )
    return Text(np.asarray(encoding.ids, dtype=np.int64), starts, tuple(inside))


def single(text: Text) -> Laid:
    """A sentence by itself."""
    inner = text.ids[: STATEMENT_PIECES + SHORT_PIECES]
    nothing = np.zeros(len(inner) + 2, np.int64)
    return Laid(np.concatenate([[CLS], inner, [SEP]]), nothing, nothing, nothing + NOBODY)


def pair(text: Text, statement: Text, role: int = BODY) -> Laid:
    """A sentence (or, in its ``role``, a title) beside a statement."""
    text = text.cut(SHORT_PIECES)
    parts = [(text, role, THE_TITLE if role == TITLE else 0)]
    return _lay(statement.cut(STATEMENT_PIECES), parts)


def article(
    statement: Text,
    title: Text | None,
    body: Text,
    sentences: Sequence[Span],
    budget: int = BODY_PIECES,
) -> Laid:
    """An article beside a statement: its title and the sentences that matter to it, in order."""
    statement = statement.cut(STATEMENT_PIECES)
    parts = [] if title is None else [(title.cut(SENTENCE_PIECES), TITLE, THE_TITLE)]
    ranges = _ranges(body, sentences)
    for number in chosen(statement, body, ranges, budget):
        start, end = ranges[number]
        parts.append((body.part(start, end), BODY, number))
    return _lay(statement, parts)


def chosen(
    statement: Text, body: Text, ranges: Sequence[tuple[int, int]], budget: int
) -> list[int]:
    """Numbers of the sentences to read, in order: their pieces are at most ``budget`` in all.

    The lead; then by the worth of what a sentence shares with the statement, a share of
    which its neighbours inherit from the best; of equals the earlier.
    """
    worth = _worth(statement, body, ranges)
    order = sorted(range(len(ranges)), key=lambda n: (-worth[n], n))
    for number in order[:BEST]:
        for near in (number - 1, number + 1):
            if 0 <= near < len(ranges) and worth[number] > 0:
                worth[near] = max(worth[near], INHERITED * worth[number])
    rest = sorted(range(LEAD, len(ranges)), key=lambda n: (-worth[n], n))
    found: list[int] = []
    for number in [*range(min(LEAD, len(ranges))), *rest]:
        start, end = ranges[number]
        if start < end and end - start <= budget:
            budget -= end - start
            found.append(number)
    return sorted(found)


def nearest(statement: Text, body: Text, sentences: Sequence[Span]) -> Text | None:
    """The sentence that shares the most with the statement, of equals the first; None for none."""
    ranges = _ranges(body, sentences)
    worth = _worth(statement, body, ranges)
    found = [n for n in range(len(ranges)) if ranges[n][0] < ranges[n][1]]
    if not found:
        return None
    start, end = ranges[max(found, key=lambda n: (worth[n], -n))]
    return body.part(start, end)


def _ranges(body: Text, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """The pieces of each sentence; a long one is cut."""
    begins = np.searchsorted(body.starts, [s.start for s in sentences])
    ends = np.searchsorted(body.starts, [s.end for s in sentences])
    ends = np.minimum(ends, begins + SENTENCE_PIECES)
    return list(zip(begins.tolist(), ends.tolist(), strict=True))


def _worth(statement: Text, body: Text, ranges: Sequence[tuple[int, int]]) -> list[float]:
    """The share of the statement's words (by rarity) in each sentence, and a bonus."""
    values = {name: rarity(name) for name in statement.distinct()}
    whole = fsum(values.values()) or 1.0
    worth = []
    for start, end in ranges:
        here = {t for t in body.terms[start:end] if t is not None}
        shared = sum(values[t] for t in sorted(here & values.keys())) / whole
        worth.append(shared + (STANCE_BONUS if here & STANCE_WORDS else 0.0))
    return worth


def _lay(statement: Text, parts: Sequence[tuple[Text, int, int]]) -> Laid:
    """Statement and parts (text, role, owner) as one row."""
    theirs = frozenset[str]().union(*(text.distinct() for text, _, _ in parts))
    ours = statement.distinct()
    sizes = [len(text) for text, _, _ in parts]
    last = parts[-1][1] if parts else BODY
    head = len(statement) + 2
    return Laid(
        ids=np.concatenate([[CLS], statement.ids, [SEP], *(t.ids for t, _, _ in parts), [SEP]]),
        roles=np.concatenate(
            [[STATEMENT] * head, np.repeat([r for _, r, _ in parts], sizes), [last]]
        ).astype(np.int64),
        matches=np.concatenate(
            [[0], statement.shared(theirs), [0], *(t.shared(ours) for t, _, _ in parts), [0]]
        ).astype(np.int64),
        owners=np.concatenate(
            [[NOBODY] * head, np.repeat([o for _, _, o in parts], sizes), [NOBODY]]
        ).astype(np.int64),
    )
