"""Whose relative somebody is: as described, and from what is said in quotation marks."""

from __future__ import annotations

import re

from .lexicon import word_set
from .reference_words import EX_SPOUSE, KIN, SPOUSE

#: A relative of whoever speaks, in a quotation that ends where its source begins.
_MY_KIN = re.compile(
    r"\bmy\s(brother|sister|mother|father|mum|mom|dad|wife|husband|son|daughter)\b"
    r"[^“”\"\n]{0,120}[,.?!][”\"]\s{0,2}$",
    re.IGNORECASE,
)
#: How many characters before the source are looked at.
_SPOKEN = 200


def kin_spoken_of(text: str, source: int) -> str:
    """The relative in the quotation right before a source: “I love my brother,” she said.

    ``source`` is where the source begins; "" where no relative is spoken of.
    """
    match = _MY_KIN.search(text, max(0, source - _SPOKEN), source)
    noun = match.group(1).lower() if match else ""
    return KIN.get(noun, noun)


#: Nouns for relatives by how they are related: one person is not of two kinds to the same.
_RELATIONS = {
    noun: number
    for number, nouns in enumerate(
        (
            word_set(
                "child son daughter baby boy girl toddler newborn infant stepson stepdaughter"
            ),
            word_set("parent mother father stepmother stepfather"),
            word_set("brother sister sibling twin half-brother half-sister"),
            SPOUSE
            | EX_SPOUSE
            | word_set("partner girlfriend boyfriend fiancé fiancée fiance fiancee"),
            word_set("grandmother grandfather grandparent"),
            word_set("uncle aunt"),
            word_set("nephew niece"),
            word_set("cousin"),
            word_set("grandson granddaughter grandchild"),
        )
    )
    for noun in nouns
}
_CHILD = _RELATIONS["child"]


class Kinship:
    """Who was described as whose relative in one text."""

    def __init__(self) -> None:
        #: By (whose, who): what kind of relative.
        self._known: dict[tuple[int, int], int] = {}
        self._children: set[int] = set()

    def note(self, owner: int, entity: int, noun: str) -> None:
        """Note that ``entity`` was called ``owner``'s daughter, wife, …."""
        relation = _RELATIONS.get(KIN.get(noun, noun))
        if relation is not None and owner >= 0:
            self._known.setdefault((owner, entity), relation)
            if relation == _CHILD:
                self._children.add(entity)

    def child(self, noun: str) -> int | None:
        """The one who is somebody's child, for a noun like "baby"; None where several are."""
        if _RELATIONS.get(KIN.get(noun, noun)) != _CHILD or len(self._children) != 1:
            return None
        return next(iter(self._children))

    def clash(self, owner: int, entity: int, noun: str) -> bool:
        """Whether ``entity`` is another relative of ``owner``: his daughter is not his sister."""
        relation = _RELATIONS.get(KIN.get(noun, noun))
        known = self._known.get((owner, entity))
        return relation is not None and known is not None and relation != known
