"""The records all rooms share: frozen, without logic beyond their own invariants."""

from .account import Account, Edge
from .anchor import Anchor, Field, Place
from .article import Article, Furniture, FurnitureKind
from .cast import CastMember, EntityRef
from .claims import Appearance, Chain, Claim, StanceValue, Voice
from .contradictions import Contradiction, ContradictionKind, Overtaken
from .copies import Copies, CopyGroup, Shared, Version
from .decisions import CastDecision, Decisions, Ruling, Tracked
from .reading import (
    Attribution,
    Certainty,
    Entity,
    Event,
    EventType,
    Hedge,
    Layers,
    Mention,
    MentionKind,
    Mode,
    Reading,
    Sourcing,
    Status,
    Time,
    TimeType,
)
from .rumors import Resolution, Rumor, RumorState, Stance, Track
from .span import Span
from .story import Assignment, Dating, Story
from .timeline import DatedBy, TimelineItem
from .unread import Unread
from .when import When

__all__ = [
    "Account",
    "Anchor",
    "Appearance",
    "Article",
    "Assignment",
    "Attribution",
    "CastDecision",
    "CastMember",
    "Certainty",
    "Chain",
    "Claim",
    "Contradiction",
    "ContradictionKind",
    "Copies",
    "CopyGroup",
    "DatedBy",
    "Dating",
    "Decisions",
    "Edge",
    "Entity",
    "EntityRef",
    "Event",
    "EventType",
    "Field",
    "Furniture",
    "FurnitureKind",
    "Hedge",
    "Layers",
    "Mention",
    "MentionKind",
    "Mode",
    "Overtaken",
    "Place",
    "Reading",
    "Resolution",
    "Ruling",
    "Rumor",
    "RumorState",
    "Shared",
    "Sourcing",
    "Span",
    "Stance",
    "StanceValue",
    "Status",
    "Story",
    "Time",
    "TimeType",
    "TimelineItem",
    "Track",
    "Tracked",
    "Unread",
    "Version",
    "Voice",
    "When",
]
