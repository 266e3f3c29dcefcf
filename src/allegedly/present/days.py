"""Events by their dates: for one article, and for all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from allegedly.records import When

from .dates import machine
from .found import EventRow


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and the number of its article among those listed."""

    event: EventRow
    article: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The events of one date in one sentence, and who takes part in them.

    ``places`` are the articles that have this very sentence, by number, each with the
    anchor of its first event.
    """

    events: tuple[EventRow, ...]
    places: tuple[tuple[int, str], ...]

    @property
    def participants(self) -> tuple[str, ...]:
        """The names, each once."""
        return tuple(dict.fromkeys(name for one in self.events for name in one.participants))


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as fine as it is known, with its lines; ``machine`` is for ``datetime``."""

    when: str
    machine: str | None
    lines: tuple[Line, ...]


def days(events: Iterable[Dated]) -> tuple[Day, ...]:
    """The events that have a date, earliest first; within a date by article and place."""
    known = sorted((one for one in events if one.event.when), key=_order)
    return tuple(_day(tuple(group)) for _, group in groupby(known, key=_date))


def _day(group: Sequence[Dated]) -> Day:
    event = group[0].event
    lines: dict[tuple[object, ...], Line] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for (article, _), found in groupby(group, key=lambda one: (one.article, one.event.sentence)):
        events = tuple(one.event for one in found)
        # Articles copy each other: the same sentence, read alike, is one line.
        words = (events[0].context, *((one.quoted, one.status) for one in events))
        times[article, words] += 1
        same = (*words, times[article, words])
        line = lines.get(same, Line(events, ()))
        lines[same] = replace(line, places=(*line.places, (article, events[0].anchor)))
    value = machine(When(event.value, None, None, "text")) if event.value else None
    return Day(event.when or "", value, tuple(lines.values()))


def _date(one: Dated) -> tuple[object, ...]:
    return (*one.event.order, one.event.when)


def _order(one: Dated) -> tuple[object, ...]:
    return (*_date(one), one.article, one.event.sentence, one.event.span)
