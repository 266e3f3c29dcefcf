"""Entities while they are being put together, and who shares a word of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..records import MentionKind
from .lexicon import BODY, BUSINESS
from .names import initials
from .nicknames import long_forms

#: How many bearers of one word are compared with a name: so that no text takes for ever.
_BEARERS = 40


@dataclass(slots=True)
class Figure:
    """An entity while it is being put together.

    ``words`` are those of its fullest name, none where it is only described;
    ``members`` the entities that a group of two is made of, where they are clear.
    """

    name: str
    kind: MentionKind
    words: tuple[str, ...]
    gender: str | None = None
    mentions: int = 0
    last_seen: int = -1
    aliases: set[str] = field(default_factory=set)
    members: frozenset[int] = frozenset()

    def may_be(self, noun: str) -> bool:
        """Whether "the council" may be a body with such a name: a council, and no company."""
        if self.kind != "organization" or not self.words or noun not in BODY:
            return True
        named = BODY.intersection(self.words)
        if noun in BUSINESS:
            return not named or not named.isdisjoint(BUSINESS)
        return noun in named


class Figures(list[Figure]):
    """All figures of an article by their numbers, indexed by the words of their names."""

    def __init__(self) -> None:
        super().__init__()
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        #: How often the most mentioned figure was.
        self.most = 0

    def open(self, name: str, kind: MentionKind, words: tuple[str, ...]) -> int:
        """A new figure; its number."""
        number = len(self)
        self.append(Figure(name, kind, words))
        core = words[1:] if words[:1] == ("the",) else words
        keys = {*words, *_long(words)} if kind == "person" else {*core[:1], initials(core)}
        if kind == "organization" and len(core) > 1:
            self._by_word[kind, f"{core[-1]}$"].append(number)
        for key in keys:
            self._by_word[kind, key].append(number)
        return number

    def alias(self, number: int, key: str) -> None:
        """Note another spelling of a figure's name."""
        figure = self[number]
        if key not in figure.aliases:
            figure.aliases.add(key)
            self._by_word[figure.kind, f"={key}"].append(number)

    def called(self, kind: MentionKind, key: str) -> list[int]:
        """Figures with the very spelling ``key``."""
        return self._by_word.get((kind, f"={key}"), [])

    def ending(self, kind: MentionKind, word: str) -> list[int]:
        """Figures whose name of several words ends in ``word``, with no other word for a body."""
        return self._by_word.get((kind, f"{word}$"), [])

    def sharing(self, kind: MentionKind, words: Iterable[str]) -> list[int]:
        """Figures that a word may point to, in order of their numbers."""
        words = [*words]
        if kind == "person":
            words += _long(words)
        found = {n for word in words for n in self._by_word.get((kind, word), [])[-_BEARERS:]}
        return sorted(found)


def _long(words: Sequence[str]) -> list[str]:
    """The long forms of a person's first name, marked as such."""
    return [f"~{name}" for name in long_forms(words[0])] if words else []
