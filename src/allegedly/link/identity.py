"""Ids that last: what was linked before keeps its id when it is linked again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def make_id(prefix: str, *parts: object) -> str:
    """``prefix`` and 10 hex digits of a SHA-256 over ``parts``; the same for the same parts."""
    digest = hashlib.sha256()
    for part in parts:
        raw = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(raw)}:".encode())
        digest.update(raw)
    return f"{prefix}{digest.hexdigest()[:10]}"


def keep_ids(prefix: str, groups: Sequence[Iterable[Key]], before: Mapping[Key, str]) -> list[str]:
    """An id for each group: the one most of its members had before, else a new one.

    Two groups never share an id: the one with more members of the old group keeps it, the
    earlier of two like ones. A new id is made of the group's first member. A group must
    not be empty, nor share a member with another.
    """
    members = [list(group) for group in groups]
    claims = [Counter(before[key] for key in group if key in before) for group in members]
    wishes = sorted(
        (-count, place, old) for place, found in enumerate(claims) for old, count in found.items()
    )
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for _, place, old in wishes:
        if place not in kept and old not in taken:
            kept[place] = old
            taken.add(old)
    for place, group in enumerate(members):
        if place not in kept:
            kept[place] = _unused(prefix, group[0], taken)
            taken.add(kept[place])
    return [kept[place] for place in range(len(members))]


def _unused(prefix: str, key: object, taken: set[str]) -> str:
    name, again = make_id(prefix, key), 0
    while name in taken:
        again += 1
        name = make_id(prefix, key, again)
    return name
