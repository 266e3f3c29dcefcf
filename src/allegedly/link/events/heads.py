"""The words of a page that stand for events, and what dates each of them.

Four kinds: the events of the reading; acts of saying and writing that the text dates;
dates that stand with no event ("the boat dates from 1968"); corrections, which an article
makes on the day it is published.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...reader.event_words import (
    AUXILIARIES,
    BEFORE_NOUN,
    DETERMINING,
    DUTY,
    IRREGULAR,
    MODAL,
    NEGATORS,
    SPEAKING,
)
from ...records import Attribution, Event, Span, Status, Time
from . import words as listed
from .pages import Page

_DATES = ("DATE", "TIME")
_PAST = ("happened", "ongoing", "denied")
#: A cue of more words is no single verb.
_CUE = 4
#: How far before a bare date the words are that leave open what it dates.
_OPEN = 12
#: Of the events before a date in its sentence the last of these may be what it dates.
_LAST = 20


@dataclass(slots=True)
class Head:
    """A word that stands for an event: word ``k`` of its page, at ``span``.

    ``time`` dates it; ``since`` says that it only began then. ``who`` are numbers of
    entities, ``act`` says that it is something said or written, ``noun`` that the word
    is a noun, ``rank`` how well it stands for all that is told with it.
    """

    k: int
    span: Span
    status: Status
    time: Time | None
    since: bool
    who: tuple[int, ...]
    act: bool
    noun: bool
    rank: float


def cues_of(page: Page) -> dict[int, Attribution]:
    """The attribution that the word at each offset is a cue of."""
    words = page.words
    return {
        words.starts[k]: one
        for one in page.layer.layers.attributions
        for cue in one.cue
        for k in words.range(cue)
    }


class Heads:
    """Finds the heads of one page."""

    def __init__(self, page: Page, cues: dict[int, Attribution]) -> None:
        self._page = page
        self._words = page.words
        self._cues = cues

    def all(self) -> list[Head]:
        """All heads; in a sentence that takes something back only that."""
        corrections = list(self._corrections())
        corrected = {self._words.sentence[one.k] for one in corrections}
        heads = [*self._events(), *self._acts()]
        heads.extend(self._bare(heads))
        kept = [one for one in heads if self._words.sentence[one.k] not in corrected]
        return [*kept, *corrections]

    def _events(self) -> Iterator[Head]:
        words = self._words
        for event in self._page.layer.layers.events:
            if not self._page.holds(event.span):
                continue
            k = self._page.head(event.span)
            act = event.span.start in self._cues
            past = words.low[k].endswith("ed") or words.low[k] in IRREGULAR
            before = words.word(k - 1) in (DETERMINING if past else BEFORE_NOUN)
            noun = before or words.word(k + 1) == "of"
            rank = (0 if noun else 2) + 0.25 * len(event.participants)
            rank += event.status in ("happened", "planned") and words.word(k - 1) != "to"
            rank -= 2 * (words.low[k] in listed.VAGUE)
            rank -= event.type in ("intention", "perception", "state") and not act
            time, status = self._time(k, event), event.status
            yield Head(k, event.span, status, time, False, event.participants, act, noun, rank)

    def _acts(self) -> Iterator[Head]:
        """What was said or written on a day that the text names."""
        layers = self._page.layer.layers
        events = {one.span.start for one in layers.events}
        for one in layers.attributions:
            k = self._cue(one.cue[0]) if one.cue else None
            if k is None or self._words.starts[k] in events:
                continue
            time = self._beside(k, one.content)
            if time is not None:
                who = (one.speaker,) if one.speaker is not None else ()
                yield Head(k, self._span(k), "happened", time, False, who, True, False, 1.0)

    def _cue(self, cue: Span) -> int | None:
        """The verb of a cue; None where it is negated or leaves things open."""
        words = self._words
        found = [k for k in words.range(cue) if words.low[k][0].isalpha()]
        low = {words.low[k] for k in found}
        if len(found) > _CUE or low & (NEGATORS | MODAL | DUTY):
            return None
        return next((k for k in found if words.low[k] not in AUXILIARIES), None)

    def _bare(self, heads: Sequence[Head]) -> Iterator[Head]:
        """Dates that no event has: they go to an undated event of their sentence, else to
        what stands before them."""
        used = {one.time.span.start for one in heads if one.time}
        free: dict[int, list[Head]] = defaultdict(list)
        for one in sorted(heads, key=lambda one: one.k):
            if one.time is None and not one.noun:
                free[self._words.sentence[one.k]].append(one)
        for time in self._page.times:
            known = time.earliest is not None or time.value.startswith("XXXX")
            if time.span.start in used or not known or time.type != "DATE":
                continue
            if not self._page.holds(time.span):
                continue
            if not self._page.dating(time) or self._heading(time):
                continue
            home = self._owner(time, free[self._words.sentence[self._page.head(time.span)]])
            if home is not None:
                home.time, home.since = time, self._page.begins_state(time)
            elif time.earliest is not None:
                yield from self._named(time)

    def _owner(self, time: Time, free: Sequence[Head]) -> Head | None:
        """The undated event that a date belongs to: the last before it in its clause; with
        "since", or in a sentence with one clause that has any, the one before it."""
        k = self._page.head(time.span)
        end = bisect_left(free, k, key=lambda one: one.k)
        mine = [
            one for one in free[max(0, end - _LAST) : end]
            if one.time is None and self._may_be(one.status, time)
        ]  # fmt: skip
        near = [one for one in mine if self._words.clause[one.k] == self._words.clause[k]]
        if self._page.begins_state(time):
            return mine[-1] if mine else None
        if near:
            return near[-1]
        alone = len({self._words.clause[one.k] for one in mine}) == 1
        return mine[0] if alone else None

    def _may_be(self, status: Status, time: Time) -> bool:
        """Whether what is told as past, or as planned, can have this date."""
        written = self._page.written
        if written is None or written.earliest is None or written.latest is None:
            return True
        if status in _PAST:
            return time.earliest is None or time.earliest <= written.latest
        return status != "planned" or time.latest is None or time.latest >= written.earliest

    def _named(self, time: Time) -> Iterator[Head]:
        """What stands before a date: "the boat" of "the boat is from 1968"."""
        words = self._words
        end = self._page.head(time.span)
        k = end - 1
        while k >= 0 and words.sentence[k] == words.sentence[end]:
            if words.low[k] not in listed.EMPTY and words.low[k][0].isalpha():
                break
            k -= 1
        else:
            return
        if any(words.word(j) in SPEAKING for j in range(k - 3, k)):
            return
        act = any(
            words.starts[j] in self._cues and words.clause[j] == words.clause[k]
            for j in range(max(0, k - _OPEN), k)
        )
        since, status = self._page.begins_state(time), self._open(k, time)
        yield Head(k, self._span(k), status, time, since, (), act, True, -1.0)

    def _open(self, k: int, time: Time) -> Status:
        """The status of what no event tells of."""
        words = self._words
        before = [j for j in range(max(0, k - _OPEN), k) if words.sentence[j] == words.sentence[k]]
        if any(words.low[j] in listed.OPEN for j in before):
            return "possible"
        written = self._page.written
        ahead = written and written.latest and time.earliest and time.earliest > written.latest
        return "planned" if ahead else "happened"

    def _corrections(self) -> Iterator[Head]:
        """Sentences in which the article takes something back: dated by the article."""
        written, words = self._page.written, self._words
        if written is None or self._page.layer.field == "title":
            return
        for sentence in self._page.sentences:
            k = words.at(sentence.start)
            if words.word(k) in listed.CORRECTIONS and words.word(k + 1) in (":", "-", "–", "—"):
                span = self._span(k)
                time = Time(span, "DATE", written.value, None, written.earliest, written.latest)
                yield Head(k, span, "happened", time, False, (), True, False, 3.0)

    def _time(self, k: int, event: Event) -> Time | None:
        """What dates the event at word ``k``: the reader's choice, unless its own clause
        holds another date and not that one."""
        page = self._page
        chosen = page.times[event.time] if event.time is not None else None
        near = [one for one in self._dates(k) if self._clause(one) == page.words.clause[k]]
        if chosen is None:
            stamped = event.status in _PAST and not near
            return page.stamp(page.words.sentence[k]) if stamped else None
        if chosen.type not in _DATES:
            return self._nearest(k, near) if near else None
        if near and all(one.span != chosen.span for one in near):
            return self._nearest(k, near)
        fits = page.same_clause(k, page.head(chosen.span))
        return chosen if fits and self._may_be(event.status, chosen) else None

    def _beside(self, k: int, content: Sequence[Span]) -> Time | None:
        """The date in the clause of a cue that is not part of what is said."""
        words = self._words
        found = [
            one for one in self._dates(k)
            if self._clause(one) == words.clause[k]
            and not any(span.overlaps(one.span) for span in content)
            and "," not in words.low[k : self._page.head(one.span)]
        ]  # fmt: skip
        return self._nearest(k, found) if found else None

    def _dates(self, k: int) -> list[Time]:
        """The dates in the sentence of a word."""
        return [
            one for one in self._page.times_in(self._page.sentences[self._words.sentence[k]])
            if one.type in _DATES and not one.value.endswith("_REF") and not self._heading(one)
        ]  # fmt: skip

    def _heading(self, time: Time) -> bool:
        """Whether a date is the article's own, over its text."""
        when = self._page.layer.reading.article.published
        return when is not None and when.basis == "text" and time.value == when.value

    def _clause(self, time: Time) -> int:
        return self._words.clause[self._page.head(time.span)]

    def _nearest(self, k: int, times: Sequence[Time]) -> Time:
        """The first date after a word, else the last one before it."""
        start = self._words.starts[k]
        return next((one for one in times if one.span.start > start), times[-1])

    def _span(self, k: int) -> Span:
        return Span(self._words.starts[k], self._words.ends[k])
