"""What every article of a story says of a statement.

A cheap gate lets through the articles that have enough of the statement's words; the
model reads those, copies once, and its answer is weighed against what was read at the
places where the article carries the claim.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from ...records import Appearance, Claim, Stance, StanceValue
from ..judging import Judge, Judgement
from ..material import Material
from ..sourcing.chains import Chains
from .sayings import Sayings, merged
from .stances_evidence import chain_of, evidence_of
from .stances_fused import best, fused, lean
from .stances_gate import Item, chosen, surely_unrelated, word_shares
from .stances_titles import Titles
from .twins import Twins

#: From so many articles on it is worth waking other cores.
_MANY = 8
#: From here on a place is likely of the claim.
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement to judge the articles by, and the claim it stands for, where there is one.

    ``near`` are other claims that speak of it, each with what its places count, from 0 to 1.
    """

    statement: str
    claim: Claim | None
    near: tuple[tuple[Claim, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of one article and one ``statement``.

    ``read`` is the model's judgement, None where it did not read the article; ``share``
    the share of the statement's words in it; ``carries`` says that it has a place that is
    likely of the claim itself.
    """

    statement: str
    article: str
    read: Judgement | None
    carried: Sequence[Appearance]
    share: float
    carries: bool


def find_stances(
    material: Material,
    chains: Chains,
    judge: Judge,
    asked: Sequence[Asked],
    sayings: Sayings | None = None,
) -> list[tuple[Stance, ...]]:
    """The stances of all articles that were read, by date, toward each of the statements.

    An article in another language has none, nor has one with the statement's words that the
    budget did not reach: nothing is known of them. ``sayings`` find what the
    articles that the model reads say of a statement beside the claims.
    """
    twins = Twins(material)
    shares = word_shares(material, twins, [one.statement for one in asked])
    carried = [_by_article(one) for one in asked]
    own = [_carriers(one.claim) for one in asked]
    items, beyond = chosen(material, twins, shares, carried)
    items.sort(key=lambda one: one.article)  # a text is cut into word pieces once for all
    judged = dict(zip(items, _judge(material, judge, asked, items), strict=True))
    titles = Titles(material, twins, judge)
    articles = [one.article.id for one in material.readings if one.unread is None]
    found = []
    for number, one in enumerate(asked):
        every = (
            _Seen(
                one.statement,
                article,
                read := judged.get(Item(number, twins.of(article))),
                _places(carried[number].get(article, ()), one, article, sayings if read else None),
                shares[number].get(twins.of(article), 0.0),
                article in own[number],
            )
            for article in articles
            if article in carried[number] or Item(number, twins.of(article)) not in beyond
        )
        found.append(tuple(_stance(material, twins, chains, titles, seen) for seen in every))
    return found


def _carriers(claim: Claim | None) -> frozenset[str]:
    """The articles that have a place that is likely of the claim."""
    places = claim.appearances if claim else ()
    return frozenset(one.anchor.article for one in places if one.confidence >= _LIKELY)


def _by_article(asked: Asked) -> dict[str, list[Appearance]]:
    """The places that speak of a statement; those of claims that are only near count less."""
    found: dict[str, list[Appearance]] = {}
    for seen in asked.claim.appearances if asked.claim else ():
        found.setdefault(seen.anchor.article, []).append(seen)
    for claim, part in asked.near:
        for seen in claim.appearances:
            less = replace(seen, confidence=seen.confidence * part)
            found.setdefault(seen.anchor.article, []).append(less)
    return found


def _places(
    known: Sequence[Appearance], asked: Asked, article: str, sayings: Sayings | None
) -> Sequence[Appearance]:
    """What an article says of a statement: the places of claims, and further ones."""
    return merged(known, sayings.of(asked.statement, article)) if sayings else known


def _judge(
    material: Material, judge: Judge, asked: Sequence[Asked], items: Sequence[Item]
) -> list[Judgement]:
    """The model's judgements, in order; on all cores where there are many."""

    def read(item: Item) -> Judgement:
        article, statement = material.article(item.article), asked[item.asked].statement
        return judge.stance(statement, article.title, article.text, material.news(item.article))

    if len(items) < _MANY:
        return [read(item) for item in items]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(read, items))


def _stance(
    material: Material, twins: Twins, chains: Chains, titles: Titles, seen: _Seen
) -> Stance:
    """The stance of one article."""
    article, published = seen.article, material.published(seen.article)
    if seen.read is None and not seen.carried:
        headline = titles.stance(seen.statement, article, None, seen.carried, about=False)
        sure = surely_unrelated(seen.share)
        return Stance(article, "unrelated", headline, sure, published, (), None)
    read = seen.read.scores if seen.read else None
    scores = fused(read, lean(seen.carried), carries=seen.carries)
    stance = best(scores)
    about = stance != "unrelated"
    headline = titles.stance(seen.statement, article, seen.read, seen.carried, about=about)
    if stance == "unrelated":
        return Stance(article, stance, headline, scores[stance], published, (), None)
    evidence = seen.read.evidence if seen.read else ()
    anchors = evidence_of(material, twins, article, evidence, seen.carried, stance)
    chain = chain_of(material, chains, anchors, seen.carried, stance)
    return Stance(article, stance, headline, scores[stance], published, anchors, chain)


def outlets(material: Material, stances: Iterable[Stance], value: StanceValue) -> frozenset[str]:
    """The outlets that take this stance in a text of their own: copies do not count."""
    return frozenset(
        material.teller(one.article)
        for one in stances
        if one.stance == value and material.original(one.article) == one.article
    )
