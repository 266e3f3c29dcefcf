"""The records all rooms share: frozen, without logic beyond their own invariants."""

from .article import Article, Furniture, FurnitureKind
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
from .span import Span
from .unread import Unread
from .when import When

__all__ = [
    "Article",
    "Attribution",
    "Certainty",
    "Entity",
    "Event",
    "EventType",
    "Furniture",
    "FurnitureKind",
    "Hedge",
    "Layers",
    "Mention",
    "MentionKind",
    "Mode",
    "Reading",
    "Sourcing",
    "Span",
    "Status",
    "Time",
    "TimeType",
    "Unread",
    "When",
]
