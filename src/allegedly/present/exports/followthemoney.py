"""The ledger as FollowTheMoney entities: articles, cast, events, and what links them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from allegedly.ledger.flat import Coverage
from allegedly.records import CastMember, MentionKind, TimelineItem

from ..safe import writable

_SCHEMAS: dict[MentionKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Address",
    "group": "LegalEntity",
}
_MENTIONED = ("Person", "Organization", "LegalEntity")


def entities(coverage: Coverage) -> Iterator[dict[str, Any]]:
    """One entity a line: Article, Person, Organization, LegalEntity, Event, Mention.

    Only what the schema can hold: who is mentioned where, and what is said to have
    happened. Works and other things of the cast have no schema and are left out.
    """
    for reading in coverage.readings:
        yield _article(coverage, reading.article.id)
    for member in coverage.account.cast:
        if _SCHEMAS.get(member.kind) in _MENTIONED:
            yield _member(member)
            yield from _mentions(coverage, member)
    for item in coverage.account.timeline:
        yield _event(coverage, item)


def _entity(key: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    kept = {
        name: [writable(value) for value in dict.fromkeys(values) if value]
        for name, values in properties.items()
    }
    return {"id": key, "schema": schema, "properties": {n: v for n, v in kept.items() if v}}


def _article(coverage: Coverage, key: str) -> dict[str, Any]:
    one = coverage.articles[key]
    when = one.published.value if one.published and one.published.value[:4].isdigit() else None
    return _entity(
        f"article-{key}",
        "Article",
        title=[one.title],
        bodyText=[one.text],
        sourceUrl=[one.url],
        publishedAt=[when],
        publisher=[one.outlet],
        author=[one.byline],
        language=[_three(one.language)],
    )


def _three(language: str | None) -> str | None:
    """FollowTheMoney knows languages by three letters; ours is the only one we are sure of."""
    return "eng" if language == "en" else None


def _member(one: CastMember) -> dict[str, Any]:
    schema = _SCHEMAS[one.kind]
    roles = list(one.roles) if schema == "Person" else []
    return _entity(
        f"cast-{one.id}", schema, name=[one.name], weakAlias=list(one.aliases), position=[*roles]
    )


def _mentions(coverage: Coverage, one: CastMember) -> Iterator[dict[str, Any]]:
    for anchor in one.anchors:
        digest = hashlib.sha256(f"{one.id} {anchor.article}".encode()).hexdigest()[:16]
        yield _entity(
            f"mention-{digest}",
            "Mention",
            document=[f"article-{anchor.article}"],
            resolved=[f"cast-{one.id}"],
            name=[anchor.text],
            detectedSchema=[_SCHEMAS[one.kind]],
        )


def _event(coverage: Coverage, one: TimelineItem) -> dict[str, Any]:
    involved = [
        f"cast-{key}"
        for key in one.participants
        if key in coverage.cast and _SCHEMAS.get(coverage.cast[key].kind) in _MENTIONED
    ]
    earliest = one.earliest.isoformat() if one.earliest else None
    latest = one.latest.isoformat() if one.latest else None
    iso = one.when if one.when and one.when[:4].isdigit() and len(one.when) in (4, 7, 10) else None
    iso = iso if iso and iso.replace("-", "").isdigit() else None
    return _entity(
        f"event-{one.id}",
        "Event",
        name=[one.summary],
        date=[iso],
        startDate=[earliest if iso is None else None],
        endDate=[latest if iso is None else None],
        involved=[*involved],
        proof=[f"article-{key}" for key in one.articles],
        notes=[f"status: {one.status}", one.conflict, one.outcome],
    )
