"""A frame at its place in a story to type, value and bounds."""

from __future__ import annotations

from dataclasses import replace

from ...records.reading import TimeType
from .dates import moment_of
from .durations import duration, repetition, stepped, stepped_from
from .frames import Amount, Frame
from .moments import Moment
from .outcome import Outcome
from .story import Setting, Story


def resolve(frame: Frame, kind: TimeType, story: Story, setting: Setting) -> Outcome:
    """What a frame comes to at this point of the story.

    ``kind`` is the type that the tagger gave: it decides where the words allow
    two ("a year" as an amount or a rate).
    """
    if frame.reference and not frame.calendar:
        return Outcome("DATE", frame.reference, frame.mod)
    if frame.every or frame.period or frame.plural:
        if frame.pointers and frame.amounts:
            return duration(frame, story)
        return repetition(frame, frame.clock or frame.part)
    if frame.amounts:
        return _amount(frame, kind, story, setting)
    if kind == "DURATION" and _is_the_unit(frame):
        return duration(_as_amount(frame), story)
    if kind == "DATE" and frame.bare and frame.bare > 99 and not frame.calendar:
        # A bare number of three digits that is a date is an early year.
        frame = replace(frame, year=frame.bare)
    moment = moment_of(frame, story, setting)
    if frame.timed:
        return _timed(frame, moment, story)
    if moment is None:
        return _nothing(frame, kind)
    outcome = replace(Outcome.of(moment, frame.mod), weekday=_only_weekday(frame))
    last = Moment("year", frame.last_year).bounds() if frame.last_year else None
    if outcome.bounds and last and moment.grain == "year" and outcome.bounds[0] < last[0]:
        return replace(outcome, bounds=(outcome.bounds[0], last[1]))
    return outcome


def _is_the_unit(frame: Frame) -> bool:
    """Whether the frame is just "the week" or "the year"."""
    words = [p.word for p in frame.pointers]
    return words == ["the"] and bool(frame.pointers[0].unit) and not (frame.calendar or frame.timed)


def _as_amount(frame: Frame) -> Frame:
    return replace(frame, amounts=[Amount(1, frame.pointers[0].unit)], pointers=[])


def _amount(frame: Frame, kind: TimeType, story: Story, setting: Setting) -> Outcome:
    if frame.direction is None:
        if kind == "SET" and not frame.pointers:
            return repetition(frame, "")
        return duration(frame, story)
    if frame.calendar:
        # Two days before Christmas; the year-ago third quarter.
        anchor = moment_of(replace(frame, amounts=[]), story, setting)
        return stepped_from(anchor, frame) if anchor else stepped(frame, story)
    return stepped(frame, story)


def _timed(frame: Frame, moment: Moment | None, story: Story) -> Outcome:
    """A time of day on the day that the expression, the story or publication gives."""
    tail = frame.clock or frame.part
    weekday = _only_weekday(frame)
    if moment is None and weekday:
        return Outcome("TIME", f"XXXX-WXX-{weekday}{tail}", frame.mod)
    moment = moment or _day_of_time(frame, story)
    value = moment.value
    if moment.grain != "day":
        value = {"month": f"{value}-XX", "year": f"{value}-XX-XX"}.get(moment.grain, value)
    return Outcome("TIME", value + tail, frame.mod, moment.bounds(), moment, weekday)


def _only_weekday(frame: Frame) -> int | None:
    """The day of the week, where that is all the expression says of the day."""
    return frame.weekday if frame.day is None and frame.month is None else None


def _day_of_time(frame: Frame, story: Story) -> Moment:
    words = {p.word for p in frame.pointers}
    if "last" in words:
        return story.today.step(-1)
    if "this" in words:
        return story.today
    if words & {"next", "following"}:
        return (story.last("day") or Moment("day", None)).step(1)
    if "previous" in words:
        return (story.last("day") or Moment("day", None)).step(-1)
    said = story.last("day", 2)
    if story.narrative:
        return (said if words or frame.clock else None) or Moment("day", None)
    return said or story.today


def _nothing(frame: Frame, kind: TimeType) -> Outcome:
    """Where nothing is known, say that and no more."""
    if frame.weekday is not None:
        return Outcome("DATE", f"XXXX-WXX-{frame.weekday}", frame.mod)
    if kind in ("DURATION", "SET"):
        return Outcome(kind, "PXX", frame.mod)
    if kind == "TIME":
        return Outcome("TIME", "XXXX-XX-XXTXX", frame.mod)
    return Outcome("DATE", "XXXX-XX-XX", frame.mod)
