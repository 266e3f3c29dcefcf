"""Two people at a time: "Ada Finch and Tom Alder", "the couple", "they", "his wife"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .antecedents import Antecedents, Choice
from .candidate import Candidate
from .figures import Figures
from .reference_words import EX_SPOUSE, PAIR, SPOUSE

#: Added for two people joined by "and" when "they" may be both, and the trained score that one
#: of them must have at least.
BOTH, LIKELY = 1.0, -2.0
#: How many mentions after they were named together "they", and "the couple", are the two.
_SOON, _LATER = 12, 40
#: The trained score under which "the duo" is not the couple spoken of before.
ANOTHER = -4.0
_AND = re.compile(r"\s(?:and|&)\s")


class Couples:
    """Groups of two, and who is married to whom, as one text says it."""

    def __init__(
        self, text: str, rows: Sequence[Candidate], chooser: Antecedents, figures: Figures
    ) -> None:
        self._text = text
        self._rows = rows
        self._chooser = chooser
        self._figures = figures
        #: The last two people joined by "and": the row, who they are.
        self._last: tuple[int, frozenset[int]] | None = None
        #: Groups of two by who they are; those that a word for a couple stood for.
        self._groups = {f.members: k for k, f in enumerate(figures) if f.members}
        self._couples: set[frozenset[int]] = set()
        #: By person and whether it is over: the husband or wife.
        self._spouses: dict[tuple[int, bool], int] = {}

    def note(self, row: int) -> None:
        """Note two people joined by "and": "Ada Finch and her brother"."""
        c = self._rows[row]
        if c.kind != "person" or c.entity < 0:
            return
        start = (c.extent or c.span).start
        for k in range(row - 1, max(-1, row - 4), -1):
            other = self._rows[k]
            end = (other.extent or other.span).end
            if other.kind != "person" or other.entity in (-1, c.entity) or end > start:
                continue
            if end + 12 > start and _AND.fullmatch(self._text, end, start):
                self._last = (row, frozenset((other.entity, c.entity)))
                return

    def group(self, members: frozenset[int]) -> int:
        """The group of two people, opened where it is new."""
        if members not in self._groups:
            names = [self._figures[k].name for k in sorted(members)]
            number = self._figures.open(" and ".join(names), "group", ())
            self._figures[number].members = members
            self._groups[members] = number
        return self._groups[members]

    def they(self, row: int, choice: Choice | None) -> int | None:
        """The two people joined by "and" where they are likelier than ``choice``."""
        if self._last is None or row - self._last[0] > _SOON:
            return None
        last, members = self._last
        if choice and choice.entity == self._groups.get(members):
            return None
        if self._rows[row].quoted and not self._rows[last].quoted:
            return None  # whoever speaks is no part of "they"
        found = [self._chooser.of(row, entity) for entity in members]
        if self._chooser.sentences_apart(row, last) > 1 or None in found:
            return None
        score = sum(one.score for one in found if one) / 2 + BOTH
        trained = max(one.learned for one in found if one)
        if trained < LIKELY or (choice and choice.score > score):
            return None
        return self.group(members)

    def described(self, row: int, known: int | None) -> int | None:
        """The two that "the couple" stands for: those named together since it was last said."""
        if known is not None:
            choice = self._chooser.of(row, known)
            if choice is not None and choice.learned < ANOTHER:
                return None
        if self._last is None or row - self._last[0] > _LATER:
            return known
        members = self._last[1]
        before = self._figures[known].members if known is not None else frozenset()
        found = known if known is not None and (not before or before & members) else None
        if found is None:
            found = self.group(members)
        self._couples.add(self._figures[found].members)
        return found

    def marry(self, one: int, other: int, over: bool) -> None:
        """Note that two people are, or were, married."""
        if one >= 0 and other >= 0 and one != other:
            self._spouses[one, over] = other
            self._spouses[other, over] = one

    def spouse(self, owner: int, over: bool) -> int | None:
        """Whom "his wife" names: known as that, as the former one, or the other of a couple."""
        for key in ((owner, over), (owner, not over)):
            if key in self._spouses:
                return self._spouses[key]
        for members in self._couples:
            if owner in members:
                return next(iter(members - {owner}))
        return None


def marriage(words: Sequence[str]) -> bool | None:
    """Whether a description is of a former husband or wife; None where of neither."""
    if not words or words[-1] not in SPOUSE | EX_SPOUSE:
        return None
    return words[-1] in EX_SPOUSE or "former" in words


def is_pair(words: Sequence[str]) -> bool:
    """Whether words describe two people: "the couple", "the two"."""
    return bool(words) and (words[-1] in PAIR or tuple(words) in (("two",), ("both",)))
