"""What a stance rests on: the sentences that weigh most, and on whose word they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...records import Anchor, Appearance, Chain, Field, Span, StanceValue
from ..material import Material
from ..sourcing.chains import Chains
from .stances_fused import Way, way_of
from .twins import Twins

#: Sentences that are given at most.
EVIDENCE = 3
#: How sure a place must be of the claim to be evidence; what the model's first sentence counts.
_SURE, _MODEL = 0.5, 0.8
#: What is lighter than this part of the heaviest is left out.
_LIGHT = 0.6
#: Which ways of telling a claim speak for a stance.
SPEAKS: dict[StanceValue, frozenset[Way]] = {
    "for": frozenset(("told", "told later", "said", "quoted")),
    "against": frozenset(("denied", "denied first", "refuted")),
    "observing": frozenset(("open", "relayed")),
    "unrelated": frozenset(),
}


def evidence_of(
    material: Material,
    twins: Twins,
    article: str,
    read: Sequence[tuple[Field, Span]],
    carried: Iterable[Appearance],
    stance: StanceValue,
) -> tuple[Anchor, ...]:
    """The heaviest sentences of the text (the title where there is none).

    ``read`` are the model's, by weight. Sentences where the article carries the claim count
    as much as the model's first, twice as much where they speak for this ``stance``.
    """
    places = list(carried)
    weights: dict[tuple[Field, Span], float] = {}
    for seen in places:
        if seen.confidence >= _SURE:
            place = _sentence(material, article, seen.anchor)
            weight = seen.confidence * (2 if way_of(seen) in SPEAKS[stance] else 1)
            weights[place] = max(weights.get(place, 0.0), weight)
    for rank, (field, span) in enumerate(read):
        here = _here(material, twins, article, field, span)
        if here is not None:
            weights[here] = weights.get(here, 0.0) + _MODEL / (1 + rank)
    if not weights:
        weights = {_sentence(material, article, seen.anchor): seen.confidence for seen in places}
    ranked = sorted(weights, key=lambda one: (-weights[one], one[0], one[1]))
    text = [one for one in ranked if one[0] == "text"] or ranked
    text = [one for one in text if weights[one] >= _LIGHT * weights[text[0]]]
    return tuple(material.anchor(article, field, span) for field, span in text[:EVIDENCE])


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
    """On whose word: that of the heaviest appearance, else of the first piece of evidence."""
    if carried:
        return max(carried, key=lambda one: (way_of(one) in SPEAKS[stance], one.confidence)).chain
    if not anchors:
        return None
    first = anchors[0]
    reading = material.reading(first.article)
    layers = reading.body if first.field == "text" else reading.headline
    for number, one in enumerate(layers.attributions if layers else ()):
        if any(first.span.overlaps(span) for span in one.content):
            return chains.of(first.article, first.field, number)
    return chains.at(first.article, first.field, first.span)
