"""Statements with the cast's full names in the place of pronouns and short names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...records import Mention, Span
from ..cast.finding import Cast
from ..material import Layer
from .words import AFTER_HER, POSSESSIVE

#: Who can be what a statement is about; a place or a group says too little.
PARTIES = frozenset(("person", "organization"))
#: A longer description of somebody is left as it stands.
_WORDS = 7


class Names:
    """Who is mentioned where in one field of an article."""

    def __init__(self, layer: Layer, cast: Cast) -> None:
        article = layer.article  # a digest of all of it: asked once
        self._text = layer.text
        self._mentions = sorted(layer.layers.mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        self._members = {
            m.entity: member
            for m in self._mentions
            if (member := cast.of(article, m.entity)) is not None
        }
        self._names = {key: cast.get(key).name for key in set(self._members.values())}
        self._kinds = {key: cast.get(key).kind for key in self._names}
        self._couples = {
            number: parts
            for number, entity in enumerate(layer.reading.entities)
            if (parts := _couple(entity.name, cast))
        }

    def _inside(self, span: Span) -> Sequence[Mention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.end <= span.end]

    def spans(self, span: Span) -> list[Span]:
        """The names within a stretch."""
        return [m.head for m in self._inside(span) if m.named]

    def resolved(self, span: Span) -> tuple[str, frozenset[str]]:
        """A stretch with full names, and who is in it."""
        full, at = [], span.start
        found: set[str] = set()
        inside = self._inside(span)
        for mention in inside:
            found.update(self._couples.get(mention.entity, ()))
            member = self._members.get(mention.entity)
            if member is None:
                continue
            if self._kinds[member] in PARTIES:
                found.add(member)
            place = self._place(mention)
            if place.start < at or any(self._names_it(other, mention) for other in inside):
                continue
            tail = self._possessive(place)
            full += [self._text[at : place.start], self._names[member] + tail]
            at = place.end
        full.append(self._text[at : span.end])
        return "".join(full), frozenset(found)

    def _names_it(self, other: Mention, mention: Mention) -> bool:
        """Whether a description stands in a mention that has the name: "the actor Tom Reed"."""
        return (
            other.named
            and not mention.named
            and other.entity == mention.entity
            and other.span.covers(mention.span)
        )

    def _place(self, mention: Mention) -> Span:
        """What a name is put in the place of."""
        whole = mention.span
        if not mention.named and len(whole.of(self._text).split()) <= _WORDS:
            return whole
        return mention.head

    def _possessive(self, place: Span) -> str:
        word = place.of(self._text).lower()
        if word in POSSESSIVE:
            return "'s"
        if word != "her":
            return ""
        after = self._text[place.end : place.end + 30].split()
        if not after or not self._text[place.end : place.end + 1].isspace():
            return ""
        return "" if after[0].strip(',.;:”"').lower() in AFTER_HER else "'s"


def _couple(name: str, cast: Cast) -> tuple[str, ...]:
    """The members that "Ada Finch and Tom Reed" are, none where it names no two."""
    parts = [cast.by_name(part) for part in name.split(" and ")]
    return tuple(p.id for p in parts if p is not None) if len(parts) > 1 else ()
