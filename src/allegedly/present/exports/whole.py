"""Everything as one JSON object: contract C5."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from allegedly.ledger.flat import Coverage
from allegedly.records import (
    Anchor,
    Chain,
    Claim,
    Contradiction,
    Dating,
    Edge,
    Overtaken,
    Reading,
    Resolution,
    Rumor,
    Span,
    Stance,
    TimelineItem,
    Track,
    When,
)

from ..contract import reading_to_json


def whole(coverage: Coverage) -> dict[str, Any]:
    """The object of contract C5; keys are only ever added.

    Everything that rests on text has ``anchors``. Articles are called by the id that their
    input gave them, else by the ledger's (``ledger_id``), members of the cast by their cast id.
    """
    return _Whole(coverage).object()


class _Whole:
    """Writes records as plain dicts, lists and numbers."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage

    def _name(self, article: str) -> str:
        return self._coverage.public_id(article)

    def _names(self, articles: Iterable[str]) -> list[str]:
        return [self._name(one) for one in articles]

    def object(self) -> dict[str, Any]:
        account = self._coverage.account
        return {
            "stage": account.stage,
            "stories": [
                {
                    "id": one.id,
                    "title": one.title,
                    "articles": self._names(one.articles),
                }
                for one in account.stories
            ],
            "articles": [self._article(one) for one in self._coverage.readings],
            "cast": [
                {
                    "id": one.id,
                    "story": one.story,
                    "name": one.name,
                    "kind": one.kind,
                    "aliases": list(one.aliases),
                    "roles": list(one.roles),
                    "anchors": self._anchors(one.anchors),
                }
                for one in account.cast
            ],
            "attributions": [
                one for reading in self._coverage.readings for one in self._attributions(reading)
            ],
            "claims": [self._claim(one) for one in account.claims],
            "rumors": [self._rumor(one) for one in account.rumors],
            "timeline": [self._event(one) for one in account.timeline],
            "contradictions": [self._contradiction(one) for one in account.contradictions],
            "overtaken": [self._overtaken(one) for one in account.overtaken],
            "sourcing": [self._edge(one) for one in account.sourcing],
            "copies": self._copies(),
        }

    def _anchors(self, anchors: Iterable[Anchor]) -> list[dict[str, Any]]:
        return [
            {
                "article": self._name(one.article),
                "field": one.field,
                "span": [one.span.start, one.span.end],
                "text": one.text,
            }
            for one in anchors
        ]

    def _article(self, reading: Reading) -> dict[str, Any]:
        article = reading.article
        inferred = self._coverage.datings.get(article.id)
        return {
            "id": self._name(article.id),
            "ledger_id": article.id,
            "story": self._coverage.story(article.id),
            "title": article.title,
            "outlet": article.outlet,
            "url": article.url,
            "byline": article.byline,
            "language": article.language,
            "published": _when(article.published),
            "inferred": self._dating(inferred) if inferred else None,
            "unread": reading.unread,
            "text": article.text,
        }

    def _dating(self, one: Dating) -> dict[str, Any]:
        return {"when": _when(one.when), "note": one.note, "anchors": self._anchors(one.anchors)}

    def _attributions(self, reading: Reading) -> Iterable[dict[str, Any]]:
        """Attributions as in C2, speakers by cast id; ``within`` counts in its field."""
        found = reading_to_json(reading)
        key = reading.article.id
        layers = (("title", reading.headline, found["headline"]), ("text", reading.body, found))
        for field, records, plain in layers:
            if records is None:
                continue
            for number, (one, row) in enumerate(
                zip(records.attributions, plain["attributions"], strict=True)
            ):
                spans = (*one.source, *one.cue, *one.content)
                via = (self._coverage.member(key, entity) for entity in one.via)
                yield {
                    "article": self._name(key),
                    "field": field,
                    "number": number,
                    **row,
                    "speaker": self._coverage.member(key, one.speaker),
                    "via": [member for member in via if member],
                    "anchors": self._anchors(
                        self._coverage.anchor(key, "title" if field == "title" else "text", span)
                        for span in spans
                    ),
                }

    def _claim(self, one: Claim) -> dict[str, Any]:
        return {
            "id": one.id,
            "story": one.story,
            "statement": one.statement,
            "about": list(one.about),
            "origins": one.origins,
            "appearances": [
                {
                    "voice": each.voice,
                    "stance": each.stance,
                    "certainty": each.certainty,
                    "chain": _chain(each.chain),
                    "attribution": each.attribution,
                    "published": _when(each.published),
                    "confidence": each.confidence,
                    "anchors": self._anchors([each.anchor]),
                }
                for each in one.appearances
            ],
            "anchors": self._anchors([one.anchor]),
        }

    def _rumor(self, one: Rumor) -> dict[str, Any]:
        return {
            "id": one.id,
            "story": one.story,
            "statement": one.statement,
            "claim": one.claim,
            "tracked": one.tracked,
            "state": one.state,
            "reasons": list(one.reasons),
            "controversial": one.controversial,
            "origins": one.origins,
            "account": one.account,
            "resolution": _resolution(one.resolution),
            "stances": [self._stance(each) for each in one.stances],
            "track": [self._track(each) for each in one.track],
            "anchors": self._anchors(one.anchors),
        }

    def _stance(self, one: Stance) -> dict[str, Any]:
        return {
            "article": self._name(one.article),
            "stance": one.stance,
            "headline": one.headline,
            "confidence": one.confidence,
            "date": one.published.value if one.published else None,
            "chain": _chain(one.chain),
            "anchors": self._anchors(one.anchors),
        }

    def _track(self, one: Track) -> dict[str, Any]:
        return {
            "outlet": one.outlet,
            "article": self._name(one.article),
            "stance": one.stance,
            "date": one.published.value if one.published else None,
            "sourcing": one.sourcing,
            "borne_out": one.borne_out,
        }

    def _event(self, one: TimelineItem) -> dict[str, Any]:
        return {
            "id": one.id,
            "story": one.story,
            "when": one.when,
            "earliest": _day(one.earliest),
            "latest": _day(one.latest),
            "status": one.status,
            "summary": one.summary,
            "participants": list(one.participants),
            "sources": list(one.sources),
            "articles": self._names(one.articles),
            "dates": [
                {
                    "value": each.value,
                    "earliest": _day(each.earliest),
                    "latest": _day(each.latest),
                    "anchors": self._anchors([each.anchor]),
                }
                for each in one.dates
            ],
            "conflict": one.conflict,
            "outcome": one.outcome,
            "anchors": self._anchors(one.anchors),
        }

    def _contradiction(self, one: Contradiction) -> dict[str, Any]:
        return {
            "id": one.id,
            "story": one.story,
            "kind": one.kind,
            "about": one.about,
            "note": one.note,
            "confidence": one.confidence,
            "settled": self._anchors([one.settled])[0] if one.settled else None,
            "anchors": self._anchors([one.first, one.second]),
        }

    def _overtaken(self, one: Overtaken) -> dict[str, Any]:
        return {
            "id": one.id,
            "story": one.story,
            "about": one.about,
            "on": _day(one.on),
            "note": one.note,
            "anchors": self._anchors([one.before, one.after]),
        }

    def _edge(self, one: Edge) -> dict[str, Any]:
        return {
            "story": one.story,
            "teller": one.teller,
            "via": list(one.via),
            "origin": one.origin,
            "speaker": one.speaker,
            "sourcing": one.sourcing,
            "claims": list(one.claims),
            "anchors": self._anchors(one.anchors),
        }

    def _copies(self) -> dict[str, Any]:
        copies = self._coverage.account.copies

        def passages(article: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
            return self._anchors(self._coverage.anchor(article, "text", span) for span in spans)

        return {
            "groups": [
                {
                    "origin": self._name(one.origin),
                    "articles": self._names(one.articles),
                    "dated": one.dated,
                }
                for one in copies.groups
            ],
            "versions": [
                {
                    "url": one.url,
                    "earlier": self._name(one.earlier),
                    "later": self._name(one.later),
                    "dropped": passages(one.earlier, one.dropped),
                    "added": passages(one.later, one.added),
                }
                for one in copies.versions
            ],
            "shared": [
                {
                    "kind": one.kind,
                    "words": one.words,
                    "anchors": [
                        *passages(one.first.article, [one.first.span]),
                        *passages(one.again.article, [one.again.span]),
                    ],
                }
                for one in copies.shared
            ],
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "value": when.value,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "basis": when.basis,
    }


def _chain(chain: Chain | None) -> dict[str, Any] | None:
    if chain is None:
        return None
    return {
        "teller": chain.teller,
        "via": list(chain.via),
        "origin": chain.origin,
        "speaker": chain.speaker,
        "sourcing": chain.sourcing,
        "root": chain.root,
    }


def _resolution(one: Resolution | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "state": one.state,
        "on": one.on.isoformat(),
        "proof": one.proof,
        "note": one.note,
        "made_at": one.made_at,
    }
