"""W3C Web Annotations, schema.org Claim and ClaimReview, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allegedly.ledger.flat import Coverage
from allegedly.records import Anchor, Claim, Rumor

#: Characters of context before and after the exact words (Web Annotation Data Model, 4.2.4).
_CONTEXT = 32


def web_annotations(coverage: Coverage) -> dict[str, Any]:
    """An AnnotationPage: attributions, claims, stances, timeline and contradictions.

    Each target has a TextQuoteSelector and a TextPositionSelector, which counts in Unicode
    code points as ours do (Web Annotation Data Model, 4.2.5); headlines are told apart by
    their ``scope``.
    """
    items = [*_attributions(coverage), *_claims(coverage), *_stances(coverage)]
    items += [*_events(coverage), *_contradictions(coverage)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:allegedly:annotations",
        "type": "AnnotationPage",
        "items": items,
    }


def _annotation(
    coverage: Coverage, name: str, purpose: str, body: str, anchors: list[Anchor]
) -> dict[str, Any]:
    targets = [_target(coverage, anchor) for anchor in anchors]
    return {
        "id": f"urn:allegedly:{name}",
        "type": "Annotation",
        "motivation": purpose,
        "body": {"type": "TextualBody", "value": body, "format": "text/plain", "language": "en"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(coverage: Coverage, anchor: Anchor) -> dict[str, Any]:
    text = coverage.field(anchor.article, anchor.field)
    start, end = anchor.span.start, anchor.span.end
    source = coverage.address(anchor.article)
    target: dict[str, Any] = {
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.text,
                "prefix": text[max(0, start - _CONTEXT) : start],
                "suffix": text[end : end + _CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
    if anchor.field == "title":
        target["scope"] = f"urn:allegedly:article:{anchor.article}:title"
    return target


def _attributions(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for reading in coverage.readings:
        key = reading.article.id
        for field, layers in (("title", reading.headline), ("text", reading.body)):
            for number, one in enumerate(layers.attributions if layers else ()):
                spans = one.content or one.cue or one.source
                anchors = [
                    coverage.anchor(key, "title" if field == "title" else "text", span)
                    for span in spans
                ]
                name = coverage.name(coverage.member(key, one.speaker))
                who = name or "speaker not resolved"
                body = f"{who} ({one.sourcing} source, {one.mode})"
                yield _annotation(
                    coverage, f"attribution:{key}:{field}:{number}", "describing", body, anchors
                )


def _claims(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for claim in coverage.account.claims:
        anchors = [one.anchor for one in claim.appearances]
        yield _annotation(
            coverage, f"claim:{claim.id}", "classifying", f"Claim: {claim.statement}", anchors
        )


def _stances(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for rumor in coverage.account.rumors:
        for one in rumor.stances:
            if one.anchors:
                body = f"Stance {one.stance} toward: {rumor.statement}"
                name = f"stance:{rumor.id}:{one.article}"
                yield _annotation(coverage, name, "assessing", body, list(one.anchors))


def _events(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for one in coverage.account.timeline:
        body = f"Event, {one.status}, {one.when or 'date unknown'}"
        yield _annotation(coverage, f"event:{one.id}", "describing", body, list(one.anchors))


def _contradictions(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for one in coverage.account.contradictions:
        body = f"Contradiction ({one.kind}) about {one.about}: {one.note}"
        anchors = [one.first, one.second]
        yield _annotation(coverage, f"contradiction:{one.id}", "commenting", body, anchors)


def schema_claims(coverage: Coverage) -> dict[str, Any]:
    """All claims as a schema.org graph of Claim."""
    items = [_claim(coverage, one) for one in coverage.account.claims]
    return {"@context": "https://schema.org", "@graph": items}


def claim_reviews(coverage: Coverage) -> dict[str, Any]:
    """A ClaimReview for each rumor that a person resolved, and for no other."""
    claims = {one.id: one for one in coverage.account.claims}
    items = [
        _review(coverage, one, claims.get(one.claim) if one.claim else None)
        for one in coverage.account.rumors
        if one.resolution is not None
    ]
    return {"@context": "https://schema.org", "@graph": items}


def _claim(coverage: Coverage, claim: Claim) -> dict[str, Any]:
    works = {one.anchor.article: _work(coverage, one.anchor.article) for one in claim.appearances}
    found: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:allegedly:claim:{claim.id}",
        "text": claim.statement,
        "appearance": list(works.values()),
    }
    if claim.appearances and claim.appearances[0].published:
        found["firstAppearance"] = works[claim.appearances[0].anchor.article]
    if claim.about:
        found["about"] = [{"@type": "Thing", "name": name} for name in coverage.names(claim.about)]
    return found


def _work(coverage: Coverage, article: str) -> dict[str, Any]:
    """The article; what is not known of it is left out."""
    found = coverage.articles[article]
    work: dict[str, Any] = {"@type": "NewsArticle", "identifier": article}
    if found.url:
        work["url"] = found.url
    if found.title:
        work["headline"] = found.title
    if found.published:
        work["datePublished"] = found.published.value
    if found.outlet:
        work["publisher"] = {"@type": "Organization", "name": found.outlet}
    return work


def _review(coverage: Coverage, rumor: Rumor, claim: Claim | None) -> dict[str, Any]:
    ruling = rumor.resolution
    assert ruling is not None
    proof = {"@type": "CreativeWork", "text": ruling.proof}
    if ruling.proof.startswith(("http://", "https://")):
        proof = {"@type": "WebPage", "url": ruling.proof}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:allegedly:review:{rumor.id}",
        "claimReviewed": rumor.statement,
        "datePublished": ruling.made_at[:10],
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "True" if ruling.state == "true" else "False",
            "ratingValue": 5 if ruling.state == "true" else 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "citation": proof,
        "temporalCoverage": f"{ruling.on.isoformat()}/..",
        "itemReviewed": _claim(coverage, claim)
        if claim
        else {"@type": "Claim", "text": rumor.statement},
    }
    if ruling.note:
        review["reviewBody"] = ruling.note
    return review
