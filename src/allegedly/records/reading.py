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
EventType = Literal["occurrence", "state", "aspectual", "intention", "perception", "reporting"]
Certainty = Literal["certain", "probable", "possible", "unknown"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something an article mentions; its number is its place in the reading."""

    name: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names (``named``) or describes entity number ``entity``.

    ``span`` is the whole noun phrase ("the singer Ada Finch"), ``head`` the name
    or the noun in it ("Ada Finch", "spokeswoman").
    """

    span: Span
    kind: MentionKind
    named: bool
    entity: int
    head: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said, written, thought, planned … something.

    After PARC3 and PolNeAR (Pareti 2012; Newell et al. 2018). ``source``, ``cue``
    and ``content`` are spans in reading order; at least one of them is not empty.
    ``speaker`` is the number of the entity behind the source, ``via`` the numbers
    of the outlets that passed it on, ``within`` the index of the attribution
    whose content contains this one, ``confidence`` a probability. ``certainty`` is
    how sure the words are of the content, ``hedges`` the indices of the hedges
    that say so: in the content, or the cue itself ("suggested").
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
    certainty: Certainty = "certain"
    hedges: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that say how sure the text is: "may", "reportedly", "it is unclear whether".

    ``certainty`` is the degree they leave, after FactBank (Saurí and Pustejovsky
    2009): probable, possible or unknown. ``scope`` is what they speak of, a stretch of
    sentence number ``sentence``.
    """

    span: Span
    certainty: Certainty
    sentence: int
    scope: Span


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
    """Something said to have happened (or planned, possible, denied).

    ``span`` is the word that stands for it, as in TimeML. ``when`` is its date, a
    TIMEX3 value never finer than the text allows, and ``time`` the index of the
    time expression it comes from. ``participants`` are numbers of entities.
    """

    span: Span
    sentence: int
    status: Status
    when: str | None
    time: int | None
    participants: tuple[int, ...]
    type: EventType


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers of one field (title or text); spans count in that field."""

    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    hedges: tuple[Hedge, ...] = ()


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
