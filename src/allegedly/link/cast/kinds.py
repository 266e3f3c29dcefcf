"""What kind of thing a name names, over all articles of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ...reader.lexicon import ORGANIZATION_WORDS, OUTLET_WORDS
from ...records import MentionKind
from ..material import Material
from .names import body_words, person_name
from .portraits import Portrait
from .words import FORERUNNERS

#: How much one article may weigh; how many more articles must take a name for a place than for
#: a person, and how many at least, for those who take it for a person to be wrong.
_MOST, _CLEARLY, _LEAST = 3, 3, 3
_ORDER: tuple[MentionKind, ...] = (
    "person",
    "organization",
    "place",
    "group",
    "work",
    "event",
    "other",
)
Votes = dict[tuple[str, ...], Counter[MentionKind]]


def outlet_names(material: Material) -> frozenset[tuple[str, ...]]:
    """The names of the outlets that tell the story, as words."""
    return frozenset(
        body_words(one.article.outlet)
        for one in material.readings
        if one.article.outlet and one.article.outlet.strip()
    )


def settle_kinds(
    found: Sequence[Portrait], outlets: frozenset[tuple[str, ...]] = frozenset()
) -> None:
    """Give one kind to all that bear a name, where nothing but the name tells.

    An entity of which an article says "he" or "Mrs" stays a person. Whatever else bears
    the name of one of ``outlets`` is that outlet.
    """
    named = [one for one in found if one.names]
    for one in named:
        one.kind = _by_article(one)
        if not one.is_she_or_he and any(body_words(name) in outlets for name in one.names):
            one.kind = "organization"
    families = {w for one in named if one.kind == "person" for w in _surnames(one)}
    for one in named:
        if one.kind != "person" and _is_family(one, families):
            one.kind = "group"
    votes, articles = _votes(named, _MOST), _votes(named, 1)
    kinds = [_settled(one, votes, articles) for one in named]
    for one, kind in zip(named, kinds, strict=True):
        one.kind = kind


def _votes(named: Iterable[Portrait], most: int) -> Votes:
    """How often each name is one of each kind; "Orrin and Skerrow" are two places."""
    votes: Votes = defaultdict(Counter)
    for one in named:
        for words, count in Counter(map(body_words, one.names.elements())).items():
            votes[words][one.kind] += min(count, most)
            if one.kind == "place" and "and" in words[1:-1]:
                cut = words.index("and", 1)
                for part in (words[:cut], words[cut + 1 :]):
                    votes[part]["place"] += min(count, most)
    return votes


def _settled(one: Portrait, votes: Votes, articles: Votes) -> MentionKind:
    key = max((body_words(name) for name in one.names), key=lambda words: (len(words), words))
    tally = votes[key]
    if len(tally) == 1:
        return one.kind
    best = max(_ORDER, key=lambda kind: (tally[kind], -_ORDER.index(kind)))
    if best == one.kind or (one.kind == "person" and one.is_she_or_he):
        return one.kind
    if tally[best] == tally[one.kind] and len(key) == 1:
        return one.kind
    if {best, one.kind} == {"person", "place"}:
        # Children are called Paris and Chelsea: only a clear majority tells.
        most, least = articles[key][best], articles[key][one.kind]
        return best if most >= max(_LEAST, _CLEARLY * least) else one.kind
    return best


def _by_article(one: Portrait) -> MentionKind:
    """What its own article tells: a person has no "the" before the name."""
    if one.kind != "person" or one.is_she_or_he:
        return one.kind
    words = max((body_words(name) for name in one.names), key=len)
    if words[-1] in ORGANIZATION_WORDS | OUTLET_WORDS and len(words) > 2:
        return "organization"
    if one.articled < one.named or len(words) < 2 or words[0] in FORERUNNERS:
        return one.kind
    return "group" if words[-1].endswith("s") else "organization"


def _surnames(one: Portrait) -> set[str]:
    names = [person_name(name) for name in one.names]
    return {name.words[-1] for name in names if name.full}


def _is_family(one: Portrait, surnames: set[str]) -> bool:
    """Whether all it is called is "the Finches"."""
    return one.articled == one.named and all(
        family_of(body_words(name), surnames) is not None for name in one.names
    )


def family_of(words: tuple[str, ...], surnames: set[str]) -> str | None:
    """The surname that "Finches", "Finch family" is the family of; None where it is of none."""
    if len(words) == 2 and words[1] in ("family", "clan", "siblings", "sisters", "brothers"):
        return words[0] if words[0] in surnames else None
    if len(words) != 1:
        return None
    for ending in ("es", "s"):
        stem = words[0].removesuffix(ending)
        if stem != words[0] and stem in surnames:
            return stem
    return None
