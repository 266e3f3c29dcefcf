"""Readings written by hand: who is said to have said what, without a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allegedly.collect import article_from_text
from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains, find_chains
from allegedly.records import (
    Attribution,
    Entity,
    Hedge,
    Layers,
    Mention,
    MentionKind,
    Reading,
    Sourcing,
    Span,
)

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?[”\"]?")
_HEDGE = re.compile(r"\b(?:could|would|reportedly|perhaps)\b")


class Said(NamedTuple):
    """An attribution by its words: each stands in the text, the source right at ``near``."""

    source: str
    cue: str
    content: str
    sourcing: Sourcing = "unnamed"
    speaker: str | None = None
    via: tuple[str, ...] = ()
    within: int | None = None


def page(
    text: str,
    *said: Said,
    outlet: str | None = "The Lantern",
    day: str | None = "2024-03-01",
    who: Mapping[str, MentionKind] | None = None,
    title: str | None = None,
    headline: Sequence[Said] = (),
    url: str | None = None,
) -> Reading:
    """A reading of ``text``; ``who`` are the entities by name, mentioned wherever it stands."""
    names = dict(who or {})
    for one in (*said, *headline):
        if one.speaker is not None:
            names.setdefault(one.speaker, "organization" if one.sourcing == "outlet" else "person")
        for name in one.via:
            names.setdefault(name, "organization")
    numbers = {name: number for number, name in enumerate(names)}
    mentions = sorted(
        (
            Mention(Span(*m.span()), names[name], True, numbers[name], Span(*m.span()))
            for name in names
            for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        ),
        key=lambda one: one.span.start,
    )
    sentences = tuple(
        Span(m.start() + len(m.group()) - len(m.group().lstrip()), m.end())
        for m in _SENTENCE.finditer(text)
        if m.group().strip()
    )
    hedges = tuple(
        Hedge(Span(*m.span()), "possible", number, span)
        for number, span in enumerate(sentences)
        for m in _HEDGE.finditer(text, span.start, span.end)
    )
    body = Layers(
        mentions=tuple(mentions),
        attributions=tuple(_attribution(text, one, numbers) for one in said),
        hedges=hedges,
    )
    top = None
    if title is not None:
        top = Layers(attributions=tuple(_attribution(title, one, numbers) for one in headline))
    article = article_from_text(text, title=title, published=day, outlet=outlet, url=url)
    entities = tuple(Entity(name, kind) for name, kind in names.items())
    return Reading(article, sentences, entities, body, top, "test")


def _attribution(text: str, one: Said, numbers: Mapping[str, int]) -> Attribution:
    at = text.index(one.content)
    content = Span(at, at + len(one.content))
    source = _near(text, one.source, content)
    return Attribution(
        source=(source,) if source else (),
        cue=(_near(text, one.cue, source or content) or content,),
        content=(content,),
        mode="indirect",
        sourcing=one.sourcing,
        speaker=None if one.speaker is None else numbers[one.speaker],
        via=tuple(numbers[name] for name in one.via),
        within=one.within,
        confidence=0.9,
    )


def _near(text: str, words: str, span: Span) -> Span | None:
    """Where ``words`` stand nearest to a stretch of the text."""
    if not words:
        return None
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    best = min(places, key=lambda at: min(abs(at - span.end), abs(at + len(words) - span.start)))
    return Span(best, best + len(words))


def story(*readings: Reading) -> tuple[Material, Chains]:
    """The material of a story and its chains."""
    material = Material("story", readings, find_copies(one.article for one in readings))
    return material, find_chains(material, find_cast(material))
