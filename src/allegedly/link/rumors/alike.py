"""Which statements are the same: a tracked one and a claim, a rumor and a lesser one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...records import Claim
from ..claims.propositions import COMMON
from ..claims.relations import Hit, aspects, relations, words_of
from ..frequencies import rarity
from ..judging import Floats, Judge
from ..words import term
from .rulings import same_words
from .statements import plain

#: Two statements are the same where each entails the other with this probability …
ENTAILS = 0.5
#: … or where they are so similar; below the other figure nothing is compared.
SAME, FAR = 0.82, 0.5
#: A claim so similar to a statement speaks of it, unless one contradicts the other.
NEAR, CONTRADICTS = 0.6, 0.5
#: Claims that are compared with a statement: those that share most words; wordings of each.
_COMPARED, _TOLD = 12, 4

Item = TypeVar("Item")


def unlike(
    judge: Judge,
    known: Sequence[str],
    candidates: Sequence[tuple[Item, bool]],
    statement: Callable[[Item], str],
    most: int,
) -> list[Item]:
    """The first ``most`` candidates, without those that say what is said before.

    ``known`` are statements said before all of them. A candidate with a mark is kept
    whatever it says, beyond the number too.
    """
    looked = [one for place, one in enumerate(candidates) if place < 3 * most or one[1]]
    texts = [*known, *(statement(item) for item, _ in looked)]
    vectors = judge.embed(texts)
    said = list(range(len(known)))
    kept: list[Item] = []
    for place, (item, marked) in enumerate(looked, start=len(known)):
        if not marked and (len(kept) >= most or _is_said(judge, texts, vectors, said, place)):
            continue
        said.append(place)
        kept.append(item)
    return kept


def _is_said(
    judge: Judge, texts: Sequence[str], vectors: Floats, said: Sequence[int], place: int
) -> bool:
    """Whether one of the statements ``said`` says what the one at ``place`` says."""
    if any(_contains(texts[one], texts[place]) for one in said):
        return True
    close = [
        one
        for one in said
        if float(vectors[one] @ vectors[place]) >= FAR and not _apart(texts[one], texts[place])
    ]
    if any(float(vectors[one] @ vectors[place]) >= SAME for one in close):
        return True
    return any(_same(judge, [(texts[one], texts[place]) for one in close]))


def _apart(one: str, other: str) -> bool:
    """Whether two statements are of different relations: to part, to divorce."""
    ours, theirs = (frozenset(hit.relation for hit in _relations(text)) for text in (one, other))
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _contains(one: str, other: str) -> bool:
    """Whether a statement says all that another says: "A is selling the line to B", "the buyer
    is B"; what it says must be of some relation, and stand in the same way."""
    (ours, more), (theirs, less) = _taken(one), _taken(other)
    return bool(theirs) and theirs <= ours and less <= more


def _taken(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The relations of a statement with how they stand, and its other weighty words."""
    told = words_of(text.rstrip(" .?!"))
    hits = relations(told)
    how = {f"as {hit.relation}" for hit in aspects(told)}
    said = {n for hit in hits for n in range(hit.first, hit.last + 1)}
    rest = {
        word.stem
        for n, word in enumerate(told)
        if n not in said and rarity(term(word.form)) >= COMMON
    }
    return frozenset({hit.relation for hit in hits} | how), frozenset(rest)


def _relations(text: str) -> list[Hit]:
    return relations(words_of(text.rstrip(" .?!")))


def _same(judge: Judge, pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """For each pair whether both say the same."""
    found = judge.entail([*pairs, *((there, here) for here, there in pairs)])
    half = len(pairs)
    return [bool(found[n, 0] >= ENTAILS and found[n + half, 0] >= ENTAILS) for n in range(half)]


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that speaks of a statement: how close it is, 1 for the same; whether it is."""

    claim: Claim
    closeness: float
    same: bool


class Neighbours:
    """The claims of a story by their words: an inverted index proposes what is compared."""

    def __init__(self, judge: Judge, claims: Sequence[Claim]) -> None:
        self._judge, self._claims = judge, claims
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for name in {name for text in _wordings(claim) for name in same_words(text)}:
                self._index[name].append(number)

    def of(self, statement: str) -> list[Near]:
        """The claims that say about what a statement says, the closest first."""
        wanted = same_words(statement)
        shared: dict[int, float] = defaultdict(float)
        for name in dict.fromkeys(wanted):
            for number in self._index.get(name, ()):
                shared[number] += rarity(name)
        ranked = sorted(shared, key=lambda number: (-shared[number], number))[:_COMPARED]
        found = self._compared(plain(statement), [self._claims[n] for n in ranked])
        equal = [one for one in found if same_words(one.claim.statement) == wanted]
        return [Near(one.claim, 1.0, True) for one in equal[:1]] or found

    def _compared(self, statement: str, claims: Sequence[Claim]) -> list[Near]:
        owners = [(claim, plain(text)) for claim in claims for text in _wordings(claim)]
        vectors = self._judge.embed([statement, *(text for _, text in owners)])
        best: dict[str, tuple[float, Claim, str]] = {}
        for row, (claim, text) in enumerate(owners, start=1):
            similar = float(vectors[row] @ vectors[0])
            if similar > best.get(claim.id, (NEAR, claim, ""))[0]:
                best[claim.id] = similar, claim, text
        ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].id))
        pairs = [(text, statement) for _, _, text in ranked]
        there = self._judge.entail(pairs)
        back = self._judge.entail([(second, first) for first, second in pairs])
        found = []
        for n, (similar, claim, _) in enumerate(ranked):
            if max(float(there[n, 1]), float(back[n, 1])) >= CONTRADICTS:
                continue  # what they say of it is the other way round
            same = min(float(there[n, 0]), float(back[n, 0])) >= ENTAILS
            found.append(Near(claim, similar, similar >= SAME or same))
        return found


def _wordings(claim: Claim) -> list[str]:
    """How a claim is told: its statement and its first places that do not deny it."""
    told = [one.anchor.text for one in claim.appearances if one.stance != "against"]
    return list(dict.fromkeys((claim.statement, *told[:_TOLD])))
