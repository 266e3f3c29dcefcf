"""Small readings about invented people, given by their words."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Layers,
    Mode,
    Reading,
    Sourcing,
    Span,
)


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
    )


def reading(
    article: Article,
    attributions: Sequence[Attribution] = (),
    headline: Sequence[Attribution] = (),
    entities: Sequence[Entity] = (),
    unread: str | None = None,
) -> Reading:
    """A reading with nothing but attributions in it."""
    return Reading(
        article=article,
        sentences=(),
        entities=tuple(entities),
        body=Layers(attributions=tuple(attributions)),
        headline=Layers(attributions=tuple(headline)) if article.title is not None else None,
        stage="test 1",
        unread=unread,
    )


def person(name: str) -> Entity:
    return Entity(name, "person")


def outlet(name: str) -> Entity:
    return Entity(name, "organization")
