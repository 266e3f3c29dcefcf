"""Who is meant, within one article: names that belong together, and who 'he' is."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Entity, Span
from .candidate import Candidate
from .encoder import Tables
from .figures import Figures
from .gender import votes
from .naming import Field, Naming
from .resolving import Resolving
from .tokens import Tokens


class Cast:
    """The entities of one article over its title and text."""

    def __init__(self) -> None:
        self.figures = Figures()
        #: Figures in order of their first mention, by the numbers that readings give them.
        self._order: dict[int, int] = {}
        self._fields: Sequence[Field] = ()
        #: By the numbers that readings give: the group that a person means by "we".
        self._we: dict[int, int] = {}

    def entities(self) -> tuple[Entity, ...]:
        """The entities in order of their first mention; gives the mentions those numbers.

        To be called when the descriptions and pronouns of the last fields are
        resolved, and again after more fields: numbers once given stay.
        """
        for _, found in self._fields:
            for c in found:
                if c.entity >= 0:
                    c.entity = self._order.setdefault(c.entity, len(self._order))
        self._fields = ()
        return tuple(Entity(self.figures[k].name, self.figures[k].kind) for k in self._order)

    def with_others(self, person: int) -> int:
        """The number of the group that a person (by number) means by "we": it and others.

        To be called when `entities` has given out numbers; the group's comes after them.
        """
        if person not in self._we:
            figure = self.figures.open("we", "group", ())
            self._we[person] = self._order.setdefault(figure, len(self._order))
        return self._we[person]

    def name_people(self, fields: Sequence[Field]) -> None:
        """Give every name its entity: full names first, then parts of them in reading order."""
        self._fields = fields
        Naming(self.figures).run(fields)

    def settle_genders(self, text: str, found: list[Candidate], sentences: Sequence[Span]) -> None:
        """Note for each person which pronouns the article uses, where its words tell."""
        people = [c for c in found if c.kind == "person"]
        for number, tally in votes(text, people, sentences).items():
            if abs(tally) >= 0.4:
                self.figures[number].gender = "f" if tally > 0 else "m"

    def resolve(
        self,
        tokens: Tokens,
        found: list[Candidate],
        tables: Tables,
        sentences: Sequence[Span],
    ) -> None:
        """Give descriptions and pronouns the entity they refer to, where one is preferred."""
        Resolving(tokens, found, tables, sentences, self.figures).run()
