"""Joining step by step: surer links first, and never across what is to stay apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """Two entities (by number) that are one, the surer the lower ``rank``."""

    rank: int
    one: int
    other: int


#: What a link rests on: the same name, a variant of it, a part of it, a role.
SAME, VARIANT, PART, ROLE = range(4)


class Joining:
    """A partition of numbers that grows by joining, with pairs that are kept apart."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._size = [1] * count
        #: By root: the numbers that its numbers must not meet.
        self._apart: dict[int, set[int]] = {}

    def find(self, number: int) -> int:
        """The root of a number."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def keep_apart(self, one: int, other: int) -> bool:
        """Never join the two; False where they are joined already."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return False
        self._apart.setdefault(first, set()).add(other)
        self._apart.setdefault(second, set()).add(one)
        return True

    def join(self, one: int, other: int) -> bool:
        """Make the two one; False where that is forbidden."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return True
        if any(self.find(number) == second for number in self._apart.get(first, ())):
            return False
        if self._size[first] < self._size[second]:
            first, second = second, first
        self._parent[second] = first
        self._size[first] += self._size[second]
        if second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))
        return True

    def follow(self, links: Iterable[Link], out: frozenset[int] = frozenset()) -> None:
        """Join along the links, the surest first.

        ``out`` are those taken out of where they were: the others stay together without them.
        """
        links = _around(links, out) if out else links
        for link in sorted(links, key=lambda one: (one.rank, not out.isdisjoint(one[1:]), one)):
            self.join(link.one, link.other)

    def groups(self) -> list[list[int]]:
        """The partition: the numbers of each part in order, parts by their first number."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            found.setdefault(self.find(number), []).append(number)
        return list(found.values())


def _around(links: Iterable[Link], out: frozenset[int]) -> list[Link]:
    """The links with another in the place of each taken out that others are linked by."""
    links = sorted(links)
    instead: dict[int, int] = {}
    for rank, one, other in links:
        if rank == SAME and one in out and other not in out:
            instead.setdefault(one, other)
    found = []
    for rank, one, other in links:
        if rank == SAME and instead.get(one) == other:
            found.append(Link(rank, other, one))
        else:
            far = other if rank == SAME else instead.get(other, other)
            found.append(Link(rank, instead.get(one, one), far))
    return found
