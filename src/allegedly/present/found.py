"""What was found in one article besides statements: times, events, hedges, who and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allegedly.records import (
    Certainty,
    Event,
    EventType,
    Layers,
    MentionKind,
    Reading,
    Span,
    Status,
    Time,
)

from . import timex
from .rows import Field, fields_of
from .safe import one_line

KINDS: dict[MentionKind, str] = {
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "event": "Events",
    "work": "Works",
    "group": "Groups",
    "other": "Other things",
}


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression: its words, what they mean, and ``interval``, the days that may be."""

    field: Field
    span: Span
    quoted: str
    value: str
    meaning: str
    interval: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: its word, and when it is said to be; ``when`` is None where nobody says.

    ``sentence`` is the number of its sentence, -1 for a headline.
    """

    field: Field
    span: Span
    quoted: str
    type: EventType
    status: Status
    value: str | None
    when: str | None
    earliest: date | None
    latest: date | None
    participants: tuple[str, ...]
    sentence: int

    @property
    def dated(self) -> bool:
        """Whether it has a place in the calendar."""
        return bool(self.earliest or self.latest)

    @property
    def order(self) -> tuple[int, date, date, str]:
        """A sort key: by first day, last day and hour, those without a day after them."""
        first = self.earliest or self.latest or date.max
        known = 0 if self.dated else 1 if self.when else 2
        return known, first, self.latest or date.max, timex.hour(self.value or "")


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """Words that say how sure the text is, and the stretch they speak of."""

    field: Field
    span: Span
    certainty: Certainty
    scope: Span


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Where member ``member`` of the article's cast is named or described."""

    field: Field
    span: Span
    head: Span
    member: int
    named: bool


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something mentioned; its number is its place in the article's cast."""

    number: int
    name: str
    kind: MentionKind
    mentions: int


@dataclass(frozen=True, slots=True)
class Found:
    """Everything of these layers in one article, each in the order of the text."""

    times: tuple[TimeRow, ...]
    events: tuple[EventRow, ...]
    hedges: tuple[HedgeRow, ...]
    mentions: tuple[MentionRow, ...]
    cast: tuple[Member, ...]

    @property
    def listed(self) -> tuple[EventRow, ...]:
        """The events in order of when; those undated that only say "said" are left out.

        Who said what is listed as statements.
        """
        chosen = (one for one in self.events if one.when or one.type != "reporting")
        return tuple(sorted(chosen, key=lambda one: one.order))


def is_listed(one: Event) -> bool:
    """Whether an event is listed: see ``Found.listed``."""
    return bool(one.when) or one.type != "reporting"


def found_in(reading: Reading) -> Found:
    """What was found in an article."""
    fields = fields_of(reading)
    found = _Finder(reading)
    return Found(
        times=tuple(row for field in fields for row in found.times(*field)),
        events=tuple(row for field in fields for row in found.events(*field)),
        hedges=tuple(row for field in fields for row in found.hedges(*field)),
        mentions=tuple(row for field in fields for row in found.mentions(*field)),
        cast=found.cast,
    )


class _Finder:
    """Makes rows of one reading's records."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        mentions = (one for _, _, layers in fields_of(reading) for one in layers.mentions)
        counts = Counter(one.entity for one in mentions)
        kinds = list(KINDS)
        order = sorted(counts, key=lambda n: (kinds.index(reading.entities[n].kind), -counts[n], n))
        self._members = {entity: number for number, entity in enumerate(order)}
        self.cast = tuple(
            Member(number, self._name(entity), reading.entities[entity].kind, counts[entity])
            for number, entity in enumerate(order)
        )

    def times(self, field: Field, text: str, layers: Layers) -> Iterator[TimeRow]:
        for one in sorted(layers.times, key=lambda one: one.span):
            yield TimeRow(
                field=field,
                span=one.span,
                quoted=one_line(one.span.of(text)),
                value=one.value,
                meaning=timex.in_words(one.value, one.type, one.mod),
                interval=_interval(one),
            )

    def events(self, field: Field, text: str, layers: Layers) -> Iterator[EventRow]:
        for one in sorted(layers.events, key=lambda one: one.span):
            earliest, latest = days_of(one, layers.times)
            yield EventRow(
                field=field,
                span=one.span,
                quoted=one_line(one.span.of(text)),
                type=one.type,
                status=one.status,
                value=one.when,
                when=timex.in_words(one.when) if one.when else None,
                earliest=earliest,
                latest=latest,
                participants=tuple(dict.fromkeys(self._name(n) for n in one.participants)),
                sentence=one.sentence if field == "text" else -1,
            )

    def hedges(self, field: Field, text: str, layers: Layers) -> Iterator[HedgeRow]:
        for one in sorted(layers.hedges, key=lambda one: one.span):
            yield HedgeRow(field, one.span, one.certainty, one.scope)

    def mentions(self, field: Field, text: str, layers: Layers) -> Iterator[MentionRow]:
        for one in sorted(layers.mentions, key=lambda one: one.span):
            yield MentionRow(field, one.span, one.head, self._members[one.entity], one.named)

    def _name(self, entity: int) -> str:
        return one_line(self._reading.entities[entity].name) or "unnamed"


def _interval(one: Time) -> str:
    """The days it may mean, where that says more than one day would."""
    return "" if one.earliest == one.latest else timex.stretch(one.earliest, one.latest)


def days_of(one: Event, times: tuple[Time, ...]) -> tuple[date | None, date | None]:
    """The days an event may be from: those of the expression that dates it, else of its value."""
    if one.when is None:
        return None, None
    if one.time is not None and times[one.time].value == one.when:
        by = times[one.time]
        if by.earliest or by.latest:
            return by.earliest, by.latest
    return timex.bounds(one.when)
