"""Counts that grow while a story goes on: the toll of one day and the higher one of a later day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from . import words
from .figures import Figure
from .places import order

#: How many values of one count are followed.
_VALUES = 24
#: Days within which a count must be dated.
_CLEAR = 3


def outgrown(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures of one count, each with the one that replaces it, in the order of time.

    It ends with the latest count that two articles tell (with the latest, where none is);
    tolls only grow, so that what is higher than the end was never so.
    """
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.measure in words.REPLACED and _dated(one) and not one.based:
            groups[one.measure, one.quantity.unit].append(one)
    for (measure, _), found in sorted(groups.items()):
        yield from _followed(found, rising=measure in words.TOLLS)


def _followed(figures: Sequence[Figure], rising: bool) -> Iterator[tuple[Figure, Figure]]:
    first: dict[float, Figure] = {}
    articles: dict[float, set[str]] = defaultdict(set)
    for one in sorted(figures, key=_time):
        value = one.quantity.low
        if value == one.quantity.high:
            first.setdefault(value, one)
            articles[value].add(one.sentence.article)
    if not first:
        return
    several = [value for value in first if len(articles[value]) > 1]
    last = max(several or first, key=lambda value: _time(first[value]))
    chain = [one for value, one in [*first.items()][:_VALUES] if value <= last or not rising]
    current: Figure | None = None
    for one in chain:
        if current is None:
            current = one
        elif _after(current, one) and _of_one(current, one):
            grown = one.quantity.low > current.quantity.low
            if grown if rising else not one.quantity.agrees(current.quantity):
                yield current, one
                current = one


def _dated(one: Figure) -> bool:
    """Whether the day of a count is known to within a few days."""
    return one.as_of is not None and one.as_of[1] - one.as_of[0] <= _CLEAR


def _time(one: Figure) -> tuple[object, ...]:
    return (one.as_of, one.sentence.field == "title", order(one.sentence))


def _after(one: Figure, other: Figure) -> bool:
    return one.as_of is not None and other.as_of is not None and one.as_of[1] < other.as_of[0]


def _of_one(one: Figure, other: Figure) -> bool:
    """Whether both are of one thing: somebody in common, or the topic where nobody is named."""
    mine = one.sentence.owners or one.sentence.topic
    theirs = other.sentence.owners or other.sentence.topic
    return bool((mine & theirs) | (one.sentence.topic & other.sentence.topic))
