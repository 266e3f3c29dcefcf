"""The merged events of a story, partial dates drawn as the intervals they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from allegedly.records import Status, TimelineItem

from .. import timex
from .noted import dated_note
from .scale import Scale, Stretch, Tick
from .targets import Quote, Targets, Who

#: How far the line reaches beyond the days on which a story is told: twice as long as
#: they last, at least this; where they last no time at all, this far back.
_NEAR = timedelta(days=60)
_FAR = timedelta(days=400)
_TOLD = timedelta(days=14)
#: A date is as fine as this where it says how far the line reaches.
_FINE = timedelta(days=31)
#: From more events on, those that only one article tells are folded.
_MANY = 30


@dataclass(frozen=True, slots=True)
class DateView:
    """What one article says of the date, in its own words and as a date."""

    value: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: when, what, who; ``place`` is where on the line, None where undated.

    ``outside`` lies before the line, ``beyond`` after it.
    """

    id: str
    when: str
    interval: str
    place: Stretch | None
    outside: bool
    beyond: bool
    articles: int
    status: Status
    summary: Quote
    participants: tuple[Who, ...]
    told: tuple[Quote, ...]
    dates: tuple[DateView, ...]
    conflict: str | None
    outcome: str | None

    @property
    def weighty(self) -> bool:
        """Whether several articles tell it, or disagree on its date."""
        return self.articles > 1 or self.conflict is not None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The events in order, those without a date after them, and the line they lie on.

    ``background`` lies before that line; ``lesser`` are those that one article tells,
    where the events are too many to be read as one list.
    """

    background: tuple[EventView, ...]
    events: tuple[EventView, ...]
    lesser: tuple[EventView, ...]
    undated: tuple[EventView, ...]
    ticks: tuple[Tick, ...]

    @property
    def any(self) -> bool:
        """Whether there is an event."""
        return bool(self.background or self.events or self.lesser or self.undated)


def timeline_view(
    items: Sequence[TimelineItem], told: Sequence[date], targets: Targets
) -> TimelineView:
    """The view of a story's timeline; ``told`` are days on which its articles were written."""
    scale = _scale(items, told)
    views = [_event(one, scale, targets) for one in items]
    placed = [one for one in views if one.place and not one.outside]
    many = len(placed) > _MANY
    return TimelineView(
        background=tuple(one for one in views if one.place and one.outside),
        events=tuple(one for one in placed if not many or one.weighty),
        lesser=tuple(one for one in placed if many and not one.weighty),
        undated=tuple(one for one in views if not one.place),
        ticks=scale.ticks if scale else (),
    )


def _scale(items: Sequence[TimelineItem], told: Sequence[date]) -> Scale | None:
    """The days that the story is told on, with the events about them that have a date.

    What reaches further is cut there; what lies before it all is background.
    """
    days = [day for one in items for day in (one.earliest, one.latest) if day]
    if not told:
        return Scale.over(days)
    length = max(told) - min(told)
    reach = max(_NEAR, 2 * length) if length >= _TOLD else _FAR
    first, last = min(told) - reach, max(told) + max(_NEAR, length)
    near = [
        day
        for one in items
        if one.earliest and one.latest and one.latest - one.earliest <= _FINE
        for day in (one.earliest, one.latest)
        if first <= day <= last
    ]
    return Scale.over([*near, *told])


def _event(one: TimelineItem, scale: Scale | None, targets: Targets) -> EventView:
    dated = scale is not None and (one.earliest is not None or one.latest is not None)
    return EventView(
        id=one.id,
        when=_days(one) or _when(one),
        interval="" if _days(one) else _interval(one),
        place=scale.stretch(one.earliest, one.latest) if scale and dated else None,
        outside=bool(scale and one.latest and one.latest < scale.first),
        beyond=bool(scale and one.earliest and one.earliest > scale.last),
        articles=len(one.articles),
        status=one.status,
        summary=targets.quote(one.anchors[0]),
        participants=tuple(dict.fromkeys(map(targets.member, one.participants))),
        told=_one_each(targets.quotes(one.anchors)),
        dates=tuple(
            DateView(timex.in_words(said.value), targets.quote(said.anchor)) for said in one.dates
        ),
        conflict=dated_note(one.conflict) if one.conflict else None,
        outcome=dated_note(one.outcome) if one.outcome else None,
    )


def _when(one: TimelineItem) -> str:
    if one.when:
        return timex.in_words(one.when)
    return "Dates differ" if one.conflict else "Date unknown"


def _days(one: TimelineItem) -> str:
    """The days of a date that goes by the number of its week: nobody knows that by heart."""
    return _interval(one) if one.when and "-W" in one.when else ""


def _interval(one: TimelineItem) -> str:
    """The days it may be from, where the date in words does not say them already."""
    days = one.earliest, one.latest
    if one.earliest == one.latest or (one.when and days == timex.bounds(one.when)):
        return ""
    return timex.stretch(*days)


def _one_each(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The first words of each outlet."""
    return tuple({one.article.short: one for one in reversed(quotes)}.values())[::-1]
