"""Amounts of time: durations, repetitions, and steps from one date to another."""

from __future__ import annotations

from dataclasses import replace

from . import tables
from .frames import Amount, Frame
from .moments import Bounds, Grain, Moment, months_later, shifted
from .outcome import Outcome
from .story import MEMORY, Story

_SHORTER: dict[str, Grain] = {"month": "month", "quarter": "quarter"}
#: Days or months of one unit.
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
#: The smaller unit that a fraction of a unit is counted in.
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}


def plain(amount: Amount) -> Amount:
    """The amount in a unit that TIMEX3 counts in: two fortnights are four weeks."""
    if amount.unit in tables.COUNTED_AS and amount.number is not None:
        unit, times = tables.COUNTED_AS[amount.unit]
        return Amount(amount.number * times, unit)
    return amount


def duration_value(amounts: list[Amount]) -> str:
    """The TIMEX3 value of so much time: ``P2Y6M``, ``PT24H``, ``PXW``."""
    if any(a.number is None for a in amounts):
        # Weeks or months: open, and in the unit named first.
        amounts = amounts[:1]
    parts: list[str] = []
    for amount in _split(amounts):
        number = "X" if amount.number is None else _number(amount.number)
        part = tables.LETTERS[amount.unit].format(number)
        if part.startswith("T") and any(p.startswith("T") for p in parts):
            part = part[1:]
        parts.append(part)
    return "P" + "".join(parts)


def _split(amounts: list[Amount]) -> list[Amount]:
    """Amounts with a fraction counted in the next smaller unit."""
    found: list[Amount] = []
    for amount in map(plain, amounts):
        number = amount.number
        smaller = _SMALLER.get(amount.unit)
        if number is None or number == int(number) or smaller is None or len(amounts) > 1:
            found.append(amount)
            continue
        whole, rest = divmod(number, 1)
        if rest * smaller[1] != int(rest * smaller[1]):
            found.append(amount)
            continue
        if whole:
            found.append(Amount(whole, amount.unit))
        found.append(Amount(rest * smaller[1], smaller[0]))
    return found


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.10g}"


def duration(frame: Frame, story: Story) -> Outcome:
    """A stretch of time; with "last" or "next" it has bounds, counted from publication."""
    bounds: Bounds | None = None
    words = {p.word for p in frame.pointers}
    if words & {"last", "next"} and not story.narrative and story.published:
        sign = 1 if "next" in words else -1
        far = _step(story.today, plain(frame.amounts[0]), sign)
        day = far.known_day if far else None
        if day:
            bounds = (min(day, story.published), max(day, story.published))
    return Outcome("DURATION", duration_value(frame.amounts), frame.mod, bounds)


def _step(start: Moment, amount: Amount, sign: int) -> Moment | None:
    """The day so much time away, where both are known."""
    day, number = start.known_day, amount.number
    if day is None or number is None or number != int(number) or number > 10**6:
        return None
    count = sign * int(number)
    if amount.unit in _DAYS:
        return shifted(day, count * _DAYS[amount.unit])
    if amount.unit in _MONTHS:
        moved = months_later(day, count * _MONTHS[amount.unit])
        return Moment.of_day(moved) if moved else None
    return None


def repetition(frame: Frame, tails: str) -> Outcome:
    """A set: every Friday, daily, twice a week. ``tails`` is the time of day, if any."""
    value = frame.period
    if frame.amounts and not value:
        value = duration_value(frame.amounts)
    elif frame.weekday is not None:
        value = f"XXXX-WXX-{frame.weekday}{tails}"
    elif frame.month is not None:
        day = f"-{frame.day:02d}" if frame.day else ""
        value = f"XXXX-{frame.month:02d}{day}"
    elif frame.season is not None:
        value = f"XXXX-{('SP', 'SU', 'FA', 'WI')[frame.season - 1]}"
    elif frame.quarter is not None:
        value = f"XXXX-Q{frame.quarter}"
    elif tails:
        value = f"XXXX-XX-XX{tails}"
    return Outcome("SET", value or "PXX", frame.mod)


def stepped(frame: Frame, story: Story) -> Outcome:
    """A date so much time from another: two weeks ago, three days later.

    "Ago" counts from publication; "earlier" and "later" from the last date of the
    story, and never from publication. Counted from an event ("after the vote"), the
    date stays unknown.
    """
    amount = plain(frame.amounts[0])
    if amount.number is None and not frame.from_event:
        later = frame.direction in ("later", "from now")
        return Outcome("DATE", "FUTURE_REF" if later else "PAST_REF", frame.mod)
    anchor = None if frame.from_event else _anchor(frame, amount, story)
    return stepped_from(anchor, frame)


def stepped_from(anchor: Moment | None, frame: Frame) -> Outcome:
    """A date so much time from ``anchor``; unknown where that is."""
    amount = plain(frame.amounts[0])
    moved = None
    if anchor is not None and amount.number is not None and amount.number <= 10**6:
        later = frame.direction in ("later", "from now")
        moved = _moved(anchor, amount, int(amount.number) * (1 if later else -1))
    if moved is None:
        return _unknown(amount, frame)
    outcome = Outcome.of(moved, frame.mod)
    # The quarter of a year ago is not what the story goes on with.
    return replace(outcome, moment=None) if moved.grain == "quarter" else outcome


def _anchor(frame: Frame, amount: Amount, story: Story) -> Moment | None:
    """What a step starts from."""
    ago = frame.direction in ("ago", "from now")
    quarters = any(p.unit in ("quarter", "period") for p in frame.pointers) or frame.of_period
    period = story.last("quarter", MEMORY if quarters else 3)
    if quarters and period is None and story.published:
        period = Moment.containing(story.published, "quarter").step(-1)
    if not story.narrative and amount.unit == "year" and amount.number == 1 and period:
        # Company results: "a year ago" is the same quarter of the year before.
        return period
    if ago:
        told = story.narrative and story.published and story.latest is not None
        return story.latest if told else story.today
    if amount.unit in ("day", "week"):
        return story.last("day")
    if story.latest is None and frame.direction == "earlier" and amount.unit == "year":
        # Figures are compared with "a year earlier" than the news.
        return story.today
    return story.latest


def _moved(anchor: Moment, amount: Amount, count: int) -> Moment | None:
    unit = amount.unit
    if unit == "year" and anchor.grain in ("quarter", "half") and anchor.year:
        return Moment(anchor.grain, anchor.year + count, anchor.number)
    if unit == "year":
        return anchor.at("year").step(count)
    if unit == "day":
        day = anchor.known_day
        return shifted(day, count) if day else Moment("day", None)
    if unit == "hour" and count % 24 == 0 and anchor.known_day:
        return shifted(anchor.known_day, count // 24)
    if unit == "week":
        day = anchor.known_day
        if day is None:
            return Moment("week", None)
        return Moment.containing(day, "week", 7 * count)
    grain = _SHORTER.get(unit)
    if grain is None:
        return None
    if anchor.year is None or anchor.grain not in ("day", "month", "quarter"):
        return Moment(grain, None)
    return anchor.at(grain).step(count)


def _unknown(amount: Amount, frame: Frame) -> Outcome:
    """A date counted from something that has none."""
    value = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "year": "XXXX",
    }.get(amount.unit, "XXXX-XX-XX")
    if tables.LETTERS[amount.unit].startswith("T"):
        return Outcome("TIME", "XXXX-XX-XXTXX", frame.mod)
    return Outcome("DATE", value, frame.mod)
