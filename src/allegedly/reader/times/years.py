"""Which year is meant where the expression names none, or only its last digits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .frames import Frame, Pointer
from .moments import Moment
from .story import Setting, Story

#: How many times nearer a date may be for the verb's tense not to count.
FAR = 4
#: From how many months back a month without a year is one of the next year.
OVER = 10
#: How many sentences on a year still dates what is told, where publication is unknown.
PASSAGE = 2


def year_of(frame: Frame, story: Story) -> int | None:
    """The year that the expression itself names; '82 is the one near the story."""
    if frame.year is not None:
        return frame.year
    if frame.short_year is None:
        return None
    near = story.latest.year if story.narrative and story.latest else None
    near = near or (story.published.year if story.published else None)
    if near is None:
        near = 2000
    year = near - near % 100 + frame.short_year
    return year if year <= near + 10 else year - 100


def decade_of(frame: Frame, story: Story) -> int | None:
    """The first year of the decade that the expression names."""
    if frame.decade is not None:
        return frame.decade - frame.decade % 10
    assert frame.short_decade is not None
    near = story.published.year if story.published else 2000
    if story.narrative and story.latest and story.latest.year:
        near = max(story.latest.year, 1)
    decade = near - near % 100 + frame.short_decade
    return decade if decade <= near else decade - 100


def placed(
    found: Moment, day: int | None, pointer: Pointer | None, story: Story, setting: Setting
) -> Moment:
    """The moment with the year that the passage gives it."""
    if story.narrative:
        return _in_story(found, story, pointer)
    if story.published is None:
        # Only a year of the same passage tells; "last summer" looks at a day nobody knows.
        near = story.sentence - story.settled <= PASSAGE
        return _in_story(found, story, None) if near and pointer is None else found
    year = story.published.year
    choices = [replace(found, year=year + k) for k in (-1, 0, 1)]
    if day is not None:
        choices = [Moment("day", c.year, c.number, day) for c in choices]
    choices = [c for c in choices if c.bounds()]
    if len(choices) < 3:
        return choices[0] if choices else found
    today = story.published
    word = pointer.word if pointer else ""
    if word == "this":
        return choices[1]
    if word in ("last", "previous"):
        return max((c for c in choices if _bounds(c)[1] < today), key=_bounds, default=choices[0])
    if word in ("next", "following"):
        return min((c for c in choices if _bounds(c)[0] > today), key=_bounds, default=choices[2])
    if any(_bounds(c)[0] <= today <= _bounds(c)[1] for c in choices):
        return next(c for c in choices if _bounds(c)[0] <= today <= _bounds(c)[1])
    return _by_tense(choices, setting, today)


def _by_tense(choices: list[Moment], setting: Setting, today: date) -> Moment:
    """The last one before today, the first one after, or the nearer one."""
    before = [c for c in choices if _bounds(c)[1] < today]
    after = [c for c in choices if _bounds(c)[0] > today]
    if not before or not after:
        return choices[1]
    back = (today - _bounds(before[-1])[1]).days
    ahead = (_bounds(after[0])[0] - today).days
    tense = setting.tense
    accounts = before[-1].grain in ("quarter", "half")
    if accounts and tense != "future":
        return before[-1]
    # A firm "will report" still may tell of a quarter that is over.
    far = FAR if accounts else 2 * FAR
    if tense == "past" and (setting.firm or back < FAR * ahead):
        return before[-1]
    if tense == "future" and ahead < far * back:
        return after[0]
    return before[-1] if back <= ahead else after[0]


def _bounds(moment: Moment) -> tuple[date, date]:
    return moment.bounds() or (date.max, date.min)


def _in_story(found: Moment, story: Story, pointer: Pointer | None) -> Moment:
    """The year the story has come to, or the next one where it steps over New Year's."""
    base = story.base
    if base is None or base.year is None:
        return found
    if base.year < 0:
        return replace(found, year=base.year)
    here = replace(found, year=base.year)
    word = pointer.word if pointer else ""
    if word in ("last", "previous"):
        back = _bounds(here)[0] >= _bounds(base)[0]
        return replace(found, year=base.year - 1) if back else here
    if word in ("next", "following"):
        on = _bounds(here)[0] <= _bounds(base)[0]
        return replace(found, year=base.year + 1) if on else here
    if found.grain == "month" and found.number and (base.month or 0) - found.number >= OVER:
        return replace(found, year=base.year + 1)
    return here
