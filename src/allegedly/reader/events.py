"""What happened, or is planned, possible, denied: events with status, time and participants.

The encoder says which words stand for events (TimeML), and scores their
status and their times; word tables say what a negation, a modal verb or a
condition makes of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..records import Attribution, Event, Furniture, Hedge, Mention, Span, Status, Time, When
from ..records.reading import EventType
from . import event_words as words
from .clauses import Clauses
from .encoder import Floats, Tables
from .event_status import Statuses
from .linking import buckets
from .participants import Participants
from .tokens import Tokens, log_softmax

#: Taken off the score of "no event".
EAGER = 1.0
#: An event has the time that scores more than this above having none.
TIME_FLOOR = 0.5
#: Classes that are no news by themselves.
_LEFT_OUT: frozenset[EventType] = frozenset(("reporting",))


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a text before its events: the other layers, clauses, sentences."""

    clauses: Clauses
    sentences: Sequence[Span]
    times: Sequence[Time]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    hedges: Sequence[Hedge]
    furniture: Sequence[Furniture] = ()
    #: Whether the text is a headline, whose present tense tells what happened.
    headline: bool = False
    #: When the article was published: what is dated later has not happened.
    published: When | None = None


def events_of(tokens: Tokens, tables: Tables, setting: Setting) -> tuple[Event, ...]:
    """The events of a text in reading order; reporting events are attributions, not rows."""
    aside = _aside(tokens, setting)
    found = [e for e in event_tokens(tokens, tables) if not aside[e[0]] and _is_row(tokens, *e)]
    dated = times_of_events(tokens, tables, [k for k, _, _ in found], setting)
    places = [setting.clauses.at(int(tokens.spans[first, 0])) for first, _, _ in found]
    mentions = [*setting.mentions, *_speakers(setting)]
    who = Participants(setting.clauses, mentions, places)
    starts = [s.start for s in setting.sentences]
    statuses = Statuses(setting.clauses, setting.hedges, setting.headline)
    names: tuple[Status, ...] = tables.labels["status"]  # type: ignore[assignment]
    best = tokens.tags["status"].argmax(axis=1)
    events = []
    for (first, last, kind), k, time in zip(found, places, dated, strict=True):
        span = tokens.span(first, last)
        status = statuses.of(k, names[best[first]])
        sentence = max(bisect_right(starts, span.start) - 1, 0)
        when = _when(setting.times[time]) if time is not None else None
        if time is not None and status in ("happened", "ongoing"):
            status = "planned" if _is_ahead(setting.times[time], setting.published) else status
        events.append(Event(span, sentence, status, when, time, who.of(k), kind))
    return tuple(events)


def event_tokens(tokens: Tokens, tables: Tables) -> list[tuple[int, int, EventType]]:
    """Words that stand for events: first token, last token, class. Joined by hyphens, one word."""
    if not len(tokens):
        return []
    scores = log_softmax(tokens.tags["events"])
    scores[:, 0] -= EAGER
    best = scores.argmax(axis=1)
    found: list[tuple[int, int, EventType]] = []
    for k in np.flatnonzero(best).tolist():
        kind: EventType = tables.labels["events"][best[k] - 1]
        if not tokens.text[tokens.spans[k, 0]].isalnum():
            continue
        if found and _joined(tokens, found[-1][1], k):
            found[-1] = (found[-1][0], k, kind)
        else:
            found.append((k, k, kind))
    return found


def _joined(tokens: Tokens, one: int, other: int) -> bool:
    """Whether two tokens are one word: "re-run"."""
    between = tokens.text[tokens.spans[one, 1] : tokens.spans[other, 0]]
    return between in ("", "-") and other - one <= 2


def _is_row(tokens: Tokens, first: int, last: int, kind: EventType) -> bool:
    """Whether an event word is news, going by itself."""
    word = tokens.at(first, last).lower()
    adverb = word.endswith("ly") and word not in words.LY_VERBS
    return kind not in _LEFT_OUT and not (word in words.NO_ROW or word.isdigit() or adverb)


def _aside(tokens: Tokens, setting: Setting) -> npt.NDArray[np.bool_]:
    """(n,): the tokens whose words are no events: hedges and furniture."""
    found = np.zeros(len(tokens), dtype=bool)
    for span in (*(h.span for h in setting.hedges), *(f.span for f in setting.furniture)):
        first, last = tokens.range(span)
        found[first : last + 1] = True
    return found


def _speakers(setting: Setting) -> list[Mention]:
    """Each "I" and "me" of a quotation as a mention of whoever speaks it."""
    said = [
        (span, a.speaker)
        for a in setting.attributions
        if a.speaker is not None and a.mode != "indirect"
        for span in a.content
    ]
    # Of nested quotations the innermost one is whose "I" it is.
    said.sort(key=lambda item: item[0].end - item[0].start)
    found, clauses = [], setting.clauses
    for k, word in enumerate(clauses.low):
        if clauses.quoted[k] and word in words.FIRST_PERSON:
            length = min(clauses.ends[k] - clauses.starts[k], len(word.partition("'")[0]))
            span = Span(clauses.starts[k], clauses.starts[k] + length)
            speaker = next((who for content, who in said if content.covers(span)), None)
            if speaker is not None:
                found.append(Mention(span, "person", False, speaker, span))
    return found


def _when(time: Time) -> str | None:
    """The value of a calendar time; durations and what has no year tell no day."""
    calendar = time.type in ("DATE", "TIME") and time.value[:4].isdigit()
    return time.value if calendar else None


def _is_ahead(time: Time, published: When | None) -> bool:
    """Whether a time lies wholly after publication."""
    latest = published.latest if published else None
    return latest is not None and time.earliest is not None and time.earliest > latest


def times_of_events(
    tokens: Tokens, tables: Tables, heads: Sequence[int], setting: Setting
) -> list[int | None]:
    """For each event word the time expression of its sentence that it belongs to, if any."""
    if not heads or not setting.times:
        return [None] * len(heads)
    scores = dated_scores(tokens, tables, heads, [t.span for t in setting.times])
    mine = _sentence_numbers([int(tokens.spans[k, 0]) for k in heads], setting.sentences)
    theirs = _sentence_numbers([t.span.start for t in setting.times], setting.sentences)
    scores[mine[:, None] != theirs[None, :]] = -np.inf
    bounds = [_bounds(setting.clauses, t.span) for t in setting.times]
    scores[:, np.array(bounds, dtype=bool)] = -np.inf
    best = scores.argmax(axis=1)
    return [int(t) if row[t] > TIME_FLOOR else None for t, row in zip(best, scores, strict=True)]


def _bounds(clauses: Clauses, time: Span) -> bool:
    """Whether a time only bounds what happened: "since 1989", "by the summer"."""
    k = clauses.at(time.start) - 1
    if clauses.word(k) == "the":
        k -= 1
    return clauses.word(k) in words.BOUNDS


def dated_scores(
    tokens: Tokens, tables: Tables, heads: Sequence[int], times: Sequence[Span]
) -> Floats:
    """(events, times) log odds that an event happened at a time rather than at none named."""
    start, width = 4 * tables.extent, tables.dated
    ranges = [tokens.range(span) for span in times]
    columns = np.array([k for a, b in ranges for k in range(a, b + 1)], dtype=np.int64)
    if not len(columns):
        return np.full((len(heads), len(times)), -np.inf, dtype=np.float32)
    rows = np.asarray(heads, dtype=np.int64)
    query = tokens.firsts[rows, start : start + width]
    key = tokens.firsts[columns, start + width : start + 2 * width]
    offset = tokens.piece[columns][None, :] - tokens.piece[rows][:, None]
    bias = tables.dated_distance[buckets(offset, len(tables.dated_distance))]
    scores = query @ key.T / np.sqrt(width) + bias
    found: Floats = np.full((len(heads), len(times)), -np.inf, dtype=np.float32)
    at = 0
    for k, (a, b) in enumerate(ranges):
        if b >= a:
            found[:, k] = np.logaddexp.reduce(scores[:, at : at + b - a + 1], axis=1)
            at += b - a + 1
    return found


def _sentence_numbers(starts: Sequence[int], sentences: Sequence[Span]) -> npt.NDArray[np.int64]:
    begins = np.array([s.start for s in sentences], dtype=np.int64)
    return np.searchsorted(begins, np.asarray(starts, dtype=np.int64), side="right")
