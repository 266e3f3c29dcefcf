"""How far two propositions say the same: one number for a pair, from a few comparisons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, log

import numpy as np

from ..judging import Floats
from .figures import conflict
from .propositions import Proposition
from .relation_words import RELATED

#: At most so many others are looked at for one proposition, by the weight of what they share.
NEAREST = 20
#: A word or relation in more propositions than these proposes only their first ones.
CROWD = 150
#: What the parts of the score weigh; they add up to 1.
MEANING, RELATION, TERMS, CAST = 0.45, 0.25, 0.2, 0.1
#: What is taken off where no relation is shared: other words alike are less of a sign.
UNRELATED = 0.16
#: Cosines from here up to there count from 0 to 1.
LOW, HIGH = 0.1, 0.8
#: The likeness of two statements of the story's own relation, less for each further word.
FLOOR, EXTRA, MOST_EXTRA = 0.71, 0.04, 4
#: A relation in so large a share of the articles is the story's own if it is in two headlines
#: or the commonest; it is in at least so many.
SHARE, COMMONEST, FEW = 0.4, 1.0, 3
#: What one sum of money in both adds.
SAME_SUM = 0.16
#: Another relation in one statement only counts as so many words.
SOMEBODY = 2
#: The same date adds something; another day of the month, another month take some off.
SAME_DATE, OTHER_DAY, OTHER_DATE = 0.12, 0.03, 0.2
#: So large a share of the statements of a relation has those whom it is understood to be of.
UNDERSTOOD = 0.4
#: What two of different things count in the mean of a group.
EXCLUDED = -0.25
#: Relation unknown on one side; the same where both are talked over, say.
HALF_KNOWN, HALF_SAME = 0.25, 0.6
#: Relations of one matter.
ALLIED = 0.4


_RELATED = frozenset(frozenset(pair.split()) for pair in RELATED.split(","))


class Likeness:
    """Compares propositions; ``meanings`` is (n, d), a unit vector for each.

    ``persons`` are ids of the cast's persons, ``leads`` of those whom the story is about.
    """

    def __init__(
        self,
        propositions: Sequence[Proposition],
        meanings: Floats,
        persons: frozenset[str] = frozenset(),
        leads: frozenset[str] = frozenset(),
    ) -> None:
        self._persons, self._leads = persons, leads
        self._told: dict[tuple[int, int], float] = {}
        self.propositions = propositions
        self._meanings = meanings
        self._central = _central(propositions)
        self._casts = _casts(propositions, self._central)
        counts = Counter(term for one in propositions for term in one.terms)
        total = len(propositions)
        self._worth = {term: log(1 + total / (1 + n)) + 0.1 for term, n in counts.items()}

    def central(self, a: int) -> bool:
        """Whether a statement is of a relation that the story is about."""
        return self.propositions[a].key in self._central

    def one_matter(self, a: int, b: int) -> bool:
        """Whether both are of the story's own relation, or one says no more than that it is."""
        one, other = self.propositions[a], self.propositions[b]
        shared = _shared_relations(one, other)
        return bool(shared & self._central or (shared and (_bare(one) or _bare(other))))

    def learn(self, told: Mapping[tuple[int, int], float]) -> None:
        """Take in what was found out about pairs: to be added to their likeness."""
        self._told.update(told)

    def score(self, a: int, b: int) -> float:
        """About 0 to 1; below 0 where the two cannot say the same."""
        if self._excluded(a, b):
            return EXCLUDED
        return self._score(a, b) + self._told.get((a, b), 0.0)

    def _score(self, a: int, b: int) -> float:
        one, other = self.propositions[a], self.propositions[b]
        cosine = float(self._meanings[a] @ self._meanings[b])
        meaning = min(1.0, max(0.0, (cosine - LOW) / (HIGH - LOW)))
        parts = [(MEANING, meaning)]
        if one.relations or other.relations:
            parts.append((RELATION, _relation(one, other)))
        if one.terms and other.terms:
            parts.append((TERMS, self._shared(one, other)))
        if self._casts[a] and self._casts[b]:
            parts.append((CAST, _overlap(self._casts[a], self._casts[b])))
        total = sum(weight * value for weight, value in parts) / sum(w for w, _ in parts)
        shared = _shared_relations(one, other)
        total -= dates_apart(one.times, other.times)
        if any(not key[0].isalpha() for key in one.terms & other.terms):
            total += SAME_SUM
        known = (one.relations and other.relations) or one.aspects
        if "topic" in one.aspects or not (shared or known):
            return total - UNRELATED
        return max(total, self._floor(a, b)) if self.one_matter(a, b) else total

    def _floor(self, a: int, b: int) -> float:
        """The least likeness of two statements of what the story is about.

        "There is no sale" needs no more words; what each says besides takes some off.
        """
        one, other = self.propositions[a], self.propositions[b]
        ours, theirs = self._casts[a], self._casts[b]
        strangers = ((ours ^ theirs) & self._persons) - self._leads
        if strangers or (ours and theirs and ours.isdisjoint(theirs)):
            return 0.0
        if one.key and other.key and one.key != other.key:
            return 0.0
        apart = dates_apart(one.times, other.times)
        return FLOOR - apart - EXTRA * (_extra(one, other) + _extra(other, one))

    def _excluded(self, a: int, b: int) -> bool:
        """Whether two propositions are of different things: relation, aspect, cast, figure."""
        one, other = self.propositions[a], self.propositions[b]
        if one.aspects != other.aspects or _apart(one.relations, other.relations):
            return True
        ours, theirs = self._casts[a], self._casts[b]
        if ours and theirs:
            alike = ours & theirs
            only = (ours - alike) & self._persons, (theirs - alike) & self._persons
            if not alike and (all(only) or not one.relations & other.relations):
                return True
            if one.relations and all(only):
                return True
        return conflict(one.anchor.text, other.anchor.text)

    def _shared(self, one: Proposition, other: Proposition) -> float:
        """The share of weighty words they have in common, of the shorter and of both."""
        worth = self._worth
        # Exact sums: those of a set are else another in each run, in their last digits.
        both = fsum(worth[t] for t in one.terms & other.terms)
        if not both:
            return 0.0
        first, second = (fsum(worth[t] for t in side.terms) for side in (one, other))
        return 0.5 * both / min(first, second) + 0.5 * both / (first + second - both)

    def nearest(self) -> list[list[int]]:
        """For each proposition the others that share most with it, by an inverted index."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.propositions):
            for key in _keys(one):
                index[key].append(number)
        total = len(self.propositions)
        found = []
        for number, one in enumerate(self.propositions):
            weights: Counter[int] = Counter()
            for key in sorted(_keys(one)):
                weight = log(1 + total / len(index[key])) * (2.0 if key[0] == "r" else 1.0)
                for other in index[key][:CROWD]:
                    if other != number:
                        weights[other] += weight  # type: ignore[assignment]
            ranked = sorted(weights, key=lambda n: (-weights[n], n))
            found.append(ranked[:NEAREST])
        return found


def _shared_relations(one: Proposition, other: Proposition) -> frozenset[str]:
    """The relations in both; where one has none, what is said of how it stands."""
    shared = one.relations & other.relations
    return shared if one.relations and other.relations else shared | one.aspects


def _bare(one: Proposition) -> bool:
    """Whether it says no more than that there is such a thing: "there are no talks"."""
    return not one.terms and not one.cast


def _extra(one: Proposition, other: Proposition) -> int:
    """How many things one says that the other does not."""
    more = SOMEBODY * bool(one.relations - other.relations)
    words = [t for t in one.terms - other.terms if t[0].isalpha()]
    return min(MOST_EXTRA, len(words) + more)


def dates_apart(one: frozenset[str], other: frozenset[str]) -> float:
    """What two statements' dates take off their likeness: less than nothing for one date."""
    if not one or not other:
        return 0.0
    if one & other:
        return -SAME_DATE
    if any(a.startswith(b) or b.startswith(a) for a in one for b in other):
        return 0.0  # "in March" says no more than that it can be
    return OTHER_DAY if {a[:7] for a in one} & {b[:7] for b in other} else OTHER_DATE


def _keys(one: Proposition) -> set[str]:
    return {f"r {name}" for name in one.relations | one.aspects} | {
        f"t {term}" for term in one.terms
    }


def _relation(one: Proposition, other: Proposition) -> float:
    if not one.relations or not other.relations:
        return HALF_SAME if one.aspects else HALF_KNOWN
    if not one.relations & other.relations:
        return ALLIED
    return _overlap(one.relations, other.relations)


def _casts(propositions: Sequence[Proposition], central: frozenset[str]) -> list[frozenset[str]]:
    """Whom each statement is of: for "there is no sale" those of the story's sale."""
    understood: dict[str, frozenset[str]] = {}
    for name in central:
        casts = [one.cast for one in propositions if name in one.relations and one.cast]
        counts = Counter(member for cast in casts for member in cast)
        understood[name] = frozenset(m for m, n in counts.items() if n >= UNDERSTOOD * len(casts))
    return [
        one.cast or frozenset().union(*(understood[n] for n in one.relations & central))
        for one in propositions
    ]


def _central(propositions: Sequence[Proposition]) -> frozenset[str]:
    """The relations that the story is about: those that many of its articles speak of."""
    articles: dict[str, set[str]] = defaultdict(set)
    for one in propositions:
        for name in one.relations | one.aspects:
            articles[name].add(one.anchor.article)
    count = len({one.anchor.article for one in propositions})
    least = max(min(FEW, count), SHARE * count)
    most = COMMONEST * max((len(found) for found in articles.values()), default=0)
    titles = Counter(
        name
        for name, _ in {
            (name, one.anchor.article)
            for one in propositions
            if one.headline
            for name in one.relations
        }
    )
    return frozenset(
        name
        for name, found in articles.items()
        if len(found) >= least and (titles[name] >= min(2, count) or len(found) >= most)
    )


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the relations of two statements cannot be of one matter."""
    if not one or not other or one & other:
        return False
    return not any(frozenset((a, b)) in _RELATED for a in one for b in other)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The mean of Jaccard and of the share of the smaller."""
    both = len(one & other)
    return 0.5 * both / len(one | other) + 0.5 * both / min(len(one), len(other))


def pairs_of(nearest: Sequence[Sequence[int]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """The pairs to compare, (n, 2), each once, the smaller number first."""
    found = {(min(a, b), max(a, b)) for a, others in enumerate(nearest) for b in others}
    return np.array(sorted(found), np.int64).reshape(-1, 2)
