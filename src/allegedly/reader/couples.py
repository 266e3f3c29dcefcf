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
#: How many sentences after others were named together "the couple" are these.
_FRESH = 1
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
        #: People only described who turned out to be others: (who they were taken for, who).
        self.same: list[tuple[int, int]] = []

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
            number = self._figures.open(self._name(members), "group", ())
            self._figures[number].members = members
            self._groups[members] = number
        return self._groups[members]

    def _name(self, members: frozenset[int]) -> str:
        return " and ".join(self._figures[k].name for k in sorted(members))

    def _as(self, known: int | None, members: frozenset[int]) -> int:
        """The group of two people: the one known already, where nobody said who it is."""
        if known is None or self._figures[known].members or members in self._groups:
            return self.group(members)
        self._figures[known].members = members
        self._figures[known].name = self._name(members)
        self._groups[members] = known
        return known

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

    def described(self, row: int, known: int | None, any_two: bool) -> int | None:
        """The two that "the couple" stands for: those named together since it was last said.

        "The duo" (``any_two``) are rather the only two whom the sentence before names.
        """
        if any_two and (members := self._just_named(row)):
            return self._as(known, members)
        if known is not None:
            choice = self._chooser.of(row, known)
            if choice is not None and choice.learned < ANOTHER:
                return None
        if self._last is None or row - self._last[0] > _LATER:
            return known
        last, members = self._last
        before = self._figures[known].members if known is not None else frozenset()
        fresh = self._chooser.sentence(row) - self._chooser.sentence(last) <= _FRESH
        found = known if known is not None and before and not (fresh and before - members) else None
        if found is None:
            found = self._as(known, members)
        members = self._figures[found].members
        if members and members not in self._couples:
            self._couples.add(members)
            for one in members:
                self._is_spouse(one, next(iter(members - {one})))
        return found

    def _just_named(self, row: int) -> frozenset[int]:
        """The two people named in the sentence before, if they are two."""
        found: set[int] = set()
        for k in range(row - 1, max(-1, row - _SOON), -1):
            apart = self._chooser.sentence(row) - self._chooser.sentence(k)
            if apart > 1:
                break
            c = self._rows[k]
            if apart and c.form == "name" and c.kind == "person":
                found.add(c.entity)
        return frozenset(found) if len(found) == 2 and -1 not in found else frozenset()

    def marry(self, one: int, other: int, over: bool) -> None:
        """Note that two people are, or were, married."""
        if one >= 0 and other >= 0 and one != other:
            self._is_spouse(other, one)
            self._spouses[one, over] = other
            self._spouses[other, over] = one

    def _is_spouse(self, owner: int, spouse: int) -> None:
        """Note that whoever was described as somebody's wife is this person."""
        for over in (False, True):
            found = self._spouses.get((owner, over), spouse)
            figure, other = self._figures[found], self._figures[spouse]
            fits = other.gender is None or figure.gender in (None, other.gender)
            if found != spouse and not figure.words and fits:
                self.same.append((found, spouse))
                self._spouses[owner, over] = spouse

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


def is_any_two(words: Sequence[str]) -> bool:
    """Whether words describe two people without saying that they belong together."""
    return bool(words) and words[-1] in ("duo", "pair", "two", "both")


def is_pair(words: Sequence[str]) -> bool:
    """Whether words describe two people: "the couple", "the two"."""
    return bool(words) and (words[-1] in PAIR or tuple(words) in (("two",), ("both",)))
