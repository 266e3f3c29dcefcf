"""What quotation marks add to the encoder's contents.

A content that stops short of a mark is carried to it, and speech in marks that
the encoder left out joins the attribution it continues, or stands alone with
nobody named.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from ..records import Span
from .linking import CueScores, Linked, Range
from .quotes import Quote
from .sentences import split_sentences
from .tokens import Tokens

_STOP = re.compile(r"[.!?][”\"’]?\s")
#: What says after a quotation whose it was.
_THIS_IS = re.compile(
    r"[”\"’]?\s(?:(?:This|That|It)\s(?:is|was)|These\sare\sthe\swords\sof)\s(?=[A-Z])"
)
_WORD = re.compile(r"\w+")
#: Fewer words in marks are taken for speech only where the encoder says so.
_MIN_WORDS = 4
#: Mean logit from which an orphaned quotation joins a cue nearby.
_JOIN = -2.5
#: Below this confidence a cue does not reach speech in another sentence.
_FAINT = 0.4
#: A content's edge this many tokens from a mark is carried to it.
_SLIP = 2


def complete(
    tokens: Tokens,
    scorer: CueScores,
    linked: list[Linked],
    speech: Sequence[Quote],
    people: Sequence[Span] = (),
) -> list[Linked]:
    """``linked`` with contents carried to the marks and left-out speech added.

    ``people`` are the names of people in the text: where a quotation without a cue
    follows a sentence that names one person, that name is its source.
    """
    ranges = [r for r in (_range(tokens, q) for q in speech) if r is not None]
    for item in linked:
        item.content = _merged([_carried(c, ranges) for c in item.content])
    _join_reopened(tokens, linked, speech)
    _release_strays(tokens, linked, speech)
    linked += _announced_after(tokens, linked, speech, people)
    taken = np.zeros(len(tokens), dtype=bool)
    for item in linked:
        for first, last in (*item.content, *item.cue):
            taken[first : last + 1] = True
    added: list[Linked] = []
    for quote, place in zip(speech, (_range(tokens, q) for q in speech), strict=True):
        if place is None or not _spoken(tokens.text, quote):
            continue
        if taken[place[0] : place[1] + 1].mean() > 0.3:
            continue
        owner = _owner(tokens, scorer, [*linked, *added], place)
        if owner is None:
            added.append(Linked([], _named_before(tokens, people, quote), [place], 0.5))
        else:
            owner.content = _merged([*owner.content, place])
    return linked + added


def _announced_after(
    tokens: Tokens, linked: list[Linked], speech: Sequence[Quote], people: Sequence[Span]
) -> list[Linked]:
    """Quotations with whoever the next words say it was: “Sit down!” This is Tom Alder."""
    names = {p.start: p for p in people}
    found: list[Linked] = []
    places: list[Range] = []
    for quote in speech:
        match = _THIS_IS.match(tokens.text, quote.end)
        name = names.get(match.end()) if match else None
        place = _range(tokens, quote) if name is not None else None
        if name is None or place is None:
            continue
        places.append(place)
        found.append(Linked([], [tokens.range(name)], [place], 0.5))
    if not found:
        return found
    starts = [first for first, _ in places]
    for item in linked:
        item.content = [c for c in item.content if not _covers_any(c, places, starts)]
    linked[:] = [item for item in linked if item.content]
    return found


def _covers_any(content: Range, places: Sequence[Range], starts: Sequence[int]) -> bool:
    """Whether a content overlaps one of ``places``, which are in order and apart."""
    at = bisect_right(starts, content[1]) - 1
    return at >= 0 and _overlap(content, places[at]) > 0


def _join_reopened(tokens: Tokens, linked: list[Linked], speech: Sequence[Quote]) -> None:
    """Give a quotation that goes on in the next paragraph to whoever began it."""
    for quote, following in itertools.pairwise(speech):
        if quote.closed or following.start - quote.end > 4:
            continue
        here, there = _range(tokens, quote), _range(tokens, following)
        owner = _holder(linked, here) if here else None
        other = _holder(linked, there) if there else None
        if owner is None or there is None or other is owner:
            continue
        if other is not None:
            other.content = [c for c in other.content if not _overlap(c, there)]
        owner.content = _merged([*owner.content, there])
    linked[:] = [item for item in linked if item.content]


def _release_strays(tokens: Tokens, linked: list[Linked], speech: Sequence[Quote]) -> None:
    """Take from a cue what is quoted in the middle of a later paragraph that has its own words."""
    opens = {q.start for q in speech}
    for item in linked:
        if not item.cue:
            continue
        home = int(tokens.paragraph[item.cue[0][0]])
        item.content = [
            c
            for c in item.content
            if int(tokens.spans[c[0], 0]) not in opens
            or not (_elsewhere(tokens, c, home) or _unlikely(tokens, item, c))
        ]
    linked[:] = [item for item in linked if item.content]


def _elsewhere(tokens: Tokens, content: Range, home: int) -> bool:
    """Whether a content stands in a later paragraph than ``home``, after words of its own."""
    here = int(tokens.paragraph[content[0]])
    return here > home and int(tokens.paragraph[max(content[0] - 1, 0)]) == here


def _unlikely(tokens: Tokens, item: Linked, content: Range) -> bool:
    """Whether a full stop parts a faint cue from what is quoted after it."""
    between = tokens.text[tokens.spans[item.cue[0][1], 1] : tokens.spans[content[0], 0]]
    return item.confidence < _FAINT and bool(_STOP.search(between))


def _holder(linked: list[Linked], place: Range) -> Linked | None:
    """The attribution with the most of ``place`` in its content."""
    shares = [sum(_overlap(c, place) for c in item.content) for item in linked]
    best = max(range(len(shares)), key=lambda k: shares[k], default=-1)
    return linked[best] if best >= 0 and shares[best] else None


def _named_before(tokens: Tokens, people: Sequence[Span], quote: Quote) -> list[Range]:
    """The one person named in the sentence that a quotation follows, as its source."""
    before = tokens.text[max(0, quote.start - 400) : quote.start]
    start = quote.start - len(before)
    if not before.rstrip(" ").endswith((".", "!", "?")):
        return []
    sentence = split_sentences(before)[-1]
    named = [
        p for p in people if p.start >= start + sentence.start and p.end <= start + sentence.end
    ]
    return [tokens.range(named[0])] if len(named) == 1 else []


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)


def _range(tokens: Tokens, quote: Quote) -> Range | None:
    first = int(np.searchsorted(tokens.spans[:, 0], quote.start))
    last = int(np.searchsorted(tokens.spans[:, 1], quote.end, side="right")) - 1
    return (first, last) if first <= last else None


def _carried(content: Range, quotes: Sequence[Range]) -> Range:
    first, last = content
    for start, end in quotes:
        if start < first <= start + _SLIP and last <= end + _SLIP:
            first = start
        if end - _SLIP <= last < end and first >= start:
            last = end
    return first, last


def _merged(ranges: list[Range]) -> list[Range]:
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _spoken(text: str, quote: Quote) -> bool:
    """Whether words in marks read like a sentence rather than a term."""
    inner = text[quote.start + 1 : quote.end].rstrip("”\"'»’ ")
    words = _WORD.findall(inner)
    if len(words) < _MIN_WORDS:
        return False
    return inner[:1].isupper() and (inner[-1:] in ".,?!…—–" or not quote.closed)


def _owner(
    tokens: Tokens, scorer: CueScores, linked: Sequence[Linked], place: Range
) -> Linked | None:
    """The attribution a left-out quotation continues: same paragraph, or the best cue near."""
    paragraph = int(tokens.paragraph[place[0]])
    following = _announced(tokens, linked, place, paragraph)
    if following is not None:
        return following
    begins = place[0] == 0 or int(tokens.paragraph[place[0] - 1]) != paragraph
    best, score = None, _JOIN
    for item in linked:
        near = _previous_in_paragraph(tokens, item, place, paragraph)
        if near:
            return item
        home = int(tokens.paragraph[item.cue[0][0]]) if item.cue else -9
        if home == paragraph or (begins and home == paragraph - 1):
            low, scores = scorer.of(item.cue[0])
            first, last = place[0] - low, place[1] + 1 - low
            if first >= 0 and last <= scores.shape[1]:
                mean = float(scores[1, first:last].mean())
                if mean > score:
                    best, score = item, mean
    return best


def _announced(
    tokens: Tokens, linked: Sequence[Linked], place: Range, paragraph: int
) -> Linked | None:
    """The attribution right after a quotation that ends in a comma: “We sail,” a man told me."""
    end = int(tokens.spans[place[1], 1])
    if "," not in tokens.text[max(0, end - 2) : end]:
        return None
    best, start = None, end + 120
    for item in linked:
        for first, _ in (*item.source, *item.cue):
            at = int(tokens.spans[first, 0])
            if end <= at < start and int(tokens.paragraph[first]) == paragraph:
                best, start = item, at
    return None if best is None or _STOP.search(tokens.text[end:start]) else best


def _previous_in_paragraph(tokens: Tokens, item: Linked, place: Range, paragraph: int) -> bool:
    """Whether ``item`` quotes somebody right before ``place``, in the same paragraph."""
    before = [r[1] for r in (*item.cue, *item.source, *item.content) if r[1] < place[0]]
    direct = any(tokens.at(*c)[:1] in '“"«' for c in item.content)
    if not before or not direct or place[0] - max(before) > 3:
        return False
    return int(tokens.paragraph[max(before)]) == paragraph
