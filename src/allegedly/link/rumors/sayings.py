"""What each article says of a statement, place by place, claimed elsewhere or not.

Claims join only what surely says the same. Whether an article speaks *of* a statement is a
wider question: "there is no sale", "nothing in the memo says that a sale is agreed" and "it
may be wishful thinking to call it a deal" are not one claim, but all are of one sale.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...records import Appearance, StanceValue
from ..cast.finding import Cast
from ..claims.figures import conflict
from ..claims.names import PARTIES
from ..claims.polarity import negated
from ..claims.propositions import COMMON, Proposition, Propositions
from ..claims.relations import relations, words_of
from ..claims.standing import standing
from ..claims.words import ANYBODY
from ..frequencies import rarity
from ..material import Material
from ..sourcing.chains import Chains
from ..words import term, words

#: How far a place with the statement's relation speaks of it: by the relation alone, and what
#: all the statement's other words, and all its people, add.
RELATION, WORDS, PEOPLE = 0.6, 0.25, 0.15
#: What is left of that where the relation is only what something else is said of ("a sale
#: would bring …") or a condition, and where it stands in another way ("in talks to sell").
TOPIC, OTHERWISE = 0.4, 0.85
#: And where it is not the statement's first relation: "to lay off 2,000 *employees*".
SECOND = 0.5
#: Without the statement's relation a place needs so much of its words.
ALIKE = 0.5
#: Of somebody else: how much that leaves where a statement's people are not named.
UNNAMED = 0.7
#: From here on a place is likely of a claim.
LIKELY = 0.5

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\b"
    rf"|\b(?P<n>{_MONTH})\.?\s+(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A statement, taken apart as propositions are."""

    text: str
    key: str | None
    relations: frozenset[str]
    aspects: frozenset[str]
    negated: bool
    terms: dict[str, float]
    cast: frozenset[str]
    days: frozenset[str]


class Sayings:
    """The places of a story's articles that speak of a statement; each article is read once."""

    def __init__(
        self,
        material: Material,
        cast: Cast,
        chains: Chains,
        propositions: Propositions | None = None,
    ) -> None:
        self._material, self._chains = material, chains
        self._propositions = propositions or Propositions(material, cast)
        self._wanted: dict[str, Wanted] = {}
        self._persons = frozenset(one.id for one in cast.members if one.kind == "person")
        self._by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for member in cast.members:
            if member.kind in PARTIES:
                for name in dict.fromkeys((member.name, *member.aliases)):
                    found = _folded(name)
                    if found.strip():
                        self._by_word[found.split()[0]].append((found, member.id))

    def of(self, statement: str, article: str) -> list[Appearance]:
        """The places of one article that speak of ``statement``, in its order.

        ``confidence`` is how far they do, from 0 to 1; ``stance`` is toward the statement.
        """
        wanted = self._wanted.get(statement)
        if wanted is None:
            wanted = self._wanted[statement] = self._taken_apart(statement)
        found = []
        for one in self._propositions.of(article):
            bearing = self._bearing(wanted, one)
            if bearing > 0:
                found.append(self._appearance(wanted, one, bearing))
        return found

    def _taken_apart(self, statement: str) -> Wanted:
        text = statement.rstrip(" .?!")
        told = words_of(text)
        hits, aspects = standing(text, told)
        people, named = self._named(text)
        said = {n for hit in hits for n in range(hit.first, hit.last + 1)}
        terms = {
            word.stem: worth
            for n, word in enumerate(told)
            if n not in said
            and word.form not in named
            and (worth := rarity(term(word.form))) >= COMMON
        }
        return Wanted(
            text=text,
            key=hits[0].relation if hits else None,
            relations=frozenset(hit.relation for hit in hits),
            aspects=aspects,
            negated=negated(told, hits[0] if hits else None),
            terms=terms,
            cast=people,
            days=_days(text),
        )

    def _named(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The members of the cast named in a statement, and the words of their names."""
        folded = _folded(text)
        people, named = set[str](), set[str]()
        for word in folded.split():
            for name, member in self._by_word.get(word, ()):
                if name in folded:
                    people.add(member)
                    named.update(name.split())
        return frozenset(people), frozenset(named)

    def _bearing(self, wanted: Wanted, one: Proposition) -> float:
        """How far a proposition speaks of the statement, 0 where it is of something else."""
        if conflict(wanted.text, one.anchor.text) or _of_anybody(one):
            return 0.0
        if wanted.days and (told := _days(one.anchor.text)) and wanted.days.isdisjoint(told):
            return 0.0
        ours, theirs = wanted.cast & self._persons, one.cast & self._persons
        if ours and theirs and ours.isdisjoint(theirs):
            return 0.0
        worth = sum(wanted.terms.values())
        shared = sum(wanted.terms[name] for name in wanted.terms if name in one.terms)
        share = shared / worth if worth else None
        people = len(wanted.cast & one.cast) / len(wanted.cast) if wanted.cast else None
        if people == 0.0 and not one.cast:
            people = UNNAMED
        if wanted.relations & one.relations:
            found = RELATION
            found += WORDS * (share if share is not None else 1.0)
            found += PEOPLE * (people if people is not None else 1.0)
            if wanted.key not in one.relations:
                found *= SECOND
            if "topic" in one.aspects and "topic" not in wanted.aspects:
                return found * TOPIC
            return found * (1.0 if one.aspects == wanted.aspects else OTHERWISE)
        if "condition" in one.aspects or share is None or share < ALIKE:
            return 0.0
        return share * (RELATION + PEOPLE * (people or 0.0))

    def _is_cited(self, one: Proposition, wanted: Wanted) -> bool:
        """Whether what is said of the statement stands in quotation marks: a banner, a slogan."""
        text = one.anchor.text
        hits = [hit for hit in relations(words_of(text)) if hit.relation in wanted.relations]
        marks = [match.span() for match in _QUOTED.finditer(text)]
        return bool(hits) and all(
            any(start < words_of(text)[hit.first].start < end for start, end in marks)
            for hit in hits
        )

    def _appearance(self, wanted: Wanted, one: Proposition, bearing: float) -> Appearance:
        article, field = one.anchor.article, one.anchor.field
        voice = one.voice
        if voice == "asserted" and self._is_cited(one, wanted):
            voice = "attributed"
        stance: StanceValue = "for" if one.negated == wanted.negated else "against"
        if one.voice == "question" or one.certainty in ("possible", "unknown"):
            stance = "observing"
        return Appearance(
            anchor=one.anchor,
            voice=voice,
            stance=stance,
            certainty=one.certainty,
            chain=self._chains.at(article, field, one.anchor.span)
            if one.attribution is None
            else self._chains.of(article, field, one.attribution),
            attribution=one.attribution,
            published=self._material.published(article),
            confidence=round(min(0.99, bearing), 2),
        )


def merged(known: Sequence[Appearance], further: Sequence[Appearance]) -> list[Appearance]:
    """The places of claims with further ones.

    One that is likely of a claim counts as it stands there, but for whose words they are; of
    other readings of one stretch the surer counts.
    """
    found = list(known)
    for one in further:
        same = [seen for seen in found if _overlap(seen, one)]
        likely = [seen for seen in same if seen.confidence >= LIKELY]
        if likely:
            found = [
                replace(seen, voice=one.voice) if seen.anchor == one.anchor else seen
                for seen in found
            ]
        elif all(seen.confidence < one.confidence for seen in same):
            found = [seen for seen in found if seen not in same]
            found.append(one)
    return found


def _days(text: str) -> frozenset[str]:
    """The days of the month named in a text: "14 mar"."""
    found = (match.groupdict() for match in _DAY.finditer(text))
    return frozenset(
        f"{int(one['d'] or one['e'])} {(one['m'] or one['n'])[:3].lower()}" for one in found
    )


def _of_anybody(one: Proposition) -> bool:
    """Whether it is said of anybody: "you are buying the right to raise the fare"."""
    return any(word.form in ANYBODY for word in words_of(one.anchor.text))


def _overlap(one: Appearance, other: Appearance) -> bool:
    return one.anchor.field == other.anchor.field and one.anchor.span.overlaps(other.anchor.span)


def _folded(text: str) -> str:
    """The words of a text in lower case with spaces around them."""
    return f" {' '.join(word.form for word in words(text))} "
