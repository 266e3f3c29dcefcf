"""Light repair of tagged spans: marks off their ends, words that belong to them back in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from ...records import Span
from ...records.reading import TimeType
from .finder import candidates
from .grammar import compile_pattern, kinds_of
from .words import words_of

Found = tuple[Span, TimeType]

#: Marks that no time expression begins or ends with.
_MARKS = ' \t\r\n,;:!?()[]{}"“”‘’«»–—'
#: Words before a span that it cannot do without: "last" of "last week".
_LEAD = re.compile(
    r"\b(?:(?:the|this|that)\s+)?(?:last|next|past|previous|following|coming|same|early|late|mid)"
    r"[\s-]+$|\b(?:this|that)\s+$",
    re.IGNORECASE,
)
#: A full stop that ends a sentence rather than an abbreviation ("Dec.", "p.m.").
_FULL_STOP = re.compile(r"[^\W\d_]{5,}\.$|\d\.$")
_REACH = 32
_UNIT = re.compile(
    r"(?:day|week|weekend|month|quarter|year|decade|century|morning|afternoon|evening|night|spring"
    r"|summer|autumn|fall|winter)s?\b",
    re.IGNORECASE,
)


#: What may follow a span that stops short: "the [day]", "two [consecutive quarters]".
_GOES_ON = compile_pattern(
    "(?:(THE|A|POINTER|SEVERAL|COUNT|ORD|MOD) (AND A? HALF)? DASH? ADJ? (UNIT|UNITS)"
    "|(THE|POINTER|MOD) (MONTH|SEASON|PART|WEEKDAY))"
)
#: Words that no expression ends with, and those that are none by themselves.
_LOOSE = frozenset(("AND", "OR", "TO", "OF", "IN", "COMMA"))
_EMPTY = _LOOSE | {"THE", "A", "MOD", "LAST", "DOT", "APOSTROPHE", "S"}
_EMPTY_WORDS = frozenset(("just", "right", "only", "least"))
#: A common expression that mostly is a time wherever it stands.
_ALWAYS = re.compile(
    r"\b[Tt]he (?:(?:near|foreseeable|immediate|distant) )?future\b(?!\s(?:of|for)\b)"
)
#: How long something lasts, without a number.
_LASTING = re.compile(
    r"\bfor ((?:(?:many|long) )?(?:minutes|hours|days|weeks|months|years|decades|centuries)"
    r"|(?:quite )?a (?:long )?(?:while|time))\b"
)


def mend(
    text: str,
    found: Sequence[Found],
    leave: Sequence[Span] = (),
    likely: Callable[[Span], bool] | None = None,
) -> tuple[Found, ...]:
    """Spans trimmed and completed, with explicit dates that the tagger missed.

    A span inside an explicit expression ("June" of "June 1998") grows to it, and
    two that lie in one become one. Common expressions ("now") are added where they
    are ``likely`` too. Nothing is added inside the stretches to ``leave``. None
    overlap in the result.
    """
    sure, common = candidates(text)
    if likely is not None:
        taken = sorted((*(span for span, _ in found), *leave))
        found = [
            *found,
            *(
                item
                for item in (*common, *_lasting(text))
                if not _touches(taken, item[0]) and likely(item[0])
            ),
            *(item for item in _always(text) if not _touches(taken, item[0])),
        ]
    tagged = [
        (whole, kind)
        for span, kind in sorted(found)
        if (bare := _trimmed(text, span)) and (whole := _completed(text, bare))
    ]
    grown: list[Found] = []
    for span, kind in tagged:
        cover = _covering(sure, span)
        item = cover if cover else (_led(text, span), kind)
        if not grown or not grown[-1][0].overlaps(item[0]):
            grown.append(item)
    spans = [span for span, _ in grown]
    taken = sorted((*spans, *leave))
    missed = [item for item in sure if not _touches(taken, item[0])]
    return tuple(sorted((*grown, *missed)))


def _always(text: str) -> list[Found]:
    return [(Span(*match.span()), "DATE") for match in _ALWAYS.finditer(text)]


def _lasting(text: str) -> list[Found]:
    return [(Span(*match.span(1)), "DURATION") for match in _LASTING.finditer(text)]


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and (text[end - 1] in _MARKS or _FULL_STOP.search(text, start, end)):
        end -= 1
    return Span(start, end) if start < end else None


def _completed(text: str, span: Span) -> Span | None:
    """The span without loose words at its end, or with the unit it stops short of."""
    words = words_of(text, span.start, min(len(text), span.end + _REACH))
    own = sum(1 for w in words if w.start < span.end)
    if own and (match := _GOES_ON.match(kinds_of(words), own - 1)):
        last = words[match.end() - 1]
        if "\n" not in text[span.end : last.end]:
            return Span(span.start, max(span.end, last.end))
    while own and words[own - 1].kind in _LOOSE:
        own -= 1
    if all(w.kind in _EMPTY or w.text in _EMPTY_WORDS for w in words[:own]):
        return None
    return Span(span.start, min(span.end, words[own - 1].end))


def _led(text: str, span: Span) -> Span:
    """The span with "last", "early" … before it, where it begins with a unit or a date."""
    if not _UNIT.match(text, span.start):
        return span
    start = max(0, span.start - _REACH)
    lead = _LEAD.search(text[start : span.start])
    return Span(start + lead.start(), span.end) if lead else span


def _covering(sure: Sequence[Found], span: Span) -> Found | None:
    """The explicit expression that ``span`` is a part of."""
    k = bisect_left(sure, span.start + 1, key=lambda item: item[0].start) - 1
    if k >= 0 and sure[k][0].covers(span) and sure[k][0] != span:
        return sure[k]
    return None


def _touches(spans: Sequence[Span], span: Span) -> bool:
    k = bisect_left(spans, span.end, key=lambda s: s.start) - 1
    return k >= 0 and spans[k].overlaps(span)
