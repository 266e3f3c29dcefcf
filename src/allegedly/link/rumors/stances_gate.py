"""Which articles are worth reading for a statement: those that have its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from ...records import Reading
from ..frequencies import rarity
from ..material import Material
from ..words import body_words, term, words
from .twins import Twins

#: An article with less of the statement's words, by weight, is not read: it is unrelated.
GATE = 0.34
#: What a word weighs that all articles of a story have, beside one that none has; in a story
#: of fewer articles all words weigh by their rarity alone.
USUAL, FEW = 0.1, 4
#: How sure that is: with none of the words, and at the gate.
SURE, UNSURE = 0.99, 0.8
#: The most articles that are read for all statements of a story, about 40 ms each.
READINGS = 800
#: Of those that only share words, so many may be read for one statement.
STRANGERS = 400
#: Behind the first so many statements, articles where the claim does not stand are read only
#: where they have so much of the statement's words.
WHOLE, CLOSE = 3, 0.75


@dataclass(frozen=True, slots=True)
class Item:
    """One article to be read for the statement of this number."""

    asked: int
    article: str


def word_shares(
    material: Material, twins: Twins, statements: Sequence[str]
) -> list[dict[str, float]]:
    """Of each statement's words, by weight, the share that each article with a text of its
    own has; articles that were not read are left out.

    A word weighs by its rarity, and less the more articles of the story have it: the names
    of those whom the story is about tell nothing of what an article says of them.
    """
    terms = [frozenset(term(word.form) for word in words(one)) for one in statements]
    wanted = frozenset(name for found in terms for name in found)
    met = {
        reading.article.id: _terms(reading) & wanted
        for reading in material.readings
        if reading.unread is None and twins.is_own(reading.article.id)
    }
    usual = Counter(name for found in met.values() for name in found)
    few = 1.0 if len(met) < FEW else USUAL
    weights = {name: rarity(name) * few ** (usual[name] / max(1, len(met))) for name in wanted}
    shares: list[dict[str, float]] = []
    for found in terms:
        total = fsum(weights[name] for name in found) or 1.0
        shares.append(
            {one: fsum(weights[n] for n in found & has) / total for one, has in met.items()}
        )
    return shares


def _terms(reading: Reading) -> set[str]:
    forms = {word.form for word in body_words(reading.article) if word}
    forms.update(word.form for word in words(reading.article.title or ""))
    return {term(form) for form in forms}


def chosen(
    material: Material,
    twins: Twins,
    shares: Sequence[Mapping[str, float]],
    carrying: Sequence[Collection[str]],
) -> tuple[list[Item], frozenset[Item]]:
    """What is read, and what would be if the budget reached so far.

    First where the claim stands, then what shares most words; the statements that come first
    have the first call on the budget.
    """
    left = READINGS
    found: list[Item] = []
    beyond: set[Item] = set()
    for number, (share, carried) in enumerate(zip(shares, carrying, strict=True)):
        own = {twins.of(article) for article in carried} & share.keys()
        least = GATE if number < WHOLE else CLOSE
        others = [one for one, part in share.items() if part >= least and one not in own]
        others.sort(key=lambda one: (-share[one], material.order(one)))
        first = sorted(own, key=material.order)
        wanted = [Item(number, article) for article in (*first, *others)]
        count = min(left, len(first) + STRANGERS)
        found.extend(wanted[:count])
        beyond.update(wanted[count:])
        left -= len(wanted[:count])
    return found, frozenset(beyond)


def surely_unrelated(share: float) -> float:
    """How sure it is that an article that was not read is unrelated: with fewer words, surer."""
    return SURE - (SURE - UNSURE) * min(1.0, share / GATE)
