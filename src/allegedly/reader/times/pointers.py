"""Where words point: last week, the following year, that day, the quarter."""

from __future__ import annotations

from .frames import Pointer
from .moments import Grain, Moment
from .story import Setting, Story


def moment_at(pointer: Pointer, grain: Grain, story: Story, setting: Setting) -> Moment:
    """The moment of ``grain`` that a pointer such as "last" or "that" leads to."""
    word = pointer.word
    if word in ("previous", "following", "that") or (word == "next" and _in_order(pointer, story)):
        anchor = _story_anchor(grain, story)
        return anchor.step({"previous": -1, "that": 0}.get(word, 1))
    if word in ("the", "latest"):
        return _the(grain, story, setting, word == "latest")
    anchor = _now(grain, story)
    if word == "this" and story.narrative and (story.published or grain == "day"):
        return _story_anchor(grain, story)
    if grain == "decade" and word == "last" and story.published:
        # The past decade began ten years ago: most of it lies in this one.
        return Moment.containing(story.published, grain, -5 * 365)
    return anchor.step({"last": -1, "next": 1}.get(word, 0))


def _in_order(pointer: Pointer, story: Story) -> bool:
    """ "The next day" goes on from the day before in the story; "next year" looks ahead."""
    return pointer.the and (story.narrative or pointer.unit in ("day",))


def _story_anchor(grain: Grain, story: Story) -> Moment:
    last = story.last(grain)
    if grain == "day":
        return last or Moment("day", None)
    if story.latest is None:
        return Moment(grain, None)
    if last is not None and story.latest.at("year") == last.at("year"):
        return last if story.latest.grain in ("year", "decade") else story.latest.at(grain)
    return story.latest.at(grain)


def _now(grain: Grain, story: Story) -> Moment:
    """The moment of ``grain`` that the text was published in."""
    if story.published:
        return Moment.containing(story.published, grain)
    return Moment(grain, None)


def _the(grain: Grain, story: Story, setting: Setting, latest: bool) -> Moment:
    """ "The week", "the quarter": of the story if that was just mentioned, else the present one."""
    now = _now(grain, story)
    if story.narrative:
        return story.last(grain, 5) or _story_anchor(grain, story)
    if grain == "quarter" and not story.narrative:
        # Results are told of a quarter that is over.
        return story.last(grain) or now.step(-1)
    last = story.last(grain, 5)
    if last is not None and grain not in ("year", "week"):
        return last
    if grain == "weekend" and story.published and setting.tense != "future":
        bounds = now.bounds()
        if bounds and bounds[0] > story.published:
            return now.step(-1)
    return now
