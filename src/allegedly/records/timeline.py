"""What happened (or was planned, denied …) in a story, the same event told once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .anchor import Anchor
from .reading import Status


@dataclass(frozen=True, slots=True)
class DatedBy:
    """What one article says of an event's time: a TIMEX3 value, its bounds and the words."""

    value: str
    earliest: date | None
    latest: date | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event of a story.

    ``when`` is the intersection of what the articles say, a TIMEX3 value, None where none
    says; ``dates`` are their words. ``conflict`` says in words where two of them cannot both
    hold; ``when`` is then None. ``summary`` is a readable line of the coverage's own
    words, the text of ``anchors[0]``. ``participants`` are ids of the cast, ``sources`` the
    outlets that tell it, ``articles`` their ids. ``outcome`` tells of a plan what became
    of it, in words, None where nothing says.
    """

    id: str
    story: str
    when: str | None
    earliest: date | None
    latest: date | None
    status: Status
    summary: str
    participants: tuple[str, ...]
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    dates: tuple[DatedBy, ...]
    conflict: str | None
    outcome: str | None
    anchors: tuple[Anchor, ...]
