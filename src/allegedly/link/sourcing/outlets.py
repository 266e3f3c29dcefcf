"""Which outlet is meant: "the Courier", "TMZ", "this site", a domain: one name for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from ...reader.lexicon import OUTLET_NOUNS, word_set
from ...reader.sourcing import is_outlet_name
from ...records import CastMember
from ..material import Layer, Material
from .words import SHORT_NAMES

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’'](?:s|$)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)*?([\w-]+)\.(?:co\.uk|[a-z]{2,12})$", re.IGNORECASE)
#: Words that say of a page's own outlet that it speaks: "told this site", "the author told us".
_OWN = word_set("this our us we here")
#: Last words of a name that are left out when it is said short.
_PLAIN = word_set("news online magazine radio tv television network agency media weekly com")
_NOUNS = OUTLET_NOUNS | word_set("publication agency channel show newsletter")


class CastLike(Protocol):
    """What this room asks of the cast of a story (`cast.Cast` is one)."""

    def of(self, article: str, entity: int, /) -> str | None:
        """The id of the member that an entity of an article is part of."""
        ...

    def get(self, cast_id: str, /) -> CastMember:
        """The member with this id."""
        ...

    def by_name(self, text: str, /) -> CastMember | None:
        """The one member of this name."""
        ...


@lru_cache(maxsize=1 << 14)
def tokens(name: str) -> tuple[str, ...]:
    """The words of an outlet's name without its article; of a domain the part that names it."""
    domain = _DOMAIN.fullmatch(name.strip())
    bare = domain.group(1) if domain else _ARTICLE.sub("", name.strip(), count=1)
    return tuple(_POSSESSIVE.sub("", m.group().casefold()) for m in _TOKEN.finditer(bare))


class Outlets:
    """The outlets of a story: those that tell it and those they rely on.

    A name stands for the one whose words it begins or ends with ("the Courier" for the
    Kestrel Bay Courier) where there is only one such, a teller before others.
    """

    def __init__(self, material: Material, cast: CastLike) -> None:
        self._material, self._cast = material, cast
        tellers = {r.article.id: material.teller(r.article.id) for r in material.readings}
        #: Names of outlets that tell the story; an article without one tells under its id.
        self.tellers = {name for article, name in tellers.items() if name != article}
        self._tellers = {tokens(name): name for name in sorted(self.tellers)}
        self._parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._joined: dict[str, str] = {}
        for name in sorted(self.tellers):
            self._add(name, name)
        others = {name for layer in material.layers() for name in self._relied_on(layer)}
        for name in sorted(others, key=lambda one: (-len(tokens(one)), one)):
            self._add(name, self.exact(name) or self._find(name) or name)

    def own(self, article: str) -> str:
        """The outlet of an article (its id where no outlet is known)."""
        return self._material.teller(article)

    def of(self, article: str, entity: int) -> str:
        """The outlet that an entity of an article stands for."""
        return self.known(article, entity) or next(iter(self._names(article, entity)))

    def known(self, article: str, entity: int) -> str | None:
        """The outlet of this story that an entity of an article is; None where it is none."""
        one = self._material.reading(article).entities[entity]
        if one.kind in ("person", "place"):
            # "Velvet Rope reported": read as a person, but an outlet of that name tells the story.
            return self.teller_named(one.name)
        for name in self._names(article, entity):
            found = self._find(name, self.own(article))
            if found is not None:
                return found
        return None

    def teller_named(self, name: str) -> str | None:
        """The outlet of just this name that tells the story; None where there is none."""
        return self._tellers.get(tokens(name)) if tokens(name) else None

    def named(self, text: str, article: str) -> str | None:
        """The known outlet that ``text`` names, in an article; None where it names none."""
        words = tokens(text)
        ours = words[:1] and words[0] in _OWN
        if ours and (len(words) == 1 or (len(words) == 2 and words[1] in _NOUNS)):
            return self.own(article)
        return self._find(text, self.own(article))

    def exact(self, name: str) -> str | None:
        """The known outlet of just this name, or of an address that is short for it."""
        words = tokens(name)
        bare = words[:-1] if len(words) > 1 and words[-1] in _PLAIN else words
        for joined in ("".join(words), *_short(words), "".join(bare)):
            full = SHORT_NAMES.get(joined, joined)
            found = self._joined.get(full) or self._joined.get(f"the{full}")
            if found:
                return found
        return None

    def _add(self, name: str, stands_for: str) -> None:
        words = tokens(name)
        if not words:
            return
        joined = "".join(words)
        self._joined.setdefault(SHORT_NAMES.get(joined, joined), stands_for)
        for cut in range(1, len(words)):
            self._parts[words[cut:]].add(stands_for)
            if _PLAIN.issuperset(words[cut:]):  # "Fox" of Fox News, not the place of a paper
                self._parts[words[:cut]].add(stands_for)

    def _find(self, name: str, own: str | None = None) -> str | None:
        exact = self.exact(name)
        if exact:
            return exact
        candidates = self._parts.get(tokens(name), set())
        if own in candidates:
            return own
        for some in (candidates & self.tellers, candidates):
            if len(some) == 1:
                return next(iter(some))
        return None

    def _names(self, article: str, entity: int) -> Iterator[str]:
        """The entity's own name, then its names in the cast."""
        yield _ARTICLE.sub("", self._material.reading(article).entities[entity].name, count=1)
        member = self._cast.of(article, entity)
        if member is not None:
            found = self._cast.get(member)
            yield found.name
            yield from found.aliases

    def _relied_on(self, layer: Layer) -> Iterable[str]:
        """The names of outlets that attributions of a layer were taken from."""
        attributions = layer.layers.attributions
        outlets = {one.speaker for one in attributions if one.sourcing == "outlet"}
        told = {entity for one in attributions for entity in one.via}
        for entity in sorted(number for number in outlets | told if number is not None):
            names = list(self._names(layer.article, entity))
            if entity in outlets or any(is_outlet_name(name) for name in names):
                fullest = max(names[:2], key=lambda name: (len(tokens(name)), name))
                if set(tokens(fullest)) - _NOUNS:
                    yield fullest


def _short(words: tuple[str, ...]) -> Iterator[str]:
    """How addresses shorten a name: "nydailynews" for the New York Daily News, "wsj"."""
    for count in range(2, len(words) + 1):
        if count < len(words) or count > 2:
            yield "".join(word[0] for word in words[:count]) + "".join(words[count:])


def is_outlet_noun(text: str) -> bool:
    """Whether a phrase describes an outlet without naming it: "the paper", "a local newspaper"."""
    words = tokens(text)
    return bool(words) and words[-1] in _NOUNS
