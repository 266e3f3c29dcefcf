"""Very long texts are read a part at a time, so that memory stays bounded.

An article is one part. A text longer than that (a book, a transcript of a
week, one line of megabytes) is cut where a paragraph, a line, a sentence or at
least a word ends; people are known across parts, links do not cross them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..records import Furniture, Layers, Span

#: Characters in a part at most, and how far back from there a good place to cut is looked for.
PART, _BACK = 100_000, 4_000
_PLACES = tuple(re.compile(p) for p in (r"\n\s*\n", r"\n", r"[.!?][”\"’']?\s", r"\s"))


def parts_of(text: str, size: int = PART) -> tuple[Span, ...]:
    """Consecutive spans of at most ``size`` characters that cover ``text``."""
    found, start = [], 0
    while len(text) - start > size:
        end = _cut(text, start + size)
        found.append(Span(start, end))
        start = end
    return (*found, Span(start, len(text))) if start < len(text) else tuple(found)


def _cut(text: str, end: int) -> int:
    for place in _PLACES:
        ends = [m.end() for m in place.finditer(text, end - _BACK, end)]
        if ends:
            return ends[-1]
    return end


def within(part: Span, furniture: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """The furniture of a part, counted from its start."""
    return tuple(
        Furniture(
            Span(
                max(f.span.start, part.start) - part.start, min(f.span.end, part.end) - part.start
            ),
            f.kind,
        )
        for f in furniture
        if f.span.overlaps(part)
    )


def joined(
    parts: Sequence[Span], layers: Sequence[Layers], sentences: Sequence[tuple[Span, ...]]
) -> tuple[Layers, tuple[Span, ...]]:
    """The layers and sentences of a whole text from those of its parts.

    Spans move by where a part starts, indices by how many items the parts before it have.
    """
    if len(parts) == 1:
        return layers[0], sentences[0]
    whole, ends = Layers(), list[Span]()
    for part, found, mine in zip(parts, layers, sentences, strict=True):
        whole = _append(whole, found, part.start, len(ends))
        ends += [Span(s.start + part.start, s.end + part.start) for s in mine]
    return whole, tuple(ends)


def _append(whole: Layers, found: Layers, by: int, sentences: int) -> Layers:
    said, times, hedges = len(whole.attributions), len(whole.times), len(whole.hedges)

    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    def all_of(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(move, spans))

    def index(number: int | None, base: int) -> int | None:
        return None if number is None else number + base

    return Layers(
        whole.mentions
        + tuple(replace(m, span=move(m.span), head=move(m.head)) for m in found.mentions),
        whole.attributions
        + tuple(
            replace(
                a,
                source=all_of(a.source),
                cue=all_of(a.cue),
                content=all_of(a.content),
                within=index(a.within, said),
                hedges=tuple(h + hedges for h in a.hedges),
            )
            for a in found.attributions
        ),
        whole.times + tuple(replace(t, span=move(t.span)) for t in found.times),
        whole.events
        + tuple(
            replace(
                e, span=move(e.span), sentence=e.sentence + sentences, time=index(e.time, times)
            )
            for e in found.events
        ),
        whole.hedges
        + tuple(
            replace(h, span=move(h.span), scope=move(h.scope), sentence=h.sentence + sentences)
            for h in found.hedges
        ),
    )
