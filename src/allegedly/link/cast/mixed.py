"""Entities in which a reading mixed two: the names of the other, or of both, are let go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .names import fold, is_person_name, person_name, without_article
from .portraits import Portrait

Words = tuple[str, ...]


def part_mixed(found: Sequence[Portrait]) -> None:
    """Take from an entity the full names of those whom some article tells apart from it.

    "Ada Finch and Tom Alder" read as one person has both names; where another article
    has the two as two people, the entity keeps the name it is called most.
    """
    mixed = [one for one in found if one.kind == "person" and len(_full(one)) > 1]
    if not mixed:
        return
    apart = _told_apart(found, {words for one in mixed for words in _full(one)})
    for one in mixed:
        _part(one, apart)


def part_pairs(found: Sequence[Portrait]) -> None:
    """Take from bodies the names that are two: "the Gull and Northline" is nobody's name.

    Only where both stand alone somewhere in the story, so that "Hask and Dunmore" stays one.
    """
    bodies = [one for one in found if one.kind == "organization"]
    alone = {_plain(name) for one in bodies for name in one.names}
    for one in bodies:
        for name in list(one.names):
            parts = [_plain(part) for part in name.split(" and ")]
            if len(parts) > 1 and all(part in alone for part in parts):
                del one.names[name]


def _plain(name: str) -> str:
    return fold(without_article(name)).strip()


def _full(one: Portrait) -> dict[Words, int]:
    """How often the entity is called by each first and last name."""
    counts: dict[Words, int] = defaultdict(int)
    for surface, count in one.names.items():
        name = person_name(surface)
        if name.full and is_person_name(surface):
            counts[name.words] += count
    return counts


def _told_apart(found: Sequence[Portrait], wanted: set[Words]) -> set[tuple[Words, Words]]:
    """Pairs of full names that some article gives to two entities, one each."""
    by_article: dict[str, list[Words]] = defaultdict(list)
    for one in found:
        if one.kind == "person" and one.names:
            mine = _full(one).keys() & wanted
            if len(mine) == 1:
                by_article[one.ref.article].extend(mine)
    return {
        (first, second)
        for names in by_article.values()
        for first in names
        for second in names
        if set(first).isdisjoint(second)
    }


def _part(one: Portrait, apart: set[tuple[Words, Words]]) -> None:
    counts = _full(one)
    for surface, count in one.names.items():
        name = person_name(surface)
        if not name.full:
            for words in counts:
                counts[words] += count * (name.words[0] in words)
    kept = min(counts, key=lambda words: (-counts[words], words))
    strange = {words for words in counts if (kept, words) in apart}
    if not strange:
        return
    loose = {word for words in strange for word in words}.difference(
        *(words for words in counts if words not in strange)
    )
    for surface in list(one.names):
        words = person_name(surface).words
        if words in strange or (len(words) == 1 and words[0] in loose):
            del one.names[surface]
