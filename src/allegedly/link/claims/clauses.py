"""Sentences cut into clauses that can stand by themselves."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...records import Span
from ..material import Layer
from .relation_words import BEFORE_MONTH
from .words import ASIDES, BETWEEN, JOINTS, NOMINATIVE, NOT_FINITE, RELATIVES, SUBJECTS
from .words import FINITE as FINITE

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[;:,()\[\]—–]|--|\.{3}|…")
_MARKS = frozenset(";:—–…") | {"--", "..."}
#: "…, which was painted", "…, was waiting": what follows a comma has no subject here.
_TAILS = RELATIVES | FINITE
#: A longer mention (code points) holds clauses of its own.
LONG = 60
#: A clause of fewer words says nothing by itself.
LEAST = 3


class Sentence:
    """The words and marks of a stretch of text, and which of them are finite verbs."""

    def __init__(
        self, text: str, span: Span, verbs: Sequence[Span], mentions: Sequence[Span]
    ) -> None:
        found = list(_TOKEN.finditer(text, span.start, span.end))
        self.span = span
        self.low = [m.group().lower().replace("’", "'") for m in found]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.finite = [low in FINITE or low.endswith("n't") for low in self.low]
        for k, match in enumerate(found):
            if match.group() == "May" and k and self.low[k - 1] in BEFORE_MONTH:
                self.finite[k] = False
        for verb in verbs:
            at = self.at(verb.start)
            if at is not None and self._inflected(at):
                self.finite[at] = True
        for k in range(len(self.low) - 1):
            if self.low[k] in NOMINATIVE:
                verb_at = k + 1 + (self.low[k + 1] in BETWEEN or self.low[k + 1].endswith("ly"))
                if verb_at < len(self.low) and self._follows(verb_at):
                    self.finite[verb_at] = True
        self.inside = _inside(self.low, text, self.starts)
        #: Tokens at which a mention begins, and those it ends with.
        self.named = {n for m in mentions if (n := self.at(m.start)) is not None}
        ends = {end: k for k, end in enumerate(self.ends)}
        self.closed = {ends[m.end] for m in mentions if m.end in ends}
        #: Tokens within a name or a description, but its first.
        self.within = {
            k
            for m in mentions
            if len(m.of(text)) <= LONG
            for k in range(bisect_right(self.starts, m.start), bisect_left(self.starts, m.end))
        }

    def at(self, position: int) -> int | None:
        """The number of the token that begins at ``position``."""
        k = bisect_left(self.starts, position)
        return k if k < len(self.starts) and self.starts[k] == position else None

    def _follows(self, k: int) -> bool:
        """Whether the word after "they" can be its verb."""
        low = self.low[k]
        stop = JOINTS | NOT_FINITE | RELATIVES | BETWEEN
        return low[:1].isalpha() and low not in stop and not low.endswith("ing")

    def _inflected(self, k: int) -> bool:
        """Whether an event word may be a finite verb: no infinitive, gerund or noun."""
        before = self.low[k - 1] if k else ""
        if self.low[k].endswith("ing") or before in NOT_FINITE or not before:
            return False
        if before.endswith("'s"):
            return False
        return before not in ("the", "a", "an", "his", "her", "its", "their", "no", "any", "this")

    def clause(self, first: int, last: int) -> bool:
        """Whether tokens ``first`` to ``last`` hold a finite verb after something else."""
        if (self.finite[first] and "'" not in self.low[first]) or last - first + 1 < LEAST:
            return False
        return self.main(first, last) is not None

    def main(self, first: int, last: int) -> int | None:
        """The finite verb of the clause itself, not of "who …" or "that …" within it."""
        aside, spent = False, -2
        for k in range(first, last + 1):
            if k > first and (self.low[k] in RELATIVES or self.low[k] == "that"):
                aside = True
            elif aside and self.low[k] == ",":
                aside = False
            elif self.finite[k] and (aside or spent == k - 1):
                aside, spent = False, k  # the verb of the relative clause
            elif self.finite[k]:
                return k
        return None

    def subject(self, k: int) -> bool:
        """Whether a clause with a subject of its own begins at token ``k``."""
        for j in range(k, min(k + 9, len(self.low))):
            if self.low[j] in _MARKS or self.low[j] == ",":
                if j > k + 4:
                    return False
                continue
            if self.finite[j]:
                return "'" in self.low[j] or any(
                    i in self.named or self.low[i] in SUBJECTS for i in range(k, j)
                )
        return False


def _inside(low: Sequence[str], text: str, starts: Sequence[int]) -> list[bool]:
    """Whether each token stands in brackets or in curly quotation marks."""
    depth, found, at = 0, [], starts[0] if starts else 0
    for token, start in zip(low, starts, strict=True):
        depth += text.count("“", at, start) - text.count("”", at, start)
        depth += (token in "([") - (token in ")]")
        depth = max(0, depth)
        found.append(depth > 0)
        at = start
    return found


class Parts:
    """The stretches of one field, with what the reader found in each."""

    def __init__(self, layer: Layer) -> None:
        found = layer.layers
        self._text = layer.text
        cues = [cue for one in found.attributions for cue in one.cue]
        self._verbs = sorted([*(event.span for event in found.events), *cues])
        self._mentions = sorted(mention.span for mention in found.mentions)
        self._cut: dict[Span, Sentence] = {}

    def sentence(self, span: Span) -> Sentence:
        """A stretch cut into words; done once, as a stretch is asked about several times."""
        found = self._cut.get(span)
        if found is None:
            verbs, mentions = _within(self._verbs, span), _within(self._mentions, span)
            found = self._cut[span] = Sentence(self._text, span, verbs, mentions)
        return found

    def is_clause(self, span: Span) -> bool:
        """Whether a stretch has a subject and a finite verb: it says something by itself."""
        found = self.sentence(span)
        return bool(found.low) and found.clause(0, len(found.low) - 1)

    def clauses(self, span: Span) -> list[Span]:
        """The clauses of a stretch that can stand alone, in its order; none where none can."""
        return _clauses(self.sentence(span))


def _within(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of sorted spans that lie within one."""
    first = bisect_left(spans, span.start, key=lambda s: s.start)
    last = bisect_left(spans, span.end, key=lambda s: s.start)
    return [s for s in spans[first:last] if s.end <= span.end]


def _clauses(sentence: Sentence) -> list[Span]:
    if not sentence.low:
        return []
    cuts = _cuts(sentence)
    found = []
    for first, last in zip(cuts, [*(c - 1 for c in cuts[1:]), len(sentence.low) - 1], strict=True):
        trimmed = _trim(sentence, first, last)
        if trimmed is not None:
            found.append(Span(sentence.starts[trimmed[0]], sentence.ends[trimmed[1]]))
    return found


def _cuts(sentence: Sentence) -> list[int]:
    """The tokens that clauses begin at."""
    cuts = [0]
    for k in range(1, len(sentence.low)):
        low, start = sentence.low[k], cuts[-1]
        if not sentence.clause(start, k - 1) or sentence.inside[k] != sentence.inside[start]:
            continue
        if k in sentence.within:
            continue  # "Orrin and Skerrow Ferry Cooperative"
        after = k + 1
        joint = low in JOINTS or (low == "," and after < len(sentence.low))
        if low == "before" and "would" in sentence.low[start:k]:
            continue  # "I would resign before I signed"
        if low == "and" and k - 1 in sentence.closed and after in sentence.named:
            continue  # "for Ada and Tom"
        if low in _MARKS or (joint and sentence.subject(after)):
            if low == "," and sentence.low[after] in ASIDES | RELATIVES | JOINTS:
                continue
            cuts.append(k)
        elif low == "," and sentence.low[after : after + 1] and sentence.low[after] in _TAILS:
            cuts.append(k)
    return cuts


def _trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Without marks and joints at its ends; None where nothing that stands alone is left."""
    while first <= last and (sentence.low[first] in JOINTS | _MARKS or sentence.low[first] == ","):
        first += 1
    while last >= first and (sentence.low[last] in JOINTS | _MARKS or sentence.low[last] == ","):
        last -= 1
    # "against it because the fares rose": what stands before the joint says nothing.
    joint = next((k for k in range(first, last) if sentence.low[k] in JOINTS - {"and"}), None)
    if joint is not None and joint - first < LEAST and not any(sentence.finite[first:joint]):
        first = joint + 1
    opening = sentence.low[first : first + 2]
    if opening[:1] == ["that"] and sentence.finite[first + 1 : first + 2] == [True]:
        return None  # "hints that could confirm it"
    if opening and opening[0].endswith("ing") and "that" in sentence.low[first : first + 3]:
        first += sentence.low[first : first + 3].index("that") + 1
    if sentence.low[first : first + 4] == ["despite", "the", "fact", "that"]:
        first += 4
    if last < first or RELATIVES & set(opening) or not sentence.clause(first, last):
        return None
    return first, last
