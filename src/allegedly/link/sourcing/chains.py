"""On whose word each thing is told: teller ← via ← origin, for every article of a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...records import Anchor, Chain, Claim, Edge, Field, Span
from ..material import Material
from .account import account_of, independent
from .outlets import CastLike
from .resolving import resolve

__all__ = ["Chains", "account_of", "find_chains", "find_edges", "independent"]

#: An attribution by article, field and number; None stands for the teller's own voice.
Key = tuple[str, Field, int | None]


class Chains:
    """The chain of every attribution of a story, and of what its articles say themselves."""

    def __init__(
        self,
        material: Material,
        found: Mapping[Key, Chain],
        sentences: Mapping[tuple[str, int], Chain],
    ) -> None:
        self._material = material
        self._found = dict(found)
        self._sentences = dict(sentences)

    def __iter__(self) -> Iterator[tuple[Key, Chain]]:
        return iter(self._found.items())

    def of(self, article: str, field: Field, attribution: int | None) -> Chain:
        """The chain of an attribution of a field; None for the teller's own voice.

        KeyError where the article has no such field or attribution.
        """
        return self._found[article, field, attribution]

    def at(self, article: str, field: Field, span: Span) -> Chain:
        """On whose word a stretch outside all attributions is told.

        The teller's own, but for a sentence of the text that names its source beside what
        the reader took for an attribution ("a memo seen by the Courier sets out …"), or that
        hedges and follows, in its paragraph, one on the word of an unnamed source or of
        another outlet.
        """
        if field == "text":
            number = self._material.sentence(article, span.start)
            if number is not None and (article, number) in self._sentences:
                return self._sentences[article, number]
        return self._found[article, field, None]


def find_chains(material: Material, cast: CastLike) -> Chains:
    """The chains of a story: one for each attribution, one for each field's own voice."""
    found, sentences = resolve(material, cast)
    return Chains(material, found, sentences)


def find_edges(material: Material, claims: Iterable[Claim]) -> tuple[Edge, ...]:
    """Who relies on whom for which claims: chains that are alike are one edge.

    In the order in which the articles tell.
    """
    groups: dict[tuple[object, ...], list[tuple[Anchor, Chain, str]]] = {}
    for claim in claims:
        for seen in claim.appearances:
            chain = seen.chain
            alike = (chain.teller, chain.via, chain.root, chain.speaker, chain.sourcing)
            groups.setdefault(alike, []).append((seen.anchor, chain, claim.id))
    edges = []
    for members in groups.values():
        members.sort(key=lambda one: _place(material, one[0]))
        chain = members[0][1]
        anchors = tuple(dict.fromkeys(anchor for anchor, _, _ in members))
        edges.append(
            Edge(
                story=material.story,
                teller=chain.teller,
                via=chain.via,
                origin=chain.origin,
                speaker=chain.speaker,
                sourcing=chain.sourcing,
                claims=tuple(dict.fromkeys(claim for _, _, claim in members)),
                anchors=anchors,
            )
        )
    return tuple(sorted(edges, key=lambda one: _place(material, one.anchors[0])))


def _place(material: Material, anchor: Anchor) -> tuple[int, bool, int]:
    order = material.order(anchor.article)
    return order, anchor.field == "text", anchor.span.start
