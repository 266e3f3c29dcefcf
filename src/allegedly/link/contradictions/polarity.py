"""Yes against no: two origins that take opposite sides on one thing.

An inverted index over relations and claims proposes pairs, cheap signs rank them, the judge
reads the best. Of two camps the best-worded pair is kept: each origin's stand is set
against one other at most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..judging import Judge
from . import stand_words as words
from .places import apart, order
from .stands import Stand

#: Days between two tellings that are still of one time.
TOGETHER = 120
#: Stands of one key and side that are paired; pairs that the judge reads.
_SIDE, JUDGED = 24, 100
#: Words that a flat denial and what it denies share; places of one word that are looked at.
_SHARED, _CROWD = 2, 60
#: Days that are still of the present of an article.
_RECENT = 3
#: What the parts of a score weigh.
BASE, CONTRADICT, MEANING, ASPECT = 0.2, 0.25, 0.15, 0.14
SOURCED, OWNED, CLAIMED, OWN_WORDS = 0.08, 0.1, 0.08, 0.04
#: What a source is worth: its own words more than a relay.
_SOURCED = {"named": 1.0, "unnamed": 1.0, "document": 1.0, "outlet": 0.6}
#: Places of the labels in what the judge says.
ENTAILS, CONTRADICTS = 0, 1
#: From here on the judge is trusted, if two stands are not too unlike; likeness of two stands
#: that have their words in common.
JUDGE, FAR, NEAR, CLOSE = 0.6, 0.3, 0.35, 0.55
#: A pair scored less is left out; an earlier pair of the same two origins may be so much less sure.
LEAST, NEARLY = 0.5, 0.1


@dataclass(frozen=True)
class StandPair:
    """Two stands that cannot both hold; ``sure`` is a probability."""

    first: Stand
    second: Stand
    sure: float


def opposed(stands: Sequence[Stand], judge: Judge, *, given_way: bool = False) -> list[StandPair]:
    """Pairs of stands that contradict each other, the surest first.

    With ``given_way`` those whose "no" gave way to a later "yes" instead: see `gave_way`.
    """
    proposed = (pair for pair in _proposed(stands) if gave_way(*pair) == given_way)
    pairs = _distinct(sorted(proposed, key=lambda pair: -_cheap(*pair)))
    if not pairs:
        return []
    texts = list(dict.fromkeys(one.said for pair in pairs for one in pair))
    rows = {text: n for n, text in enumerate(texts)}
    vectors = judge.embed(texts)
    there, back = (judge.entail(asked) for asked in _both_ways(pairs))
    found = []
    for n, (one, two) in enumerate(pairs):
        near = float(vectors[rows[one.said]] @ vectors[rows[two.said]])
        label = ENTAILS if one.by_cue != two.by_cue else CONTRADICTS
        judged = 0.5 * float(there[n, label]) + 0.5 * float(back[n, label])
        if not _evident(one, two, judged, near):
            continue
        score = _cheap(one, two) + CONTRADICT * judged + MEANING * max(0.0, near)
        found.append(StandPair(one, two, round(min(0.95, score), 4)))
    return _one_to_one(found)


def gave_way(yes: Stand, no: Stand) -> bool:
    """Whether a "no" held until later coverage confirmed it: both were so, each at its time.

    The order of days alone says nothing: who denies is contradicted by whoever says so later.
    It must be confirmed or announced, or said by the speaker who denied it; and a "never"
    denies the time before it too.
    """
    if yes.day is None or no.day is None or no.day[1] >= yes.day[0] or yes.unnamed:
        return False
    if yes.turn or no.turn or "never" in no.said.lower().split():
        return False
    speaker = no.chain.speaker
    same = speaker is not None and speaker == yes.chain.speaker
    return same or not words.CONFIRMING.isdisjoint(yes.sentence.forms)


def _proposed(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand]]:
    """Pairs of opposite stands on one relation, or within one claim, of two origins."""
    index: dict[str, tuple[list[Stand], list[Stand]]] = defaultdict(lambda: ([], []))
    for stand in stands:
        for subject in sorted(stand.subjects):
            index[f"r {subject}"][not stand.yes].append(stand)
        if not stand.subjects and stand.claim is not None:
            index[f"c {stand.claim}"][not stand.yes].append(stand)
    seen = set()
    for yes, no in index.values():
        for one in _few(yes):
            for two in _few(no):
                key = (one.anchor, two.anchor)
                if key not in seen and comparable(one, two):
                    seen.add(key)
                    yield one, two
    for one, two in _denials(stands):
        if (one.anchor, two.anchor) not in seen and comparable(one, two):
            yield one, two


def _denials(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand]]:
    """What is flatly denied ("denied that …") beside what is said in like words."""
    index: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        if stand.yes and not stand.turn:
            for term in stand.terms:
                index[term].append(stand)
    for two in [stand for stand in stands if stand.by_cue and not stand.yes][:_SIDE]:
        common = Counter(n for term in sorted(two.terms) for n in _numbers(index[term]))
        known = {id(one): one for term in two.terms for one in index[term][:_CROWD]}
        for number, shared in common.most_common(_SIDE):
            if shared >= _SHARED:
                yield known[number], two


def _numbers(stands: Sequence[Stand]) -> list[int]:
    return [id(one) for one in stands[:_CROWD]]


def _few(stands: Iterable[Stand]) -> list[Stand]:
    """The first of each origin, those on somebody's word before others."""
    first: dict[object, Stand] = {}
    for stand in stands:
        first.setdefault((stand.key, stand.aspects), stand)
    return sorted(first.values(), key=lambda one: not one.sourced)[:_SIDE]


def comparable(one: Stand, two: Stand) -> bool:
    """Whether two stands are of two origins, of one time and about the same people."""
    if one.root == two.root or not (one.sourced or two.sourced) or one.step != two.step:
        return False
    if apart(one.day, two.day) > TOGETHER:
        return False
    if _dated_apart(one, two):
        return False
    mine, theirs = one.sentence.owners, two.sentence.owners
    if mine and theirs and mine & theirs:
        return True
    if mine and theirs:
        return bool(mine & two.sentence.topic) or bool(theirs & one.sentence.topic)
    return bool((mine or one.sentence.topic) & (theirs or two.sentence.topic))


def _dated_apart(one: Stand, two: Stand) -> bool:
    """Whether one of them speaks of a time that had passed, and the other of another."""
    mine, theirs = _past(one), _past(two)
    return mine != theirs


def _past(stand: Stand) -> tuple[int, int] | None:
    """The day, if any, before the article's own that a stand speaks of."""
    for time in stand.sentence.times:
        inside = stand.anchor.span.start <= time.span.start < stand.anchor.span.end
        if inside and time.type == "DATE" and time.earliest and time.latest and stand.day:
            days = time.earliest.toordinal(), time.latest.toordinal()
            if days[1] < stand.day[0] - _RECENT:
                return days
    return None


def _distinct(pairs: Iterable[tuple[Stand, Stand]]) -> list[tuple[Stand, Stand]]:
    """The first of those with like words, as many as are judged."""
    first: dict[tuple[str, str], tuple[Stand, Stand]] = {}
    for pair in pairs:
        if len(first) == JUDGED:
            break
        first.setdefault((pair[0].said, pair[1].said), pair)
    return [*first.values()]


def _both_ways(pairs: Sequence[tuple[Stand, Stand]]) -> tuple[list[tuple[str, str]], ...]:
    asked = [(one.said, two.said) for one, two in pairs]
    return asked, [(two, one) for one, two in asked]


def _cheap(one: Stand, two: Stand) -> float:
    """What needs no model: the share of a pair's score that its signs give."""
    flat = one.by_cue != two.by_cue and len(one.terms & two.terms) >= _SHARED
    score = BASE if flat or one.subjects & two.subjects else 0.0
    if one.aspects & two.aspects:
        score += ASPECT
    elif one.aspects == two.aspects:
        score += ASPECT / 2
    score += SOURCED * sum(_SOURCED.get(side.sourcing, 0.0) for side in (one, two))
    score += OWNED * bool(one.sentence.owners & two.sentence.owners)
    score += CLAIMED * (one.claim is not None and one.claim == two.claim)
    score += OWN_WORDS * (not one.by_cue and not two.by_cue)
    return score


def _evident(one: Stand, two: Stand, judged: float, near: float) -> bool:
    """Whether more than a class of words in common speaks for it that both are of one thing."""
    if judged >= JUDGE and near >= FAR:
        return True
    if one.by_cue != two.by_cue and len(one.terms & two.terms) >= _SHARED and near >= CLOSE:
        return True
    if not one.subjects & two.subjects:
        return False
    if one.turn or two.turn:
        return one.sourced and two.sourced
    same = bool(one.stems & two.stems)
    tight = one.relation in words.TIGHT and bool(one.sentence.owners & two.sentence.owners)
    if one.aspects & two.aspects & two.subjects:
        return True
    return (same or tight) and near >= NEAR


def _one_to_one(pairs: Iterable[StandPair]) -> list[StandPair]:
    """The surest pair of each two origins in its first telling, no stand in two of them."""
    groups: dict[object, list[StandPair]] = defaultdict(list)
    for pair in pairs:
        if pair.sure >= LEAST - NEARLY:
            turn = pair.first.turn or pair.second.turn
            groups[pair.first.root, pair.second.root, turn].append(pair)
    ranked = sorted(groups.values(), key=lambda found: -max(pair.sure for pair in found))
    taken: set[object] = set()
    kept = []
    for found in ranked:
        most = max(pair.sure for pair in found)
        keys = {side.key for pair in found for side in (pair.first, pair.second)}
        if most < LEAST or keys & taken:
            continue
        taken |= keys
        near = [pair for pair in found if pair.sure >= most - NEARLY]
        first = min(near, key=lambda pair: order(pair.first.sentence) + order(pair.second.sentence))
        kept.append(StandPair(first.first, first.second, most))
    return kept
