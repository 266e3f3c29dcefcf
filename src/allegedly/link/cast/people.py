"""People by name across articles: full names and their variants, then parts of names.

A part of a name joins only where one person of the story fits: relatives who share a
surname, and namesakes, stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ...reader.nicknames import long_forms
from .bearers import Bearer, agree, fitting_names, opposed
from .joining import PART, SAME, VARIANT, Link
from .names import PersonName, person_name
from .portraits import Portrait, full_names

#: How many articles must use a surname for one bearer only, and how much rarer the others
#: must be, for it to be the one's wherever it stands alone.
_USUAL, _RARER = 3, 3
_HANDLE = 5
#: Among how many bearers of a word, the best known, the one who is meant is looked for.
_CROWD = 200
Key = tuple[tuple[str, ...], str | None]


class People:
    """The people of a story by name; ``bearers`` are those with a first and a last name."""

    def __init__(self, found: Sequence[Portrait]) -> None:
        self._found = found
        self._people = [n for n, one in enumerate(found) if one.kind == "person" and one.names]
        self.links: list[Link] = []
        self.bearers: list[Bearer] = []
        #: Each word of a full name, and nickname, to those who bear it.
        self._bearing: dict[str, list[Bearer]] = defaultdict(list)
        self._long: dict[str, list[Bearer]] = defaultdict(list)
        self._full = self._primary()
        self._join_variants(self._open())
        self._index()
        self._join_parts()

    def _primary(self) -> dict[int, str]:
        """The full name of each entity that has one: where it has several, the commonest."""
        common: Counter[tuple[str, ...]] = Counter()
        for n in self._people:
            common.update({person_name(name).words for name in self._found[n].names})
        chosen = {}
        for n in self._people:
            full = [name for name in full_names(self._found[n]) if person_name(name).full]
            if full:
                chosen[n] = max(full, key=lambda name: _standing(person_name(name), common, name))
        return chosen

    def _open(self) -> list[Bearer]:
        """One bearer for each full name; the best known first."""
        by_name: dict[Key, Bearer] = {}
        for n, surface in self._full.items():
            name, one = person_name(surface), self._found[n]
            bearer = by_name.setdefault((name.words, name.generation), Bearer([], []))
            bearer.names.append(name)
            bearer.entities.append(n)
            bearer.articles.add(one.ref.article)
            bearer.mentions += one.named
            bearer.he, bearer.she = bearer.he + one.he, bearer.she + one.she
            parsed = [person_name(other) for other in one.names]
            bearer.nicknames |= {other.nickname for other in parsed if other.nickname}
            bearer.bare.update({other.words[0] for other in parsed if not other.full})
        for bearer in by_name.values():
            self._link(SAME, bearer.entities)
            bearer.names = list(dict.fromkeys(bearer.names))
        return sorted(
            by_name.values(),
            key=lambda one: (
                -len(one.articles),
                -one.mentions,
                one.words,
                one.names[0].generation or "",
            ),
        )

    def _link(self, rank: int, entities: Sequence[int], hub: int | None = None) -> None:
        first = entities[0] if hub is None else hub
        self.links += [Link(rank, first, n) for n in entities if n != first]

    def _join_variants(self, opened: Sequence[Bearer]) -> None:
        """Join each name to the one better known person whose name it is a variant of."""
        fitting = fitting_names(opened)
        home: dict[int, Bearer] = {}
        for place, bearer in enumerate(opened):
            homes = {id(home[other]): home[other] for other in fitting[place] if other < place}
            into = next(iter(homes.values())) if len(homes) == 1 else None
            if into is not None and agree(bearer, into):
                self._link(VARIANT, [into.entities[0], bearer.entities[0]])
                into.take(bearer)
                home[place] = into
            else:
                home[place] = bearer.copy()
                self.bearers.append(home[place])

    def _index(self) -> None:
        for bearer in self.bearers:
            words = {
                bit
                for name in bearer.names
                for word in (name.words[0], name.words[-1])
                for bit in (word, *word.split("-"))
            }
            words |= {word for name in bearer.names for word in name.words[1:-1] if len(word) > 3}
            for word in sorted(words | bearer.nicknames):
                self._bearing[word].append(bearer)
            for long in sorted({n for name in bearer.names for n in long_forms(name.words[0])}):
                self._long[long].append(bearer)

    def _join_parts(self) -> None:
        """Join bare names; those that nobody fully named can bear, among each other."""
        alone: dict[str, list[int]] = defaultdict(list)
        for n in self._people:
            if n in self._full:
                continue
            one = self._found[n]
            name = person_name(next(full_names(one)))
            bearers = self._bearing.get(name.words[0], ()) or self._short_for(name.words[0])
            bearers = bearers or self._handle(name.words[0], one)
            if not bearers:
                alone[name.words[0]].append(n)
            elif (bearer := self._meant(one, name.words[0], bearers[:_CROWD])) is not None:
                self._link(PART, [n], hub=bearer.entities[0])
        for numbers in alone.values():
            for part in _by_gender(self._found, numbers):
                self._link(SAME, part)

    def _short_for(self, word: str) -> list[Bearer]:
        """Those whose first name ``word`` may be short for: "Rob" for "Robert"."""
        return [bearer for name in sorted(long_forms(word)) for bearer in self._long[name]]

    def _handle(self, word: str, one: Portrait) -> list[Bearer]:
        """Those whose name stands in a user name: "@adafinch"."""
        if not any(name.startswith("@") for name in one.names):
            return []
        found = []
        for start in range(len(word) - _HANDLE + 1):
            for end in range(start + _HANDLE, len(word) + 1):
                found += [
                    bearer
                    for bearer in self._bearing.get(word[start:end], ())
                    if any(name.words[-1] == word[start:end] for name in bearer.names)
                ]
        return list({id(one): one for one in found}.values())

    def _meant(self, one: Portrait, word: str, bearers: Iterable[Bearer]) -> Bearer | None:
        """The one bearer that a bare name stands for in its article, if one is clear."""
        bearers, gender = list(bearers), one.gender
        fitting = [b for b in bearers if not opposed(gender, b.gender)]
        here = [b for b in fitting if one.ref.article in b.articles]
        if here and len(bearers) > 1:
            # The reader saw both and did not join them: only a nickname tells more.
            known = [b for b in here if word in b.nicknames]
            return known[0] if len(known) == 1 else None
        if here:
            return here[0]
        if any(one.ref.article in b.articles for b in bearers):
            return None
        if len(fitting) == 1:
            others = [b for b in bearers if b is not fitting[0]]
            sure = gender is not None and all(b.gender is not None for b in others)
            return fitting[0] if not others or sure else None
        return _by_surname(word, fitting) or _usual(word, fitting)


def _standing(
    name: PersonName, common: Counter[tuple[str, ...]], surface: str
) -> tuple[int, int, str]:
    """How well a name serves as somebody's: how many call them so, how full it is."""
    return common[name.words], len(name.words), surface


def _by_surname(word: str, bearers: Sequence[Bearer]) -> Bearer | None:
    """The one whose surname it is, where it is but a first name of others, who are little known."""
    named = [b for b in bearers if any(name.words[-1] == word for name in b.names)]
    rest = [b for b in bearers if b not in named]
    if len(named) != 1 or not rest:
        return None
    return named[0] if all(b.mentions * _RARER <= named[0].mentions for b in rest) else None


def _usual(word: str, bearers: Sequence[Bearer]) -> Bearer | None:
    """Whom the story calls so, where it is one only and much better known than the others."""
    called = [b for b in bearers if b.bare[word] > 0]
    if len(called) != 1 or called[0].bare[word] < _USUAL:
        return None
    most = len(called[0].articles)
    rest = [b for b in bearers if b is not called[0]]
    return called[0] if all(len(b.articles) * _RARER <= most for b in rest) else None


def _by_gender(found: Sequence[Portrait], numbers: Sequence[int]) -> list[list[int]]:
    """Bare names by Mr and Mrs: those whom nothing tells join only where all are one."""
    parts: dict[str | None, list[int]] = defaultdict(list)
    for n in numbers:
        parts[found[n].gender].append(n)
    if len(parts.keys() - {None}) < 2:
        return [list(numbers)]
    unknown = parts.pop(None, [])
    return [*parts.values(), *([n] for n in unknown)]
