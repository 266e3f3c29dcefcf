"""How likely two places tell of one event: a logistic regression of what they share.

A *telling* is one place that tells of an event. Whether two of them are one event is
judged by their head words (stems and families of sense, as in `event_lemmas`), by the
words around them, weighed by how rare they are, and by how alike their articles are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

_FITTED = "events.json"
#: Beyond this cosine two articles are as alike as articles on one happening are.
ALIKE = 0.15
#: Sentences beyond which distance in one article no longer matters.
_FAR = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of an event, as it is compared with others.

    ``text`` names the article (copies share one), ``sentence`` is its number there.
    ``stems`` and ``senses`` are those of the words that stand for the event; ``near`` are
    weights of the words close to them, ``around`` those of the sentence, each vector of
    length 1. ``who`` take part. ``earliest`` and ``latest`` bound the days it may have
    happened on. ``rarity`` is how rare the head word is in news, in nats.
    """

    text: str
    sentence: int
    stems: frozenset[str]
    senses: frozenset[str]
    near: Mapping[str, float]
    around: Mapping[str, float]
    who: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    rarity: float = 0.0


#: What the regression sees of a pair; ``far`` says that it stands in two articles.
FEATURES = (
    "bias", "stem", "sense", "near", "stem_near", "sense_near", "stem_around", "sense_around",
    "stem_far", "sense_far", "stem_alike", "sense_alike", "distance", "stem_rarity", "stem_who",
    "sense_who",
)  # fmt: skip


def features(
    one: Telling, other: Telling, alike: float = ALIKE, around: float | None = None
) -> list[float]:
    """The features of a pair, in the order of FEATURES.

    ``alike`` is the articles' cosine, ``around`` that of the words around, where it is known.
    """
    stem = float(not one.stems.isdisjoint(other.stems))
    sense = float(not stem and not one.senses.isdisjoint(other.senses))
    near = cosine(one.near, other.near)
    around = cosine(one.around, other.around) if around is None else around
    far = float(one.text != other.text)
    apart = 0.0 if far else min(abs(one.sentence - other.sentence), _FAR) / _FAR
    close = min(alike, ALIKE) / ALIKE * far
    who = float(not one.who.isdisjoint(other.who))
    return [
        1.0, stem, sense, near * (1 - stem) * (1 - sense), stem * near, sense * near,
        stem * around, sense * around, stem * far, sense * far, stem * close, sense * close,
        apart, (one.rarity + other.rarity) / 2 * stem, stem * who, sense * who,
    ]  # fmt: skip


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[name] for name, weight in one.items() if name in other])


@cache
def fitted() -> tuple[float, ...]:
    """The weights that come with the package (`training/events.py` fits them)."""
    values = json.loads((files("allegedly.link.events") / _FITTED).read_text("utf-8"))
    return tuple(float(values[name]) for name in FEATURES)


def odds(one: Telling, other: Telling, alike: float = ALIKE, around: float | None = None) -> float:
    """The log-odds that two tellings are of one event; as `features` has it."""
    seen = features(one, other, alike, around)
    return sum([weight * value for weight, value in zip(fitted(), seen, strict=True)])
