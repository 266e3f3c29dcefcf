"""A reading as the JSON object that other programs script against (contract C2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from allegedly.records import (
    Attribution,
    Event,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    When,
)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading in plain dicts, lists and numbers; every key is there, in a fixed order.

    Keys are only ever added. ``entities`` says what the numbers in ``entity``,
    ``speaker``, ``via`` and ``participants`` stand for, ``unread`` why an article was
    left unread. Of the layers, mentions have a ``head``, attributions a ``certainty``
    and the indices of their ``hedges``, events a ``type``.
    """
    article = reading.article
    return {
        "id": article.given_id or article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "published": _when(article.published),
        "text": article.text,
        "furniture": _spans(one.span for one in article.furniture),
        "sentences": _spans(reading.sentences),
        **_layers(reading.body),
        "headline": _layers(reading.headline) if reading.headline else None,
        "entities": [{"name": one.name, "kind": one.kind} for one in reading.entities],
        "unread": reading.unread,
    }


def _layers(layers: Layers) -> dict[str, Any]:
    return {
        "mentions": [_mention(one) for one in layers.mentions],
        "attributions": [_attribution(one) for one in layers.attributions],
        "times": [_time(one) for one in layers.times],
        "events": [_event(one) for one in layers.events],
        "hedges": [_hedge(one) for one in layers.hedges],
    }


def _mention(one: Mention) -> dict[str, Any]:
    return {
        "span": _span(one.span),
        "kind": one.kind,
        "named": one.named,
        "entity": one.entity,
        "head": _span(one.head),
    }


def _attribution(one: Attribution) -> dict[str, Any]:
    return {
        "source": _spans(one.source),
        "cue": _spans(one.cue),
        "content": _spans(one.content),
        "mode": one.mode,
        "sourcing": one.sourcing,
        "speaker": one.speaker,
        "via": list(one.via),
        "within": one.within,
        "confidence": one.confidence,
        "certainty": one.certainty,
        "hedges": list(one.hedges),
    }


def _time(one: Time) -> dict[str, Any]:
    return {
        "span": _span(one.span),
        "type": one.type,
        "value": one.value,
        "mod": one.mod,
        "earliest": _day(one.earliest),
        "latest": _day(one.latest),
    }


def _event(one: Event) -> dict[str, Any]:
    return {
        "span": _span(one.span),
        "sentence": one.sentence,
        "status": one.status,
        "when": one.when,
        "time": one.time,
        "participants": list(one.participants),
        "type": one.type,
    }


def _hedge(one: Hedge) -> dict[str, Any]:
    return {
        "span": _span(one.span),
        "certainty": one.certainty,
        "sentence": one.sentence,
        "scope": _span(one.scope),
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "value": when.value,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "basis": when.basis,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]
