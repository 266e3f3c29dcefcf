"""Whom the descriptions of a text have stood for so far."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .antecedents import Antecedents
from .lexicon import word_set
from .roles import is_indefinite

#: Kind of what is described, words of the description, whose it is said to be (-1: nobody's).
Key = tuple[str, tuple[str, ...], int]

#: The trained score from which "her parents" are "the parents".
OWNED = -3.0
_BARE = re.compile(r"[\w-]+(?:[’']s?)?")
_POINTING = re.compile(r"(?:those|these|this|that)\s", re.I)
#: Words that tell some of a kind from others of it: "former" aides are not "the aides".
_CONTRASTS = word_set(
    "those these former ex other another new old first second third last next deputy vice "
    "assistant acting late future rival senior junior chief"
)


class Described:
    """What each description stood for, by kind, words and owner."""

    def __init__(self, chooser: Antecedents) -> None:
        self._chooser = chooser
        self._before: dict[Key, int] = {}
        #: Per kind and words: who it stood for, and whose that was said to be.
        self._nouns: dict[tuple[str, tuple[str, ...]], dict[int, int]] = {}
        #: Per kind and last word: who was described with it, the latest last.
        self._heads: dict[tuple[str, str], dict[int, tuple[str, ...]]] = {}

    def exactly(self, key: Key) -> int | None:
        """Whom the very same description stood for."""
        return self._before.get(key)

    def owners(self, kind: str, noun: str) -> Iterable[int]:
        """Whose all those were whom a noun by itself stood for."""
        return self._nouns.get((kind, (noun,)), {}).values()

    def rename(self, old: int, new: int) -> None:
        """Take all descriptions of one entity for another's."""
        self._before = {k: new if e == old else e for k, e in self._before.items()}
        for owners in self._nouns.values():
            if old in owners:
                owners.setdefault(new, owners.pop(old))
        for words in self._heads.values():
            if old in words:
                words.setdefault(new, words.pop(old))

    def remember(self, key: Key, entity: int, surface: str) -> None:
        """Note whom a description stood for."""
        kind, words, owner = key
        if words:
            latest = self._heads.setdefault((kind, words[-1]), {})
            latest.pop(entity, None)
            latest[entity] = words
        if kind != "group" and _BARE.fullmatch(surface):
            return  # "daughter" in a headline: nobody's in particular
        self._nouns.setdefault((kind, words), {}).setdefault(entity, owner)
        if is_indefinite(surface):
            self._before[key] = entity
        else:
            # "the rapper" is the same person throughout an article
            self._before.setdefault(key, entity)

    def same(self, row: int, key: Key, surface: str) -> int | None:
        """Whom the same description stood for.

        "The parents" are the one couple that were "her parents" before; "her parents" are
        "the parents" where nothing speaks against it. "The authors" are the only ones that
        were described so, with more words ("the report’s authors").
        """
        exact = self._before.get(key)
        if exact is not None:
            return exact
        same = self._nouns.get(key[:2], {})
        if key[2] < 0:
            if same:
                return next(iter(same)) if len(same) == 1 else None
            return self._shorter(key) if _plain(key, surface) else None
        free = [entity for entity, owner in same.items() if owner < 0]
        if len(free) != 1 or free[0] == key[2]:
            return None
        choice = self._chooser.of(row, free[0])
        return free[0] if choice and choice.learned > OWNED else None

    def _shorter(self, key: Key) -> int | None:
        kind, words, _ = key
        longer = self._heads.get((kind, words[-1]), {}) if words else {}
        if len(longer) != 1 or kind == "place":
            return None
        entity, full = next(iter(longer.items()))
        more = full[: len(full) - len(words)]
        fits = more and full[len(more) :] == words and _CONTRASTS.isdisjoint(more)
        return entity if fits else None

    def pointed_at(self, key: Key, surface: str) -> int | None:
        """Whom "those people" are: the last who were described by the same noun."""
        if not _POINTING.match(surface) or not _plain(key, surface):
            return None
        latest = self._heads.get((key[0], key[1][-1]), {})
        return next(reversed(latest)) if latest else None


def _plain(key: Key, surface: str) -> bool:
    """Whether nothing is said after the noun: "those people who left" are others."""
    words = surface.split()
    if not words or not key[1]:
        return False
    return words[-1].lower().removesuffix("’s").removesuffix("'s") == key[1][-1]
