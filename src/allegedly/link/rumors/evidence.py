"""Which claims the coverage treats as unsettled, and by which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log2

from ...reader.lexicon import BODY, SPOKES, UNNAMED
from ...records import Appearance, Chain, Claim, Layers, Span
from ..claims.relations import words_of
from ..material import Material
from ..words import words
from .twins import Twins
from .words import (
    ABSENT,
    AGENTS,
    DENIED,
    FAINT,
    HAPPENING,
    LEAST,
    NO_DOUBT,
    NOBODY_KNOWN,
    PLAIN,
    RUMOR_WORDS,
    SEVERAL,
    STRANGER,
    THOUGHTS,
    WEIGHTS,
    Kind,
)

#: How many of the hedging words a reason quotes.
_QUOTED = 3
#: A word that says whose agent somebody is.
_OWNER = re.compile(r"(?:his|her|its|their|\w+'s|\w+s')$")
#: What stands before a name that says who or what something is: "the buyer is Calder & Sons".
_IS = re.compile(r"\b(?:is|was|are|were|be)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A claim with why it counts as unsettled, and how much; ``alone`` where one article
    tells it."""

    claim: Claim
    score: float
    reasons: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """One appearance shows one way of being unsettled, by these words."""

    kind: Kind
    article: str
    words: tuple[str, ...] = ()


def find_unsettled(
    material: Material, twins: Twins, claims: Iterable[Claim], presence: dict[str, float]
) -> list[Unsettled]:
    """The claims that count as unsettled, the most unsettled first.

    ``presence`` is the share of the story's articles that each member of the cast is in:
    what is said of somebody whom only one of many articles mentions is no rumor of the story.
    """
    found = []
    for claim in claims:
        signs = [sign for seen in claim.appearances for sign in signs_of(material, twins, seen)]
        signs.extend(_disputed(twins, claim))
        if _is_settled(twins, claim, signs):
            continue
        score = _score(twins, claim, signs, presence)
        if signs and score >= LEAST and _counts(material, twins, claim, presence):
            alone = _articles(twins, claim) == 1
            found.append(Unsettled(claim, score, tuple(_reasons(signs)), alone))
    found.sort(key=lambda one: -one.score)
    return found


def reasons_of(material: Material, twins: Twins, claim: Claim) -> tuple[str, ...]:
    """In words, why a claim counts as unsettled; nothing where it does not."""
    signs = [sign for seen in claim.appearances for sign in signs_of(material, twins, seen)]
    return tuple(_reasons([*signs, *_disputed(twins, claim)]))


def signs_of(material: Material, twins: Twins, seen: Appearance) -> Iterator[Sign]:
    """How one appearance shows that the claim is unsettled."""
    article = twins.origin(seen.anchor.article)
    if seen.voice == "question":
        yield Sign("asked" if seen.anchor.field == "title" else "wondered", article)
    rumor, hedges = _doubt(material, seen)
    if rumor:
        yield Sign("rumored", article, rumor)
    if hedges and seen.certainty != "certain" and seen.voice != "question":
        yield Sign("hedged", article, hedges)
    if seen.stance == "against":
        return  # a denial on somebody's word says nothing of whose word the claim is told on
    if _is_unnamed(seen.chain):
        yield Sign("unnamed", article, (seen.chain.root,))
    elif seen.voice == "attributed" and seen.chain.sourcing == "none" and not seen.chain.via:
        yield Sign("nobody", article)


def _is_unnamed(chain: Chain) -> bool:
    """Whether people without a name are at the chain's end, behind other outlets too.

    Who speaks for somebody ("her rep", "the firm's lawyer") hides nobody.
    """
    if chain.speaker is not None or chain.sourcing not in ("unnamed", "outlet"):
        return False
    told = {word.form for word in words(chain.origin or "")}
    if told & SPOKES or (told & AGENTS and any(_OWNER.match(form) for form in told)):
        return False
    if chain.sourcing == "outlet":
        return bool(told & UNNAMED)
    return bool(told & UNNAMED) or not told & BODY


def _doubt(material: Material, seen: Appearance) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of rumor and words of hedging that speak of an appearance."""
    place = seen.anchor
    text = _text(material, seen)
    layers = _layers(material, seen)
    start = _sentence(material, seen).start
    rumor = tuple(m.group().lower() for m in RUMOR_WORDS.finditer(text, start, place.span.end))
    hedges = tuple(
        word.lower()
        for hedge in layers.hedges
        if (hedge.span.overlaps(place.span) or hedge.scope.overlaps(place.span))
        and (word := hedge.span.of(text)) != "?"
    )
    return rumor, tuple(
        word
        for word in hedges
        if not RUMOR_WORDS.search(word) and not NO_DOUBT.intersection(word.split())
    )


def _text(material: Material, seen: Appearance) -> str:
    found = material.article(seen.anchor.article)
    return found.text if seen.anchor.field == "text" else found.title or ""


def _layers(material: Material, seen: Appearance) -> Layers:
    reading = material.reading(seen.anchor.article)
    return reading.body if seen.anchor.field == "text" else reading.headline or Layers()


def _sentence(material: Material, seen: Appearance) -> Span:
    """The sentence that an appearance begins in; the appearance itself where there is none."""
    if seen.anchor.field == "title":
        return Span(0, seen.anchor.span.end)
    number = material.sentence(seen.anchor.article, seen.anchor.span.start)
    return seen.anchor.span if number is None else _spans(material, seen)[number]


def _spans(material: Material, seen: Appearance) -> tuple[Span, ...]:
    return material.reading(seen.anchor.article).sentences


def _disputed(twins: Twins, claim: Claim) -> Iterator[Sign]:
    """A sign of either side, where one tells the claim as true and another denies it."""
    for_it, against = set[str](), set[str]()
    for one in claim.appearances:
        article = twins.origin(one.anchor.article)
        if one.stance == "for":
            for_it.add(article)
        elif one.stance == "against" and one.confidence >= DENIED:
            against.add(article)
    if for_it and against:
        yield from (Sign("disputed", article, ("for",)) for article in sorted(for_it))
        yield from (Sign("disputed", article, ("against",)) for article in sorted(against))


def _score(twins: Twins, claim: Claim, signs: Iterable[Sign], presence: dict[str, float]) -> float:
    """How unsettled: by kind and number of articles, more where many carry it."""
    articles: dict[Kind, set[str]] = {}
    for sign in signs:
        articles.setdefault(sign.kind, set()).add(sign.article)
    spread = log2(1 + _articles(twins, claim))
    told = sum(WEIGHTS[kind] * (1 + log2(len(found))) for kind, found in articles.items())
    return (told + spread) * (1 - ABSENT + ABSENT * _known(claim, presence))


def _known(claim: Claim, presence: dict[str, float]) -> float:
    """The share of the articles that the best known of those in a claim is in."""
    return max((presence.get(member, 0.0) for member in claim.about), default=NOBODY_KNOWN)


def _articles(twins: Twins, claim: Claim) -> int:
    """How many articles carry a claim, copies and versions counted once."""
    return len({twins.origin(one.anchor.article) for one in claim.appearances})


def _counts(material: Material, twins: Twins, claim: Claim, presence: dict[str, float]) -> bool:
    """Whether a claim is of this story and can be followed.

    It names somebody of the cast (where there is one), a figure or a day, or is asked
    outright; what one article alone says is of somebody others know too, and says that
    something happens.
    """
    asked = any(seen.voice == "question" for seen in claim.appearances)
    if presence and not (claim.about or asked or _has_figure(claim)):
        return False
    if _articles(twins, claim) > 1:
        return True
    total = len(material.originals)
    strange = total >= SEVERAL and _known(claim, presence) * total < max(2.0, STRANGER * total)
    if strange:
        return False
    return asked or _has_figure(claim) or _happens(material, claim) or _tells_who(material, claim)


def _is_settled(twins: Twins, claim: Claim, signs: Iterable[Sign]) -> bool:
    """Whether little but a hedge speaks against what several articles tell as plain fact."""
    doubting = set[str]()
    for sign in signs:
        if sign.kind not in FAINT:
            return False
        doubting.add(sign.article)
    plain = {
        twins.origin(one.anchor.article)
        for one in claim.appearances
        if one.voice == "asserted" and one.stance == "for" and one.certainty == "certain"
    }
    return len(plain - doubting) >= PLAIN * max(1, len(doubting))


def _has_figure(claim: Claim) -> bool:
    return any(mark.isdigit() for seen in claim.appearances for mark in seen.anchor.text)


def _happens(material: Material, claim: Claim) -> bool:
    """Whether something happens in a claim: it is no mere opinion, and nobody's wish."""
    for seen in claim.appearances:
        here = [e for e in _layers(material, seen).events if seen.anchor.span.covers(e.span)]
        start = seen.anchor.span.start
        first = min((one.span.end for one in here), default=start)
        told = words_of(_text(material, seen)[start:first])
        if any(word.stem in THOUGHTS for word in told):
            continue
        if any(one.type in HAPPENING for one in here):
            return True
    return False


def _tells_who(material: Material, claim: Claim) -> bool:
    """Whether a claim says who or what something is: "the other is the Weir Cooperative"."""
    return any(
        one.named
        and seen.anchor.span.covers(one.head)
        and _IS.search(_text(material, seen), seen.anchor.span.start, one.head.start) is not None
        for seen in claim.appearances
        for one in _layers(material, seen).mentions
    )


def _reasons(signs: Iterable[Sign]) -> Iterator[str]:
    """The signs in words, the weightiest kind first."""
    by_kind: dict[Kind, list[Sign]] = {}
    for sign in signs:
        by_kind.setdefault(sign.kind, []).append(sign)
    for kind in WEIGHTS:
        if kind in by_kind:
            yield _reason(kind, by_kind[kind])


def _reason(kind: Kind, signs: list[Sign]) -> str:
    articles = len({sign.article for sign in signs})
    words = Counter(word for sign in signs for word in sign.words)
    quoted = ", ".join(f"“{word}”" for word, _ in words.most_common(_QUOTED))
    if kind == "asked":
        return f"{_many(articles, 'headline asks', 'headlines ask')}"
    if kind == "wondered":
        return f"{_many(articles, 'article asks', 'articles ask')}"
    if kind == "rumored":
        return f"{_many(articles, 'article calls', 'articles call')} it a rumor ({quoted})"
    if kind == "hedged":
        return f"{_many(articles, 'article hedges', 'articles hedge')} it ({quoted})"
    if kind == "unnamed":
        return f"rests on {_many(len(words), 'unnamed source', 'unnamed sources')}"
    if kind == "disputed":
        sides = [{s.article for s in signs if s.words == (side,)} for side in ("for", "against")]
        told, denied = (_many(len(one), "article", "articles") for one in sides)
        return f"sentences of {told} tell it as true, of {denied} deny it"
    return f"{_many(articles, 'article does', 'articles do')} not say who it comes from"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
