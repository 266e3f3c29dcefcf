"""Everything that linking finds in many readings."""

from __future__ import annotations

from dataclasses import dataclass, field

from .anchor import Anchor
from .cast import CastMember
from .claims import Claim
from .contradictions import Contradiction, Overtaken
from .copies import Copies
from .reading import Sourcing
from .rumors import Rumor
from .story import Dating, Story
from .timeline import TimelineItem


@dataclass(frozen=True, slots=True)
class Edge:
    """Who relies on whom in a story: ``teller`` ← ``via`` ← ``origin`` for these claims (ids)."""

    story: str
    teller: str
    via: tuple[str, ...]
    origin: str | None
    speaker: str | None
    sourcing: Sourcing
    claims: tuple[str, ...]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """From many readings to one account; ``stage`` is the version of the linking.

    Each item but the copies names its story; items of one story stand together.
    """

    stage: str
    stories: tuple[Story, ...] = ()
    datings: tuple[Dating, ...] = ()
    copies: Copies = field(default_factory=Copies)
    cast: tuple[CastMember, ...] = ()
    claims: tuple[Claim, ...] = ()
    rumors: tuple[Rumor, ...] = ()
    sourcing: tuple[Edge, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    overtaken: tuple[Overtaken, ...] = ()
