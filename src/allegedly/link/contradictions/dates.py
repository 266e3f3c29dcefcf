"""Days that differ: one planned event given two days, one past event dated twice.

Plans for one day are joined first, loosely; plans for two days are set against each other
only where some two of them have the event's word and its people in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...records import Anchor, Span, Time, TimelineItem
from ..events.lemmas import senses, stems
from ..words import term
from . import words
from .places import Sentence, Sentences, apart, order

#: Days that a planned time may be long, and that two of them may lie apart.
LONGEST, FARTHEST = 100, 100
#: Days between two tellings that are still of one plan.
TOGETHER = 60
#: Planned times of a story that are compared.
_DAYS = 40
#: Dates of one event that are compared.
_DATED = 12
_PLANNED = frozenset(("planned", "possible"))
#: A day before, until or since which something is says nothing of the day it is on.
_BOUND = re.compile(r"(?:until|till|since|before|after|by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BREAKS = ";:—–"


@dataclass(frozen=True)
class Plan:
    """A planned time in its sentence: what is planned (``what``, stems) and for whom.

    ``moved`` says whether it is told to be put off to it, ``bound`` whether the time only
    bounds it ("until Sunday").
    """

    sentence: Sentence
    time: Time
    span: Span
    what: frozenset[str]
    who: frozenset[str]
    moved: bool
    bound: bool

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day (ordinals) that are meant."""
        assert self.time.earliest is not None
        assert self.time.latest is not None
        return self.time.earliest.toordinal(), self.time.latest.toordinal()


@dataclass(frozen=True)
class PlanPair:
    """Two plans that cannot both hold; ``sure`` is a probability."""

    first: Plan
    second: Plan
    sure: float


def find_plans(sentences: Iterable[Sentence]) -> tuple[Plan, ...]:
    """The planned days, weeks and months of a story."""
    return tuple(plan for one in sentences if not one.corrected for plan in _plans(one))


def _plans(sentence: Sentence) -> Iterator[Plan]:
    for time in sentence.times:
        if time.type == "SET" or not time.earliest or not time.latest:
            continue
        if (time.latest - time.earliest).days > LONGEST:
            continue
        span = _clause(sentence, time.span)
        events = [e for e in sentence.events if span.start <= e.span.start < span.end]
        if sentence.day is not None and time.earliest.toordinal() <= sentence.day[1]:
            continue
        # What the time is of stands before it, as a rule: "will vote on 8 May".
        before = [e for e in events if e.span.start < time.span.start] or events
        if not before or before[-1].status not in _PLANNED:
            continue
        what = frozenset[str]().union(*(_event(e.span.of(sentence.layer.text)) for e in events))
        before_time = sentence.layer.text[span.start : time.span.start]
        yield Plan(
            sentence,
            time,
            span,
            what,
            _people(sentence, span),
            moved=sentence.says(words.MOVED),
            bound=_BOUND.search(before_time) is not None,
        )


def topic_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Stems and families of the words of some sentences, to be compared with ``what``."""
    return frozenset[str]().union(
        *(_event(form) for one in sentences for form in one.forms if form not in words.EMPTY)
    )


def dated_words(sentence: Sentence, time: Span) -> frozenset[str]:
    """What the event nearest to a time is, in stems and families."""
    near = min(
        sentence.events,
        key=lambda one: min(abs(one.span.start - time.end), abs(time.start - one.span.end)),
        default=None,
    )
    return _event(near.span.of(sentence.layer.text)) if near else frozenset()


def _event(word: str) -> frozenset[str]:
    low = word.lower()
    return (stems(low) - words.LIGHT) | {f"~{sense}" for sense in senses(low)}


def _clause(sentence: Sentence, time: Span) -> Span:
    """The stretch between the heavier marks around a time."""
    text, span = sentence.layer.text, sentence.span
    start = max(text.rfind(mark, span.start, time.start) for mark in _BREAKS)
    ends = [text.find(mark, time.end, span.end) for mark in _BREAKS]
    comma = text.find(",", time.end, span.end)
    end = min([span.end, *(at for at in (*ends, comma) if at >= 0)])
    start = max(span.start, start + 1)
    while start < end and text[start].isspace():
        start += 1
    while end > time.end and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return Span(start, end)


def _people(sentence: Sentence, span: Span) -> frozenset[str]:
    """Who is in a clause: ids of the cast, and groups by their noun."""
    found = set(sentence.owners)
    for mention in sentence.mentions:
        described = mention.kind in ("group", "person", "organization") and not mention.named
        if described and span.start <= mention.span.start < span.end:
            head = mention.head.of(sentence.layer.text).lower().split()[-1]
            if head not in words.EMPTY:
                found.add("=" + term(head))
    return frozenset(found)


def differing_plans(plans: Sequence[Plan]) -> list[PlanPair]:
    """Pairs of plans for one event on different days, none of which is said to be moved."""
    camps: dict[tuple[int, int], list[Plan]] = defaultdict(list)
    for plan in sorted(plans, key=lambda one: order(one.sentence)):
        if plan.bound:
            continue
        camps[plan.days].append(plan)
    ranked = sorted(camps.values(), key=len, reverse=True)[:_DAYS]
    found = []
    for camp, other in combinations(ranked, 2):
        pair = _opposed(camp, other)
        if pair is not None:
            found.append(pair)
    return found


def _opposed(camp: Sequence[Plan], other: Sequence[Plan]) -> PlanPair | None:
    (low, high), (least, most) = camp[0].days, other[0].days
    if (low <= most and least <= high) or max(least - high, low - most) > FARTHEST:
        return None
    if any(plan.moved for plan in (*camp, *other)):
        return None
    meeting = next(
        (
            (one, two)
            for one in camp
            for two in other
            if one.sentence.article != two.sentence.article and same_event(one, two)
        ),
        None,
    )
    if meeting is None:
        return None
    one, two = (
        _earliest(side, chosen) for side, chosen in zip((camp, other), meeting, strict=True)
    )
    if one.sentence.article == two.sentence.article:
        one, two = meeting
    if apart(one.sentence.day, two.sentence.day) > TOGETHER or _passed(one, two):
        return None
    first, second = sorted((one, two), key=lambda plan: order(plan.sentence))
    return PlanPair(first, second, 0.85)


def same_event(one: Plan, two: Plan) -> bool:
    """Whether two plans are of one event: a word for it and somebody in common."""
    return bool(one.what & two.what) and bool(one.who & two.who)


def _earliest(camp: Sequence[Plan], chosen: Plan) -> Plan:
    """The first plan for the same day of whom or what ``chosen`` is."""
    return next(plan for plan in camp if plan is chosen or plan.who & chosen.who)


def _passed(one: Plan, two: Plan) -> bool:
    """Whether one of the days had passed when the other plan was told."""
    return any(
        b.sentence.day is not None and b.sentence.day[0] > a.days[1]
        for a, b in ((one, two), (two, one))
    )


def conflicts(timeline: Iterable[TimelineItem]) -> Iterator[tuple[TimelineItem, Anchor, Anchor]]:
    """Events of the timeline whose dates cannot both hold, with two places that say so."""
    for item in timeline:
        if item.conflict is None:
            continue
        dated = [
            (one.earliest, one.latest, one.anchor)
            for one in item.dates
            if one.earliest and one.latest
        ]
        for one, two in combinations(dated[:_DATED], 2):
            if one[1] < two[0] or two[1] < one[0]:
                yield item, one[2], two[2]
                break


def dates_of(sentences: Sentences) -> list[PlanPair]:
    """The contradictory plans of a story."""
    return differing_plans(find_plans(sentences))
