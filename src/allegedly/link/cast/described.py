"""Bodies that an article only describes: "the council", "the union", "the ferry company"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..words import term
from .joining import ROLE, Link
from .names import body_words, fold
from .portraits import Portrait
from .roles import PREPOSITION, Find, Role, parse_role
from .words import BUSINESS, PARTICULAR, POSSESSIVE

_LONGEST_NAME = 6
_KINDS = PARTICULAR | BUSINESS


class Described:
    """Finds the named body that a description means; ``find`` tells who is one by now."""

    def __init__(self, found: Sequence[Portrait], find: Find) -> None:
        self._found = found
        #: By body (root): the words of its names; by article: its bodies.
        self._words: dict[int, set[str]] = defaultdict(set)
        self._present: dict[str, set[int]] = defaultdict(set)
        self._by_last: dict[str, set[int]] = defaultdict(set)
        self._by_name: dict[tuple[str, ...], int] = {}
        for n, one in enumerate(found):
            if one.kind == "organization" and one.names:
                self._note(find(n), one)

    def _note(self, root: int, one: Portrait) -> None:
        self._present[one.ref.article].add(root)
        for words in map(body_words, one.names):
            self._words[root].update(map(term, words))
            self._by_last[term(words[-1])].add(root)
            self._by_name.setdefault(words, root)

    def links(self) -> list[Link]:
        """Links to the bodies meant, and between like descriptions that fit none."""
        links: list[Link] = []
        unknown: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        for n, one in enumerate(self._found):
            if one.names or one.kind == "group":
                continue
            root, role = self._called(one), _body_role(one)
            if root is None and role is not None:
                fitting = self._fitting(one, role)
                root = fitting[0] if len(fitting) == 1 else None
                if not fitting and role.head in PARTICULAR:
                    unknown[role.head, role.about].append(n)
            if root is not None:
                links.append(Link(ROLE, root, n))
        return links + [Link(ROLE, first, n) for first, *rest in unknown.values() for n in rest]

    def _called(self, one: Portrait) -> int | None:
        """The body whose name a description ends in: "the broker Hask & Dunmore"."""
        for text in sorted(one.descriptions):
            words = body_words(text)
            for length in range(min(_LONGEST_NAME, len(words) - 1), 1, -1):
                name = words[-length:]
                if name in self._by_name and PREPOSITION.isdisjoint(words[:-length]):
                    return self._by_name[name]
        return None

    def _fitting(self, one: Portrait, role: Role) -> list[int]:
        """The bodies that a description fits: all of the story, of its article where several do."""
        if role.head in BUSINESS and role.about:
            return [
                root
                for root in self._here(one, self._words)
                if role.about <= self._words[root] | {role.head}
                and self._words[root].isdisjoint(PARTICULAR)
            ]
        called = [k for k in self._by_last.get(role.head, ()) if role.about <= self._words[k]]
        return called if len(called) == 1 else self._here(one, called)

    def _here(self, one: Portrait, roots: Iterable[int]) -> list[int]:
        return sorted(self._present[one.ref.article].intersection(roots))


def _body_role(one: Portrait) -> Role | None:
    """What a body is called where nothing but a description is said of it."""
    for text in sorted(one.descriptions, key=lambda text: (-one.descriptions[text], text)):
        role = parse_role(text)
        mine = not POSSESSIVE.isdisjoint(fold(text).split()[:1])
        if role and role.definite and not mine and role.head in _KINDS:
            return role
    return None
