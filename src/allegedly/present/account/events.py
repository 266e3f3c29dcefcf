"""The merged events of a story, partial dates drawn as the intervals they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from allegedly.records import Status, TimelineItem

from .. import timex
from ..safe import one_line
from .scale import Scale, Stretch, Tick
from .targets import Quote, Targets

#: What lies longer before the bulk of a story than this is background: no room on the line.
_BEFORE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class DateView:
    """What one article says of the date, in its own words and as a date."""

    value: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: when, what, who; ``place`` is where on the line, None where undated."""

    id: str
    when: str
    interval: str
    place: Stretch | None
    outside: bool
    status: Status
    summary: Quote
    participants: tuple[str, ...]
    told: tuple[Quote, ...]
    dates: tuple[DateView, ...]
    conflict: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The events in order, those without a date after them, and the line they lie on."""

    events: tuple[EventView, ...]
    undated: tuple[EventView, ...]
    ticks: tuple[Tick, ...]


def timeline_view(
    items: Sequence[TimelineItem], told: Sequence[date], targets: Targets
) -> TimelineView:
    """The view of a story's timeline; ``told`` are the days its articles are from."""
    scale = _scale(items, told)
    views = [_event(one, scale, targets) for one in items]
    return TimelineView(
        events=tuple(one for one in views if one.place),
        undated=tuple(one for one in views if not one.place),
        ticks=scale.ticks if scale else (),
    )


def _scale(items: Sequence[TimelineItem], told: Sequence[date]) -> Scale | None:
    """From the first event that is no background to the last of all."""
    start = min(told) - _BEFORE if told else date.min
    days = [day for one in items for day in (one.earliest, one.latest) if day]
    near = [day for day in days if day >= start]
    return Scale.over([*near, *told] if near else days)


def _event(one: TimelineItem, scale: Scale | None, targets: Targets) -> EventView:
    dated = scale is not None and (one.earliest is not None or one.latest is not None)
    return EventView(
        id=one.id,
        when=timex.in_words(one.when)
        if one.when
        else "Dates differ"
        if one.conflict
        else "Date unknown",
        interval=timex.stretch(one.earliest, one.latest) if one.earliest != one.latest else "",
        place=scale.stretch(one.earliest, one.latest) if scale and dated else None,
        outside=bool(scale and one.latest and one.latest < scale.first),
        status=one.status,
        summary=targets.quote(one.anchors[0]),
        participants=tuple(dict.fromkeys(map(targets.member, one.participants))),
        told=_one_each(targets.quotes(one.anchors)),
        dates=tuple(
            DateView(timex.in_words(said.value), targets.quote(said.anchor)) for said in one.dates
        ),
        conflict=one.conflict,
        outcome=one_line(one.outcome) if one.outcome else None,
    )


def _when(one: TimelineItem) -> str:
    if one.when:
        return timex.in_words(one.when)
    return "Dates differ" if one.conflict else "Date unknown"


def _one_each(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The first words of each article."""
    return tuple({one.article.href: one for one in reversed(quotes)}.values())[::-1]
