"""Words that say how sure the text is, what they speak of, and how sure that leaves a statement.

The degrees are those of FactBank (Saurí and Pustejovsky 2009), the words a table
(`hedge_words`). A hedge speaks of its clause from where it stands to where the
clause ends; words in quotation marks speak only of what is in the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..records import Certainty, Furniture, Hedge, Span
from . import hedge_words as table
from .clause_words import COORDINATORS
from .clauses import Clauses

#: From the surest to the least sure.
DEGREES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
_RANK = {degree: rank for rank, degree in enumerate(DEGREES)}
#: A hedge speaks for a statement where it reaches over this share of it.
_SHARE = 0.5
#: How many words may stand inside a phrase.
_SKIPPED = 2
#: How many words around a hedge are looked at.
_NEAR = 80
#: The longest noun that an adjective speaks of, in words.
_NOUN = 4
_MARK = re.compile(r"[^\w]+")
_PIECE_END = re.compile(r"[.!?…][”\"’')]*\s+(?=[^a-z])")
#: Where the main clause of a statement ends.
_OPENER = re.compile(
    r"[;:—]|(?<=\w)\W\s*\b(?:who|whom|whose|which|because|although|though|while|when|where|if|"
    r"unless|after|before|until|since)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\W*(?:if|when|while|because|although|though|unless|after|before|since|as)\b[^,;.]*,",
    re.IGNORECASE,
)


class _Form(NamedTuple):
    """A row of the tables: its phrase, its degree, and how it finds what it speaks of."""

    phrase: str
    degree: Certainty
    kind: str


class _Match(NamedTuple):
    """A form found at the words ``first`` to ``last``."""

    form: _Form
    first: int
    last: int


def _trie() -> dict[str, Any]:
    """The tables as nested dicts, a word a level; None holds the form that ends there."""
    root: dict[Any, Any] = {}
    for kind, rows in (
        ("adjective", table.ADJECTIVES),
        ("adverb", table.ADVERBS),
        ("governor", table.GOVERNORS),
    ):
        for degree, found in rows.items():
            for phrase in found:
                node = root
                for word in phrase.split():
                    node = node.setdefault(word, {})
                node[None] = _Form(phrase, degree, kind)  # type: ignore[arg-type]
    for word, degree in table.MODALS.items():
        root.setdefault(word, {})[None] = _Form(word, degree, "modal")  # type: ignore[arg-type]
    return root


_ROOT: dict[Any, Any] = _trie()


def hedges_of(clauses: Clauses, furniture: Sequence[Furniture] = ()) -> tuple[Hedge, ...]:
    """The hedges of a text in reading order; linear in its length.

    ``clauses`` are its sentences' words and clauses; what stands in ``furniture`` is left out.
    """
    found = [*_phrases(clauses), *_questions(clauses)]
    found.sort(key=lambda h: h.span)
    return tuple(h for h in found if not any(f.span.overlaps(h.span) for f in furniture))


def certainty_of(
    text: str, content: Sequence[Span], cue: Sequence[Span], hedges: Sequence[Hedge]
) -> tuple[Certainty, tuple[int, ...]]:
    """How sure the words of a statement are, and the indices of the hedges that say so.

    A sentence of the content is as sure as the weakest hedge that speaks for it: one
    in its main clause, or one that reaches over half of it. The content is as sure as its
    median sentence, weighted by length: one "may" does not hedge a long quotation. The
    cue ("suggested") and what is said of it ("reportedly told") can only make it less sure.
    """
    outer = [k for k, h in enumerate(hedges) if _speaks_of_saying(h, content, cue)]
    weights: dict[Certainty, int] = {}
    inner: dict[Certainty, list[int]] = {}
    for piece in _pieces(text, content):
        speaking = [k for k, h in enumerate(hedges) if _speaks_for(text, h, piece)]
        degree = _weakest(hedges, speaking)
        weights[degree] = weights.get(degree, 0) + piece.end - piece.start
        inner.setdefault(degree, []).extend(speaking)
    median = _median(weights)
    weakest = max(median, _weakest(hedges, outer), key=_RANK.__getitem__)
    if weakest == "certain":
        return weakest, ()
    saying = [k for d, found in inner.items() if _RANK[d] <= _RANK[median] for k in found]
    return weakest, tuple(sorted({*outer, *saying}))


def _speaks_of_saying(hedge: Hedge, content: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether a hedge outside the content is the cue, or speaks of it or of all the content."""
    if any(c.covers(hedge.span) for c in content):
        return False
    if any(hedge.span.overlaps(c) or hedge.scope.overlaps(c) for c in cue):
        return True
    return bool(content) and all(hedge.scope.covers(c) for c in content)


def _weakest(hedges: Sequence[Hedge], chosen: Sequence[int]) -> Certainty:
    return max((hedges[k].certainty for k in chosen), key=_RANK.__getitem__, default="certain")


def _median(weights: dict[Certainty, int]) -> Certainty:
    """The weakest degree that at least half of the weight has, or less."""
    half, held = sum(weights.values()) / 2, 0
    for degree in reversed(DEGREES):
        held += weights.get(degree, 0)
        if held and held >= half:
            return degree
    return "certain"


def _pieces(text: str, content: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a content."""
    for span in content:
        start = span.start
        for end in _PIECE_END.finditer(text, span.start, span.end):
            yield Span(start, end.end())
            start = end.end()
        if start < span.end:
            yield Span(start, span.end)


def _speaks_for(text: str, hedge: Hedge, piece: Span) -> bool:
    """Whether a hedge in ``piece`` speaks for all of it."""
    if not piece.covers(hedge.span):
        return False
    lead = _LEADING.match(text, piece.start, piece.end)
    start = lead.end() if lead and lead.end() <= hedge.span.start else piece.start
    reached = min(hedge.scope.end, piece.end) - max(hedge.scope.start, start)
    if reached >= _SHARE * (piece.end - start):
        return True
    adjective = hedge.span.of(text).lower() in _ADJECTIVES
    return not adjective and not _OPENER.search(text, start, hedge.span.start)


_ADJECTIVES = frozenset(word for row in table.ADJECTIVES.values() for word in row)


def _phrases(clauses: Clauses) -> Iterator[Hedge]:
    k = 0
    while k < len(clauses.low):
        match = _match(clauses, k) if clauses.low[k] in _FIRST or _is_be(clauses.low[k]) else None
        if match is None or clauses.sentence[match.first] != clauses.sentence[match.last]:
            k += 1
            continue
        k = match.last + 1
        scope = _scope(clauses, match)
        if scope is not None:
            span = Span(clauses.starts[match.first], clauses.ends[match.last])
            yield Hedge(span, match.form.degree, clauses.sentence[match.first], scope)


_FIRST = frozenset(word for word in _ROOT if word)


def _is_be(word: str) -> bool:
    return word in table.BE or word.endswith(("'s", "'re"))


def _match(clauses: Clauses, k: int) -> _Match | None:
    """The longest form that begins at word ``k`` and means what it says there."""
    best: _Match | None = None
    pending = [(_ROOT, k, 0)]
    while pending:
        node, at, skipped = pending.pop()
        for key in _keys(clauses, at, k):
            below = node.get(key)
            if below is None:
                continue
            form = below.get(None)
            if form and (best is None or at > best.last) and _is_meant(clauses, form, k, at):
                best = _Match(form, k, at)
            if len(below) > (form is not None):
                pending.append((below, at + 1, skipped))
        if node is not _ROOT and skipped < _SKIPPED and clauses.word(at) in table.INSIDE:
            pending.append((node, at + 1, skipped + 1))
    return best


def _keys(clauses: Clauses, at: int, first: int) -> Iterator[str]:
    """What word ``at`` may stand for in a phrase that begins at word ``first``."""
    if at >= len(clauses.low) or clauses.sentence[at] != clauses.sentence[first]:
        return
    word = clauses.low[at]
    yield word
    if _is_be(word):
        yield "BE"
    if word.endswith("n't"):
        yield "not"


def _is_meant(clauses: Clauses, form: _Form, first: int, last: int) -> bool:
    """Whether the words around a form let it say what it says elsewhere."""
    before = clauses.word(first - 1) if first else ""
    after = clauses.word(last + 1)
    if form.kind == "modal":
        return _is_modal(clauses, first, before, after)
    if before in table.AFTER_NOT_READ.get(form.phrase, ()):
        return False
    if form.kind == "adjective" and (not after[:1].isalpha() or after in table.AFTER_NOUN):
        return False
    return after not in table.BEFORE_NOT_READ.get(form.phrase, ())


def _is_modal(clauses: Clauses, k: int, before: str, after: str) -> bool:
    """Whether "may", "might", "could" or "would" is a verb that leaves something open."""
    word = clauses.low[k]
    if before in table.NOT_BEFORE[word] or after in table.NOT_AFTER[word]:
        return False
    if not (after[:1].isalpha() or after == ",") or clauses.begins(k):
        return False
    if word == "may" and clauses.capital(k) and not _in_capitals(clauses, k):
        return False  # the month, or somebody's name
    if word == "would":
        return _is_conditional(clauses, k, after)
    return True


def _in_capitals(clauses: Clauses, k: int) -> bool:
    """Whether the longer words around word ``k`` are set like a headline's."""
    near = range(max(k - _NOUN, 0), min(k + _NOUN + 1, len(clauses.low)))
    longer = [j for j in near if len(clauses.low[j]) > 3 and clauses.low[j].isalpha()]
    return bool(longer) and all(map(clauses.capital, longer))


def _is_conditional(clauses: Clauses, k: int, after: str) -> bool:
    """Whether "would" speaks of what is not so yet, rather than of a past's future."""
    if after == "have" or clauses.quoted[k]:
        return True
    mine = clauses.sentence[k]
    for j in range(max(k - _NEAR, 0), min(k + _NEAR, len(clauses.low))):
        word = clauses.low[j]
        if word in table.CONDITIONS and clauses.sentence[j] == mine:
            return clauses.word(j - 1) not in ("even", "as") and (
                word != "were" or clauses.begins(j)
            )
    return False


def _scope(clauses: Clauses, match: _Match) -> Span | None:
    """What a form speaks of; None where nothing is left to speak of."""
    first, last = match.first, match.last
    if match.form.kind == "adjective":
        stop = last
        while stop < last + _NOUN and clauses.word(stop + 1)[:1].isalpha():
            ends = clauses.sentence[stop + 1] != clauses.sentence[last]
            if ends or clauses.word(stop + 1) in table.AFTER_NOUN:
                break
            stop += 1
        return Span(clauses.starts[first], clauses.ends[stop])
    reach = clauses.reach(last)
    if reach > last:
        return Span(clauses.starts[first], clauses.ends[reach])
    return _before(clauses, match)


def _before(clauses: Clauses, match: _Match) -> Span | None:
    """What a form at the end of its clause speaks of: "The boats are sold, it seems"."""
    first = match.first
    mine, quoted = clauses.sentence[first], clauses.quoted[first]
    start, furthest = first, max(first - _NEAR, 0)
    while start > furthest and clauses.sentence[start - 1] == mine:
        if quoted and not clauses.quoted[start - 1]:
            break
        start -= 1
    end = clauses.clauses[clauses.clause[first]].first
    end = end if end > start and match.form.kind == "governor" else first
    while end > start and not clauses.low[end - 1][-1:].isalnum():
        end -= 1
    return Span(clauses.starts[start], clauses.ends[end - 1]) if end > start else None


def _ends_something(clauses: Clauses, k: int) -> bool:
    """Whether the mark ``k`` stands at the end of words, not inside an address."""
    after = clauses.text[clauses.ends[k] : clauses.ends[k] + 1]
    return not after or after.isspace() or not after.isalnum()


def _questions(clauses: Clauses) -> Iterator[Hedge]:
    """Questions that do not take for granted what they ask about, by their marks."""
    start = 0
    for k, word in enumerate(clauses.low):
        new = k and (
            clauses.sentence[k - 1] != clauses.sentence[k]
            or clauses.quoted[k - 1] != clauses.quoted[k]
        )
        if new:
            start = k
        if word == "?" and _ends_something(clauses, k):
            first = start
            while first < k and (
                not clauses.low[first][:1].isalnum() or clauses.low[first] in COORDINATORS
            ):
                first += 1
            if k - first > 1 and clauses.low[first] not in table.PRESUPPOSING:
                scope = Span(clauses.starts[first], clauses.ends[k])
                span = Span(clauses.starts[k], clauses.ends[k])
                yield Hedge(span, "unknown", clauses.sentence[k], scope)
        if word in (".", "?", "!", ":", ";"):
            start = k + 1
