"""Small readings about invented people, given by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegedly.records import (
    Article,
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
    Span,
    Status,
    Time,
    TimeType,
    When,
)

_SENTENCE = re.compile(r"\S.*?(?:[.?!]”?(?=\s)|$)", re.MULTILINE)


def places(text: str, *words: str) -> tuple[Span, ...]:
    """The spans of the words in the text, each looked for behind the one before.

    Where a word alone would be found too early, bars mark it in some context: ``had |told| us``.
    """
    spans: list[Span] = []
    at = 0
    for word in words:
        before, word, after = word.split("|") if word.count("|") == 2 else ("", word, "")
        at = text.index(before + word + after, at) + len(before)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return tuple(spans)


def said(
    text: str,
    source: Sequence[str] = (),
    cue: Sequence[str] = (),
    content: Sequence[str] = (),
    *,
    mode: Mode = "indirect",
    sourcing: Sourcing = "named",
    speaker: int | None = None,
    via: tuple[int, ...] = (),
    within: int | None = None,
    confidence: float = 0.94,
    certainty: Certainty = "certain",
    hedges: tuple[int, ...] = (),
) -> Attribution:
    """An attribution given by its words."""
    return Attribution(
        source=places(text, *source),
        cue=places(text, *cue),
        content=places(text, *content),
        mode=mode,
        sourcing=sourcing,
        speaker=speaker,
        via=via,
        within=within,
        confidence=confidence,
        certainty=certainty,
        hedges=hedges,
    )


def timed(
    text: str, words: str, value: str, kind: TimeType = "DATE", mod: str | None = None
) -> Time:
    """A time expression given by its words; its days are those of an ISO prefix."""
    try:
        when = When.from_iso(value, "text")
    except ValueError:
        when = When(value, None, None, "text")
    (span,) = places(text, words)
    return Time(span, kind, value, mod, when.earliest, when.latest)


def happens(
    text: str,
    word: str,
    status: Status = "happened",
    *,
    when: str | None = None,
    time: int | None = None,
    participants: tuple[int, ...] = (),
    kind: EventType = "occurrence",
) -> Event:
    """An event given by its word."""
    (span,) = places(text, word)
    (sentence,) = [n for n, one in enumerate(sentences(text)) if one.covers(span)] or [0]
    return Event(span, sentence, status, when, time, participants, kind)


def hedged(text: str, words: str, certainty: Certainty, scope: str) -> Hedge:
    """A hedge given by its words and by what they speak of."""
    span, about = *places(text, words), *places(text, scope)
    (sentence,) = [n for n, one in enumerate(sentences(text)) if one.covers(span)] or [0]
    return Hedge(span, certainty, sentence, about)


def named(
    text: str, words: str, entity: int, head: str | None = None, kind: MentionKind = "person"
) -> Mention:
    """A mention by name, given by its words and, within them, those of its head."""
    (span,) = places(text, words)
    at = span.start + span.of(text).index(head) if head else span.start
    inner = Span(at, at + len(head)) if head else span
    return Mention(span, kind, True, entity, inner)


def described(
    text: str, words: str, entity: int, head: str | None = None, kind: MentionKind = "person"
) -> Mention:
    """A mention that describes, given likewise."""
    return replace(named(text, words, entity, head, kind), named=False)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a plain text."""
    return tuple(Span(*match.span()) for match in _SENTENCE.finditer(text))


def reading(
    article: Article,
    attributions: Sequence[Attribution] = (),
    headline: Sequence[Attribution] = (),
    entities: Sequence[Entity] = (),
    unread: str | None = None,
    found: Layers | None = None,
) -> Reading:
    """A reading with attributions in it, and what else was ``found`` in the text."""
    return Reading(
        article=article,
        sentences=sentences(article.text),
        entities=tuple(entities),
        body=replace(found or Layers(), attributions=tuple(attributions)),
        headline=Layers(attributions=tuple(headline)) if article.title is not None else None,
        stage="test 1",
        unread=unread,
    )


def person(name: str) -> Entity:
    return Entity(name, "person")


def outlet(name: str) -> Entity:
    return Entity(name, "organization")
