"""Candidate spans to time expressions with their values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from ...records import Span, Time, When
from . import neighbours
from .dateline import dateline
from .grammar import frame_of
from .mend import Found, mend
from .modes import is_narrative
from .outcome import Outcome, blend
from .resolve import resolve
from .story import Setting, Story
from .tense import tense_at
from .words import words_of

#: How far into a sentence a date sets its scene.
_OPENING = 60
#: Days of a partly known publication date that the text is read as of, besides the last.
_PROBES = 8


def times_of(
    text: str,
    found: Sequence[Found],
    sentences: Sequence[Span],
    published: When | None,
    *,
    exact: bool = False,
    leave: Sequence[Span] = (),
    likely: Callable[[Span], bool] | None = None,
) -> tuple[Time, ...]:
    """The time expressions of ``text`` with TIMEX3 values and day bounds, in order.

    ``found`` are spans with the type the tagger gave them; they are mended and
    explicit dates it missed are added, unless they are ``exact``; nothing is added
    inside the stretches to ``leave`` (furniture). Common expressions ("now") are
    added where ``likely`` says so. Where the publication date is
    partly known, the text is read as of several of its days; what these do not
    share stays unknown.
    """
    items = sorted(found) if exact else mend(text, found, leave, likely)
    published = published or dateline(text, items)
    probes = [_outcomes(text, items, sentences, day) for day in _days(published)]
    times = []
    for (span, _), *outcomes in zip(items, *probes, strict=True):
        outcome = blend(outcomes)
        earliest, latest = outcome.bounds or (None, None)
        times.append(Time(span, outcome.type, outcome.value, outcome.mod, earliest, latest))
    return tuple(times)


def _days(published: When | None) -> list[date | None]:
    """Days the text may be from: the one, or the first, the last and some between."""
    if published is None or published.earliest is None or published.latest is None:
        return [None]
    first, last = published.earliest, published.latest
    step = timedelta(days=max(1, (last - first).days // _PROBES))
    days: list[date | None] = []
    while first < last:
        days.append(first)
        first += step
    return [*days, last]


def _outcomes(
    text: str, items: Sequence[Found], sentences: Sequence[Span], published: date | None
) -> list[Outcome]:
    frames = [frame_of(words_of(text, span.start, span.end)) for span, _ in items]
    for (span, _), frame in zip(items, frames, strict=True):
        neighbours.complete(frame, text, span.start, span.end)
    story = Story(published, narrative=is_narrative(frames, published))
    starts = [s.start for s in sentences]
    found = []
    for (span, kind), frame in zip(items, frames, strict=True):
        story.sentence = max(bisect_right(starts, span.start) - 1, 0)
        sentence = sentences[story.sentence] if sentences else Span(0, len(text))
        setting = Setting(*tense_at(text, span, sentence))
        outcome = resolve(frame, kind, story, setting)
        if outcome.moment is not None:
            opens = span.start - sentence.start <= _OPENING
            glance = frame.direction == "earlier" or any(
                p.word == "previous" for p in frame.pointers
            )
            story.mention(outcome.moment, opens=opens, glance=glance)
        found.append(outcome)
    return found
