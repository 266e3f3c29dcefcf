"""What is read in one article, without looking at any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .article import Article
from .span import Span

MentionKind = Literal["person", "organization", "place", "event", "work", "group", "other"]
Mode = Literal["direct", "indirect", "mixed"]
Sourcing = Literal["named", "unnamed", "outlet", "document", "self", "none"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["happened", "ongoing", "planned", "possible", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something an article mentions; its number is its place in the reading."""

    name: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names (``named``) or describes entity number ``entity``."""

    span: Span
    kind: MentionKind
    named: bool
    entity: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said, written, thought, planned … something.

    After PARC3 and PolNeAR (Pareti 2012; Newell et al. 2018). ``source``, ``cue``
    and ``content`` are spans in reading order; at least one of them is not empty.
    ``speaker`` is the number of the entity behind the source, ``via`` the numbers
    of the outlets that passed it on, ``within`` the index of the attribution
    whose content contains this one, ``confidence`` a probability.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    sourcing: Sourcing
    speaker: int | None
    via: tuple[int, ...]
    within: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 type, value and mod, and inclusive day bounds."""

    span: Span
    type: TimeType
    value: str
    mod: str | None
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened (or planned, possible, denied)."""

    span: Span
    sentence: int
    status: Status
    when: str | None
    time: int | None
    participants: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers of one field (title or text); spans count in that field."""

    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article.

    ``entities`` serve both ``body`` and ``headline``; their numbers are places in
    that tuple. ``headline`` is None where the article has no title. ``stage`` is
    the version of the reader. ``unread`` says why an article was not read (a
    language other than English, nothing but furniture); None where it was.
    """

    article: Article
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    body: Layers
    headline: Layers | None
    stage: str
    unread: str | None = None
