"""Figures of one thing that differ: prices, counts, ages, percentages, votes.

Figures are grouped by what they measure, so only like is set beside like; within a group
distinct values are compared, not places, and one pair of places speaks for two values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..claims.relations import stem
from . import words
from .figures import Figure
from .places import apart, order

#: Days within which two figures are of the same time.
TOGETHER = 120
#: Figures further apart than this many times are not of one thing.
FARTHEST = 25.0
#: Distinct values of one group that are compared, and places of one value.
_VALUES, _PLACES = 24, 6
#: How much less sure an earlier pair of places may be.
_NEARLY = 0.06
#: Days between two tellings of one vote that give it no day.
_VOTED = 2
#: Words two counts of a thing without a measure must share, and their share of the fewer.
_COMMON, _ALIKE = 2, 0.5
_YEAR = 365.25


@dataclass(frozen=True)
class ValuePair:
    """Two figures of one thing that cannot both hold, the earlier told first."""

    first: Figure
    second: Figure
    confidence: float


def differing(figures: Iterable[Figure]) -> list[ValuePair]:
    """Pairs of figures that cannot both hold: one for each two values of one thing."""
    groups: dict[tuple[str, str, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not figure.based:
            measure = "price" if figure.measure == "cost" else figure.measure
            groups[measure, figure.quantity.unit, figure.quantity.per].append(figure)
    return [pair for found in groups.values() for pair in _of_group(found)]


def _of_group(figures: Sequence[Figure]) -> Iterator[ValuePair]:
    """Values against the one told by most articles, one pair of places for each."""
    camps: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: order(one.sentence)):
        quantity = figure.quantity
        camps[quantity.low, quantity.high, quantity.against].append(figure)
    ranked = sorted(camps.values(), key=lambda camp: -len({one.sentence.article for one in camp}))[
        :_VALUES
    ]
    taken: set[int] = set()
    for one, other in combinations(range(len(ranked)), 2):
        if one in taken or other in taken:
            continue
        pair = _best(ranked[one][:_PLACES], ranked[other][:_PLACES])
        if pair is not None:
            # The rarer value has been set against the commonest it differs from.
            taken.add(other)
            yield pair


def _best(camp: Sequence[Figure], other: Sequence[Figure]) -> ValuePair | None:
    """The earliest pair of places among those nearly as sure as the surest."""
    found = [
        ValuePair(*_ordered(one, two), sure)
        for one in camp
        for two in other
        if (sure := confidence(one, two)) > 0
    ]
    most = max((pair.confidence for pair in found), default=0.0)
    near = [pair for pair in found if pair.confidence >= most - _NEARLY]
    return min(
        near, key=lambda p: (order(p.second.sentence), order(p.first.sentence)), default=None
    )


def _ordered(one: Figure, two: Figure) -> tuple[Figure, Figure]:
    return (one, two) if order(one.sentence) <= order(two.sentence) else (two, one)


def confidence(one: Figure, two: Figure) -> float:
    """How surely both are figures of one thing at one time that differ; 0 where they are not."""
    if one.quantity.agrees(two.quantity) or _one_voice(one, two) or not _same_time(one, two):
        return 0.0
    sure = _same_thing(one, two)
    if "exact" not in (one.quantity.precision, two.quantity.precision):
        sure -= 0.1
    if one.sentence.field == "title" or two.sentence.field == "title":
        sure -= 0.05
    return max(0.0, sure)


def _one_voice(one: Figure, two: Figure) -> bool:
    """Whether one article tells both on one word: it speaks of two things then."""
    if one.sentence.article != two.sentence.article:
        return False
    if one.measure.startswith("="):
        return True
    mine, theirs = (
        {
            " ".join(s.of(f.sentence.layer.text) for s in a.source).lower()
            for _, a in f.sentence.told
        }
        for f in (one, two)
    )
    return not mine or not theirs or bool(mine & theirs)


def _same_time(one: Figure, two: Figure) -> bool:
    days = apart(one.sentence.day, two.sentence.day)
    if one.measure == "age":
        room = 1 + days / _YEAR
        return abs(one.quantity.low - two.quantity.low) > room
    if one.measure in words.GROWING:
        return days == 0 and None not in (one.as_of, two.as_of) and one.as_of == two.as_of
    return days <= TOGETHER and not _dated_apart(one, two) and not _changed(one, two)


def _dated_apart(one: Figure, two: Figure) -> bool:
    """Whether their own words give them different times ("in 2011", "last year")."""
    mine, theirs = _dates(one), _dates(two)
    if mine and theirs:
        return not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)
    if one.measure == "votes":
        return apart(one.sentence.day, two.sentence.day) > _VOTED
    return bool(mine or theirs) and _past(mine or theirs, one, two)


def _past(dates: Sequence[tuple[int, int]], one: Figure, two: Figure) -> bool:
    """Whether the dates lie more than a year before both articles: another time."""
    known = [f.sentence.day[0] for f in (one, two) if f.sentence.day]
    return bool(known) and all(last < min(known) - TOGETHER for _, last in dates)


def _dates(figure: Figure) -> list[tuple[int, int]]:
    return [
        (time.earliest.toordinal(), time.latest.toordinal())
        for time in figure.sentence.times
        if time.type == "DATE"
        and time.earliest
        and time.latest
        and figure.span.start <= time.span.start < figure.span.end
    ]


def _changed(one: Figure, two: Figure) -> bool:
    """Whether the later of two articles says that something changed."""
    return any(figure.sentence.says(words.CHANGE) for figure in (one, two))


def _same_thing(one: Figure, two: Figure) -> float:
    a, b = one.quantity, two.quantity
    if one.measure == "age":
        return 0.85 if one.owners & two.owners else 0.0
    most, least = max(a.high, b.high), min(a.low, b.low)
    if least <= 0 or most / least > FARTHEST:
        return 0.0
    shared = bool(one.owners & two.owners)
    if one.measure != two.measure:
        return 0.75 if shared else 0.0  # what a thing costs, and its price
    if one.measure in words.OF_THE_STORY:
        return _of_the_story(one, two, shared)
    if one.measure in words.TOLLS:
        return _toll(one, two, shared)
    if not shared and not (one.measure == "votes" and _dates(one) and _dates(two)):
        return 0.0
    common = one.terms & two.terms
    if one.measure in words.COUNTED:
        return 0.9
    noun = stem(one.quantity.noun or "")
    mine, theirs = one.terms - {noun}, two.terms - {noun}
    alike = len(common - {noun}) / max(1, min(len(mine), len(theirs)))
    return 0.75 if len(common - {noun}) >= _COMMON and alike >= _ALIKE else 0.0


def _toll(one: Figure, two: Figure, shared: bool) -> float:
    """How many were killed, hurt …: of what is named in both, or where one names nothing."""
    bare = not one.owners or not two.owners
    topic = bool(one.sentence.topic & two.sentence.topic)
    return 0.8 if shared else 0.7 if bare and topic else 0.0


def _of_the_story(one: Figure, two: Figure, shared: bool) -> float:
    """The price: of what is named in both, or *the* price in an article on the same."""
    if shared:
        return 0.9
    for bare, full in ((one, two), (two, one)):
        if (
            not bare.owners
            and bare.definite
            and bare.sentence.topic & (full.owners or full.sentence.topic)
        ):
            return 0.85
    return 0.0
