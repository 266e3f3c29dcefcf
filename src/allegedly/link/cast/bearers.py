"""Full names that may be one person's: what tells, and what speaks against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...reader.given_names import GIVEN_NAMES
from ...reader.nicknames import long_forms, same_first_name
from .names import PersonName
from .portraits import clear_gender
from .spelling import near, slip, sound

#: How much more often a name must be written in one way for an unlikely slip to be one.
_SURE = 3
#: With how many of like names, the best known, one is compared.
_CROWD = 200


@dataclass(slots=True, eq=False)
class Bearer:
    """A person as the story names them: one full name, later its variants too."""

    names: list[PersonName]
    entities: list[int]
    articles: set[str] = field(default_factory=set)
    nicknames: set[str] = field(default_factory=set)
    #: The single words that articles use for this person.
    bare: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    he: int = 0
    she: int = 0

    @property
    def gender(self) -> str | None:
        """``f`` or ``m`` where titles and pronouns agree, else None."""
        told = {name.gender for name in self.names} - {None}
        return told.pop() if len(told) == 1 else clear_gender(self.he, self.she)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its name; once it has variants, those of the best known one."""
        return self.names[0].words

    def copy(self) -> Bearer:
        """The same for now, that grows by itself."""
        return replace(
            self,
            names=list(self.names),
            entities=list(self.entities),
            articles=set(self.articles),
            nicknames=set(self.nicknames),
            bare=Counter(self.bare),
        )

    def take(self, other: Bearer) -> None:
        """Become one with another."""
        self.names += other.names
        self.entities += other.entities
        self.articles |= other.articles
        self.nicknames |= other.nicknames
        self.bare += other.bare
        self.mentions += other.mentions
        self.he += other.he
        self.she += other.she


def _blocks(bearer: Bearer) -> list[tuple[str, str]]:
    """Where its variants are looked for: same surname and like initial, or the reverse."""
    words = parted(bearer.words)
    keys = [("first", f"{words[0]} {words[-1][0]}"), ("last", f"{words[-1]} {words[0][0]}")]
    keys += [("last", f"{words[-1]} {nickname[0]}") for nickname in sorted(bearer.nicknames)]
    keys += [("last", f"{words[-1]} {name[0]}") for name in sorted(long_forms(words[0]))]
    if len(words) > 2:
        # "Peña Nieto" and "Enrique Peña Nieto": what is left out may be the first name.
        keys += [("last", f"{words[-1]} {word[0]}") for word in words[1:-1]]
        # "Ada Finch" and "Ada Finch Alder": what is left out may be the last name.
        keys += [("first", f"{words[0]} {word[0]}") for word in words[1:-1]]
    return list(dict.fromkeys(keys))


def parted(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name with those joined by a hyphen as two: it is left out as often."""
    return tuple(part for word in words for part in word.split("-") if part)


def opposed(one: str | None, other: str | None) -> bool:
    """Whether both are known and not the same: genders, generations."""
    return one is not None and other is not None and one != other


def fitting_names(opened: Sequence[Bearer]) -> list[list[int]]:
    """For each (by place) those whose names may be variants of its name.

    None for a short form of two names that contradict each other: "J. Finch" beside
    "John Finch" and "Jane Finch".
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    keys = [_blocks(bearer) for bearer in opened]
    for place, mine in enumerate(keys):
        for key in mine:
            blocks[key].append(place)
    fitting: list[list[int]] = []
    for place, bearer in enumerate(opened):
        near_by = sorted({other for key in keys[place] for other in blocks[key][:_CROWD]} - {place})
        fitting.append([other for other in near_by if _variant(bearer, opened[other])])
    torn = set()
    for place, bearer in enumerate(opened):
        longer = [k for k in fitting[place] if _shortens(bearer.names[0], opened[k].names[0])]
        if any(b not in fitting[a] for a, b in pairwise(longer)):
            torn.add(place)
    return [
        [] if place in torn else [other for other in others if other not in torn]
        for place, others in enumerate(fitting)
    ]


def _shortens(one: PersonName, whole: PersonName) -> bool:
    """Whether the one says less than the other."""
    return (
        len(one.words) < len(whole.words)
        or len(one.words[0]) == 1 < len(whole.words[0])
        or (one.generation is None and whole.generation is not None)
    )


def agree(one: Bearer, other: Bearer) -> bool:
    """Whether nothing speaks against two being one: no article tells them apart."""
    if _nicknamed(one, other):
        return True
    if not one.articles.isdisjoint(other.articles) and not _is_surname(one, other):
        return False
    generations = {name.generation for name in (*one.names, *other.names)} - {None}
    return len(generations) < 2 and all(
        _alike(parted(mine.words), parted(theirs.words))
        for mine in one.names
        for theirs in other.names
    )


def _is_surname(one: Bearer, other: Bearer) -> bool:
    """Whether one is but the surname of the other: "Peña Nieto", as an article goes on."""
    short, long = sorted((parted(one.words), parted(other.words)), key=len)
    return len(short) < len(long) and long[-len(short) :] == short


def _nicknamed(one: Bearer, other: Bearer) -> bool:
    firsts = {name.words[0] for name in (*one.names, *other.names)}
    return not firsts.isdisjoint(one.nicknames | other.nicknames)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one with a slip in either part; of slips of one name both are."""
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and short[1:] == long[1 - len(short) :]:
        return True
    first = one[0] == other[0] or one[0][0] == other[0][0] or same_first_name(one[0], other[0])
    middles = one[1:-1], other[1:-1]
    return first and (not middles[0] or not middles[1] or _same_middles(*middles))


def _same_middles(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        a == b or (a[0] == b[0] and min(len(a), len(b)) == 1)
        for a, b in zip(one, other, strict=True)
    )


def _variant(one: Bearer, other: Bearer) -> bool:
    """Whether the first name of one may be another way to write that of the other."""
    name, whole = parted(one.words), parted(other.words)
    middles = name[1:-1], whole[1:-1]
    if opposed(one.gender, other.gender):
        return False
    if opposed(one.names[0].generation, other.names[0].generation):
        return False
    short, long = sorted((name, whole), key=len)
    if name[-1] == whole[-1]:
        tail = long[-len(short) :]
        if len(tail) < len(long) and short[1:] == tail[1:] and same_first_name(short[0], tail[0]):
            return True
        if middles[0] and middles[1] and not _same_middles(*middles):
            return False
        return _same_first(name[0], whole[0], one, other)
    if name[0] != whole[0]:
        return False
    if len(short) < len(long):
        rest = iter(long)
        return all(word in rest for word in short)
    if middles[0] != middles[1]:
        return False
    if slip(name[-1], whole[-1]):
        return True
    rare = (
        len(one.articles) * _SURE <= len(other.articles) or one.mentions * _SURE <= other.mentions
    )
    return rare and name[0] not in GIVEN_NAMES and near(name[-1], whole[-1])


def _same_first(one: str, other: str, bearer: Bearer, whole: Bearer) -> bool:
    """Whether two first names before the same surname may be one person's."""
    if one == other or one in whole.nicknames or other in bearer.nicknames:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    if same_first_name(one, other):
        return True
    both = one in GIVEN_NAMES and other in GIVEN_NAMES
    return sound(one) == sound(other) if both else slip(one, other)
