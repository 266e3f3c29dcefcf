"""What a stance rests on: the sentences that weigh most, and on whose word they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...records import Anchor, Appearance, Chain, Field, Span, StanceValue
from ..material import Material
from ..sourcing.chains import Chains
from .stances_fused import Way, way_of
from .twins import Twins

#: Sentences that are given at most; what is lighter than this part of the heaviest is left out.
EVIDENCE, LIGHT = 3, 0.6
#: How sure a place must be of the claim to be evidence.
_SURE = 0.5
#: What the model's first sentence counts, and what it adds to one where a place stands.
_MODEL, _AGREES = 0.4, 0.25
#: How well each way of carrying a claim shows a stance: the sentence that states it, that denies
#: it, that passes it on or leaves it open.
SHOWS: dict[StanceValue, dict[Way, float]] = {
    "for": {
        "told": 1.0,
        "sourced": 1.0,
        "said": 0.95,
        "told later": 0.85,
        "quoted": 0.8,
        "hedged": 0.7,
    },
    "against": {
        "refuted": 1.0,
        "refuted later": 1.0,
        "denied title": 1.0,
        "denied first": 1.0,
        "denied": 0.9,
    },
    "observing": {
        "open": 1.0,
        "relayed": 1.0,
        "hedged": 0.9,
        "sourced": 0.8,
        "denied": 0.6,
        "denied first": 0.6,
        "said": 0.6,
        "quoted": 0.5,
    },
    "unrelated": {},
}
#: What a place shows of any other stance.
_ELSE = 0.25


def evidence_of(
    material: Material,
    twins: Twins,
    article: str,
    read: Sequence[tuple[Field, Span]],
    carried: Iterable[Appearance],
    stance: StanceValue,
) -> tuple[Anchor, ...]:
    """The heaviest sentences of the text (the title where there is none).

    ``read`` are the model's, by weight. A sentence where the article speaks of the statement
    weighs as much as it does so, in a way that shows this ``stance``; more where the model
    chose it too. The model's alone come behind those.
    """
    places = list(carried)
    weights: dict[tuple[Field, Span], float] = {}
    for seen in places:
        if seen.confidence >= _SURE:
            place = _sentence(material, article, seen.anchor)
            weight = seen.confidence * shows(seen, stance)
            weights[place] = max(weights.get(place, 0.0), weight)
    for rank, (field, span) in enumerate(read):
        here = _here(material, twins, article, field, span)
        if here is not None:
            more = weights[here] + _AGREES / (1 + rank) if here in weights else 0.0
            weights[here] = max(more, _MODEL / (1 + rank))
    if not weights:
        weights = {_sentence(material, article, seen.anchor): seen.confidence for seen in places}
    ranked = sorted(weights, key=lambda one: (-weights[one], one[0], one[1]))
    text = [one for one in ranked if one[0] == "text"] or ranked
    text = [one for one in text if weights[one] >= LIGHT * weights[text[0]]]
    return tuple(material.anchor(article, field, span) for field, span in text[:EVIDENCE])


def shows(seen: Appearance, stance: StanceValue) -> float:
    """How well a place shows a stance, from 0 to 1."""
    return SHOWS[stance].get(way_of(seen), _ELSE)


def _sentence(material: Material, article: str, anchor: Anchor) -> tuple[Field, Span]:
    """The whole sentence that an appearance stands in."""
    if anchor.field == "title":
        return "title", anchor.span
    number = material.sentence(article, anchor.span.start)
    return "text", anchor.span if number is None else material.reading(article).sentences[number]


def _here(
    material: Material, twins: Twins, article: str, field: Field, span: Span
) -> tuple[Field, Span] | None:
    """A sentence of the text that was read, in this copy of it; None where it is missing."""
    if twins.is_own(article):
        return field, span
    said = material.anchor(twins.of(article), field, span).text
    copy = material.article(article)
    start = ((copy.text if field == "text" else copy.title) or "").find(said)
    return (field, Span(start, start + len(said))) if start >= 0 else None


def chain_of(
    material: Material,
    chains: Chains,
    anchors: Sequence[Anchor],
    carried: Sequence[Appearance],
    stance: StanceValue,
) -> Chain | None:
    """On whose word: that of the places that show the stance, first of one that names a source,
    else of the first piece of evidence."""
    if carried:
        return max(carried, key=lambda one: _rests(one, stance)).chain
    if not anchors:
        return None
    first = anchors[0]
    reading = material.reading(first.article)
    layers = reading.body if first.field == "text" else reading.headline
    for number, one in enumerate(layers.attributions if layers else ()):
        if any(first.span.overlaps(span) for span in one.content):
            return chains.of(first.article, first.field, number)
    return chains.at(first.article, first.field, first.span)


def _rests(seen: Appearance, stance: StanceValue) -> tuple[bool, bool, float]:
    """What tells the place that an article rests on; titles seldom name a source."""
    sourced = bool(seen.chain.origin or seen.chain.via)
    weight = seen.confidence * shows(seen, stance)
    return weight >= _SURE, sourced or seen.chain.sourcing != "self", weight
