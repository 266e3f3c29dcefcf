"""Where an outlet takes back what it told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Anchor
from . import words
from .places import Sentence, Sentences
from .quantities import Quantity, find_quantities


@dataclass(frozen=True)
class Correction:
    """The sentences of a correction; ``teller`` is whose it is.

    ``quantities`` are the figures in them, ``admitted`` is the sentence that says that
    something was wrong, ``members`` the cast named.
    """

    teller: str
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    admitted: Sentence
    members: frozenset[str]


def find_corrections(sentences: Sentences) -> tuple[Correction, ...]:
    """The corrections in a story's articles."""
    found, block = [], list[Sentence]()
    for sentence in sentences:
        if block and (not sentence.corrected or sentence.article != block[0].article):
            found.append(_correction(sentences, block))
            block = []
        if sentence.corrected:
            block.append(sentence)
    if block:
        found.append(_correction(sentences, block))
    return tuple(found)


def _correction(sentences: Sentences, block: Sequence[Sentence]) -> Correction:
    admitted = next((one for one in block if not words.ERROR.isdisjoint(one.forms)), block[0])
    return Correction(
        teller=sentences.material.teller(block[0].article),
        sentences=tuple(block),
        quantities=tuple(
            quantity
            for one in block
            for quantity in find_quantities(
                one.layer.text,
                [t.span for t in one.times if t.type in ("DATE", "TIME")],
                one.span.start,
                one.span.end,
            )
        ),
        admitted=admitted,
        members=frozenset[str]().union(*(one.owners for one in block)),
    )


def settling_value(
    corrections: Sequence[Correction],
    sentences: Sentences,
    sides: Sequence[tuple[Sentence, Quantity]],
) -> tuple[Anchor, Correction] | None:
    """Where the outlet of one of two differing figures takes that figure back."""
    for sentence, quantity in sides:
        teller = sentences.material.teller(sentence.article)
        for one in corrections:
            same = any(
                other.unit == quantity.unit
                and (other.low, other.high) == (quantity.low, quantity.high)
                for other in one.quantities
            )
            if one.teller == teller and same:
                return sentences.anchor(one.admitted), one
    return None


def settling(
    corrections: Sequence[Correction], sentences: Sentences, sides: Sequence[Sentence]
) -> Anchor | None:
    """Where the outlet of one of two sentences takes it back: same people, same words."""
    for sentence in sides:
        teller = sentences.material.teller(sentence.article)
        own = {form for form in sentence.forms if form not in words.EMPTY}
        for one in corrections:
            said = {form for other in one.sentences for form in other.forms}
            if (
                one.teller == teller
                and one.sentences[0].article != sentence.article
                and sentence.owners & one.members
                and len(own & said) >= _SHARED
            ):
                return sentences.anchor(one.admitted)
    return None


#: Words that a correction must have in common with what it takes back.
_SHARED = 3
