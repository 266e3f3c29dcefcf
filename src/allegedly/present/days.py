"""The events of one article by their dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from allegedly.records import When

from .dates import machine
from .found import EventRow


@dataclass(frozen=True, slots=True)
class Line:
    """The events of one date in one sentence, and who takes part in them."""

    events: tuple[EventRow, ...]

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


def days(events: Iterable[EventRow]) -> tuple[Day, ...]:
    """The events that have a date, earliest first; within a date by place."""
    known = sorted((one for one in events if one.when), key=_order)
    return tuple(_day(tuple(group)) for _, group in groupby(known, key=_date))


def _day(group: tuple[EventRow, ...]) -> Day:
    first = group[0]
    value = machine(When(first.value, None, None, "text")) if first.value else None
    lines = groupby(group, key=lambda one: one.sentence)
    return Day(first.when or "", value, tuple(Line(tuple(events)) for _, events in lines))


def _date(one: EventRow) -> tuple[object, ...]:
    return (*one.order, one.when)


def _order(one: EventRow) -> tuple[object, ...]:
    return (*_date(one), one.sentence, one.span)
