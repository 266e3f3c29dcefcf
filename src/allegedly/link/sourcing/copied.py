"""What a copy has from its original: the same attributions, word for word or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Field
from ..words import words
from .page import Page
from .voices import Voice

#: Something an article tells: an attribution of a field by its number, a sentence of the text.
Item = tuple[Field, int] | int
#: The least share of the words of two attributions that makes them the same.
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Telling:
    """An item with the words it is about, and whose word it is as its article has it."""

    item: Item
    about: frozenset[str]
    voice: Voice


class Matched:
    """The tellings of an original, found again by the words of those of a copy."""

    def __init__(self, page: Page, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(tellings):
            for word in one.about:
                self._places[word].append(number)
        self._words = f" {' '.join(word.form for word in words(page.text('text')))} "

    def find(self, one: Telling) -> Item | None:
        """The item of the original that tells the same, of the same kind of source if it can be."""
        near = {number for word in one.about for number in self._places[word]}
        best = max(
            near,
            key=lambda number: (
                _likeness(one.about, self._tellings[number].about),
                self._tellings[number].voice.sourcing == one.voice.sourcing,
                -number,
            ),
            default=None,
        )
        if best is None:
            return None
        found = self._tellings[best]
        alike = _likeness(one.about, found.about) >= _SAME
        return found.item if alike and _field(found.item) == _field(one.item) else None

    def has(self, text: str) -> bool:
        """Whether these words stand in the original as they are."""
        said = " ".join(word.form for word in words(text))
        return bool(said) and f" {said} " in self._words


def _field(item: Item) -> Field:
    return "text" if isinstance(item, int) else item[0]


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
