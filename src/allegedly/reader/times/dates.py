"""Calendar frames to moments: which year, which month, which day is meant."""

from __future__ import annotations

from dataclasses import replace

from .frames import Frame, Pointer
from .holidays import holiday, month_of
from .moments import Grain, Moment, shifted
from .pointers import moment_at
from .story import Setting, Story
from .years import decade_of, placed, year_of

_NAMED: tuple[tuple[str, Grain], ...] = (
    ("half", "half"),
    ("quarter", "quarter"),
    ("season", "season"),
    ("month", "month"),
)
_UNIT_GRAINS: dict[str, Grain] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "semester": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def moment_of(frame: Frame, story: Story, setting: Setting) -> Moment | None:
    """The calendar stretch a frame stands for, as far as it can be known; None for none."""
    frame = _counted(frame)
    pointed, named = _pointers(frame)
    year = year_of(frame, story)
    if frame.century is not None:
        return Moment("century", frame.century)
    if frame.decade is not None and 0 < frame.decade < 2000 and frame.decade % 100 == 0:
        # The 1600s are a century, the 2000s a decade.
        return Moment("century", frame.decade)
    if frame.decade is not None or frame.short_decade is not None:
        return Moment("decade", decade_of(frame, story))
    if frame.holiday:
        return _holiday(frame, story, setting, pointed, named, year)
    if frame.named_day is not None:
        return story.today.step(frame.named_day) if story.published else story.today
    if year is not None and pointed and pointed.unit in ("quarter", "period"):
        last = story.last("quarter")
        return Moment("quarter", year, last.number) if last else Moment("year", year)
    if pointed and year is None:
        return _from_pointer(frame, pointed, story, setting)
    if frame.weekday is not None and frame.day is None and frame.month is None:
        return _weekday(frame.weekday, named, story, setting)
    if frame.day is not None and frame.month is None:
        return _day_of_month(frame.day, year, story, setting)
    for name, grain in _NAMED:
        number = getattr(frame, name)
        if number is not None:
            found = Moment(grain, year, number)
            if year is None:
                found = placed(found, frame.day, named, story, setting)
            if grain == "month" and frame.day is not None:
                return Moment("day", found.year, number, frame.day)
            return found
    if year is not None:
        return Moment("year", year)
    if named and named.word == "that" and not frame.timed and frame.words == 1:
        return story.latest
    return None


def _counted(frame: Frame) -> Frame:
    """The third quarter is a name; the third day is not."""
    if frame.count is None:
        return frame
    number, unit = frame.count
    if unit == "quarter" and number <= 4:
        return replace(frame, quarter=number)
    return frame


def _pointers(frame: Frame) -> tuple[Pointer | None, Pointer | None]:
    """The pointer that counts units, and the one that goes with a name."""
    units = [p for p in frame.pointers if p.unit]
    names = [p for p in frame.pointers if not p.unit]
    return (units[-1] if units else None), (names[-1] if names else None)


def _weekday(
    weekday: int, pointer: Pointer | None, story: Story, setting: Setting
) -> Moment | None:
    """A day of the week: today, else the last or (with a future verb) the next one."""
    today = story.published
    if today is None or story.narrative:
        return _story_weekday(weekday, story)
    back = (today.isoweekday() - weekday) % 7
    word = pointer.word if pointer else ""
    if word in ("last", "previous"):
        return shifted(today, -(back or 7))
    if word in ("next", "following"):
        return shifted(today, (7 - back))
    if back == 0:
        return Moment.of_day(today)
    if word == "this" or setting.tense == "future":
        return shifted(today, 7 - back)
    return shifted(today, -back)


def _story_weekday(weekday: int, story: Story) -> Moment | None:
    """In a story, the weekday is that of the last day only if it was mentioned just now."""
    last = story.last("day", 1)
    day = last.known_day if last else None
    if day is None or day.isoweekday() != weekday:
        return None
    return last


def _day_of_month(day: int, year: int | None, story: Story, setting: Setting) -> Moment:
    """The 25th: of the month last mentioned, else of the month of publication."""
    month = story.last("month", 8)
    if month is not None and (year is None or month.year == year):
        return Moment("day", month.year, month.number, day)
    if story.published and not story.narrative:
        return Moment("day", story.published.year, story.published.month, day)
    return Moment("day", year, None, day)


def _holiday(
    frame: Frame,
    story: Story,
    setting: Setting,
    pointed: Pointer | None,
    named: Pointer | None,
    year: int | None,
) -> Moment:
    if year is None and pointed and pointed.unit == "year":
        year = (_from_pointer(frame, pointed, story, setting, bare=True) or Moment("year", 0)).year
    if year is None:
        month = Moment("month", None, month_of(frame.holiday))
        year = placed(month, None, named, story, setting).year
    if year is None or year < 1:
        return Moment("day", None)
    return Moment.of_day(holiday(frame.holiday, year))


# Pointers: last week, the following year, that day.


def _from_pointer(
    frame: Frame, pointer: Pointer, story: Story, setting: Setting, *, bare: bool = False
) -> Moment | None:
    grain = _UNIT_GRAINS.get(pointer.unit)
    if pointer.unit == "period" and not story.narrative and story.last("quarter"):
        grain = "quarter"
    if grain is None:
        return None
    if frame.ends:
        year, month, number = frame.ends
        day = Moment("day", year, month, number)
        if year is None:
            day = placed(Moment("month", None, month), number, None, story, setting)
        bounds = day.bounds()
        # Accounts close within days of the end of the month.
        return Moment.containing(bounds[0], grain, -7) if bounds else Moment(grain, None)
    base = moment_at(pointer, grain, story, setting)
    if bare:
        return base
    return _within(frame, base, story)


def _within(frame: Frame, base: Moment, story: Story) -> Moment:
    """What the frame names inside ``base``: the June of last year, the Friday of this week."""
    if base.grain == "year":
        for name, grain in _NAMED:
            number = getattr(frame, name)
            if number is not None:
                if grain == "month" and frame.day:
                    return Moment("day", base.year, number, frame.day)
                return Moment(grain, base.year, number)
    if base.grain == "month" and frame.day is not None:
        return Moment("day", base.year, base.number, frame.day)
    if base.grain == "week" and frame.month is not None and frame.day is not None:
        # The week of March 6.
        year = placed(Moment("month", None, frame.month), frame.day, None, story, Setting()).year
        day = Moment("day", year, frame.month, frame.day)
        return day.at("week")
    if base.grain in ("week", "weekend") and frame.weekday is not None:
        bounds = base.bounds()
        if bounds:
            return shifted(bounds[0], frame.weekday - bounds[0].isoweekday())
        return base
    if base.grain == "quarter" and frame.quarter is not None:
        return Moment("quarter", base.year, frame.quarter)
    return base
