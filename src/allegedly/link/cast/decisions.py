"""What people decided about the cast, found again in the readings of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ...records import CastDecision, EntityRef, Mention, Place, Span
from ..material import Layer, Material
from .joining import Joining
from .portraits import Portrait

Where = list[tuple[Layer, Mention, EntityRef]]


def apply_decisions(
    material: Material,
    found: Sequence[Portrait],
    decisions: Sequence[CastDecision],
    joining: Joining,
) -> frozenset[int]:
    """Join and keep apart what people decided; of two at odds the later one holds.

    A decision about a place where nobody is mentioned any more has no effect. Returns the
    numbers of those whom a split takes out (its second place).
    """
    articles = {place.article for one in decisions for place in (one.first, one.second)}
    number = {one.ref: n for n, one in enumerate(found)}
    where: dict[str, Where] = defaultdict(list)
    for drawn in found:
        if drawn.ref.article in articles:
            rows = [(layer, mention, drawn.ref) for layer, mention in drawn.where]
            where[drawn.ref.article] += rows
    taken_out = set()
    for decision in reversed(decisions):
        places = (decision.first, decision.second)
        pair = [entity_at(material, where[place.article], place) for place in places]
        if pair[0] is None or pair[1] is None or pair[0] == pair[1]:
            continue
        one, other = number[pair[0]], number[pair[1]]
        if decision.kind == "merge":
            joining.join(one, other)
        elif joining.keep_apart(one, other):
            taken_out.add(other)
    return frozenset(taken_out)


def entity_at(material: Material, where: Where, place: Place) -> EntityRef | None:
    """The entity mentioned at a place of an article, whose mentions are ``where``.

    That of the mention that overlaps the place best; else of the nearest one with the words
    that stand there. None where there is neither.
    """
    if place.article not in material:
        return None
    here = [row for row in where if row[0].field == place.field]
    overlapping = [row for row in here if place.span.overlaps(row[1].span)]
    if overlapping:
        return max(overlapping, key=lambda row: _overlap(row[1], place.span))[2]
    said = material.at(place).text.casefold()
    same = [
        (abs(span.start - place.span.start), span.start, ref)
        for layer, mention, ref in here
        for span in _spans(mention)
        if span.of(layer.text).casefold() == said
    ]
    return min(same, key=lambda row: row[:2])[2] if same else None


def _spans(mention: Mention) -> Iterable[Span]:
    return (mention.span, mention.head)


def _overlap(mention: Mention, span: Span) -> tuple[float, bool]:
    """How well a mention and a place cover each other, by phrase or name; named ones first."""
    best = 0.0
    for one in _spans(mention):
        shared = min(one.end, span.end) - max(one.start, span.start)
        whole = max(one.end, span.end) - min(one.start, span.start)
        best = max(best, shared / whole if shared > 0 else 0.0)
    return best, mention.named
