"""Couples and families: several people by one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...reader.groups import blend
from .joining import SAME, Link
from .kinds import family_of
from .names import body_words, fold, person_name
from .portraits import Portrait

_FEW = 40


def group_links(
    found: Sequence[Portrait], names: Sequence[str], roots: Sequence[int]
) -> list[Link]:
    """Links between groups of the same people.

    ``names`` are what the readings call the entities, ``roots`` who each is by now. A couple is
    who it consists of, whatever it is called ("the exes"); other groups are their names.
    """
    groups = [n for n, one in enumerate(found) if one.kind == "group"]
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for n, one in enumerate(found):
        if one.kind == "person":
            people[one.ref.article][names[n]] = n
    surnames = {
        parsed.words[-1]
        for one in found
        if one.kind == "person"
        for parsed in map(person_name, one.names)
        if parsed.full
    }
    by_key: dict[object, list[int]] = defaultdict(list)
    for n in groups:
        key = _couple(names[n], people[found[n].ref.article], roots)
        if key is None and found[n].names:
            key = _named(found[n], surnames)
        if key is not None:
            by_key[key].append(n)
    return [Link(SAME, first, n) for first, *rest in by_key.values() for n in rest]


def _couple(name: str, people: dict[str, int], roots: Sequence[int]) -> object:
    """The two people (roots) whom a group of this name is made of; None where it is not."""
    one, joined, other = name.partition(" and ")
    if joined:
        pair = people.get(one), people.get(other)
    elif " " not in name and len(people) <= _FEW:
        words = {person_name(full).words: n for full, n in people.items()}
        blended = blend(fold(name), [key for key in sorted(words) if len(key) > 1]) or ("", "")
        firsts = {key[0]: n for key, n in words.items()}
        pair = firsts.get(blended[0]), firsts.get(blended[1])
    else:
        return None
    if pair[0] is None or pair[1] is None:
        return None
    return frozenset((roots[pair[0]], roots[pair[1]]))


def _named(one: Portrait, surnames: set[str]) -> object:
    words = max((body_words(name) for name in one.names), key=lambda found: (len(found), found))
    return family_of(words, surnames) or words
