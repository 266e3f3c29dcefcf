"""Who is one and who is two in the cast, as people decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from allegedly.errors import LedgerError
from allegedly.records import CastDecision, CastMember, Place

from . import deciding
from .accounts import Accounts
from .cast_places import place_of, who
from .loading import texts_of
from .naming import find_member, plain


class Casting(Accounts):
    """A ledger's decisions on the cast."""

    def merge(self, one: str, other: str) -> None:
        """Two of the cast are one, from the next linking on.

        Each is named by its id, a name, or words of a name that nobody else has;
        ``NAME@ARTICLE`` is the one of that name in the article with that id.

        Raises:
            LedgerError: where somebody is not in the cast, or both are one already.
        """
        self._db.refuse_read_only()
        with self.atomic():
            self._decide("merge", one, other)

    def split(self, one: str, other: str) -> None:
        """What is one of the cast is two, from the next linking on: ``one`` and ``other``.

        Both are names that the one has now, or ``NAME@ARTICLE`` where two share a name.

        Raises:
            LedgerError: where somebody is not in the cast, or the two are two already.
        """
        self._db.refuse_read_only()
        with self.atomic():
            self._decide("split", one, other)

    def unmerge(self, one: str, other: str) -> None:
        """Takes back the last time that ``one`` and ``other`` were merged."""
        self._take_back("merge", one, other)

    def unsplit(self, one: str, other: str) -> None:
        """Takes back the last time that ``one`` and ``other`` were split."""
        self._take_back("split", one, other)

    def _decide(self, kind: Literal["merge", "split"], one: str, other: str) -> None:
        cast = self.cast()
        (first, a), (second, b) = (self._member(cast, name) for name in (one, other))
        if kind == "merge" and first.id == second.id:
            raise LedgerError(f"{one!r} and {other!r} are one already: {first.name}")
        if kind == "split" and first.id != second.id:
            raise LedgerError(f"{first.name} and {second.name} are two already")
        if first.story != second.story:
            raise LedgerError(f"{first.name} and {second.name} are in different stories")
        if a == b:
            raise LedgerError(
                f"{one!r} and {other!r} are the same words in the same place (name two names "
                "that are mentioned, or NAME@ARTICLE for the one in that article)"
            )
        deciding.store_decision(self._db, CastDecision(kind, a, b), self._now())

    def _member(self, cast: Sequence[CastMember], wanted: str) -> tuple[CastMember, Place]:
        """The member of the cast who is meant, and a place that names the one meant."""
        name, article = who(self._db, wanted)
        here = [
            one
            for one in cast
            if article is None or article in {ref.article for ref in one.entities}
        ]
        try:
            member = find_member(here, name)
        except LedgerError as error:
            if article is None:
                raise
            raise LedgerError(f"in the article {wanted.rpartition('@')[2]}: {error}") from None
        named = member.name if member.id == name else name
        place = place_of(self._db, member, named, article)
        if place is None:
            raise LedgerError(f"{member.name} is nowhere mentioned")
        return member, place

    def _take_back(self, kind: Literal["merge", "split"], one: str, other: str) -> None:
        self._db.refuse_read_only()
        texts = texts_of(self._db)

        def words(place: Place) -> str:
            title, text = texts[place.article]
            return place.span.of(text if place.field == "text" else title or "")

        def meant(place: Place, wanted: str) -> bool:
            name, article = who(self._db, wanted)
            return article in (None, place.article) and (
                set(plain(name).split()) <= set(plain(words(place)).split())
                or any(
                    member.id == name and place.article in {ref.article for ref in member.entities}
                    for member in self.cast()
                )
            )

        with self.atomic():
            made = [
                (number, found)
                for number, found in deciding.load_made(self._db)
                if isinstance(found, CastDecision) and found.kind == kind
            ]
            for number, found in reversed(made):
                pairs = ((found.first, found.second), (found.second, found.first))
                if any(meant(a, one) and meant(b, other) for a, b in pairs):
                    deciding.withdraw(self._db, number, self._now())
                    return
        every = "; ".join(f"“{words(d.first)}” and “{words(d.second)}”" for _, d in made)
        raise LedgerError(
            f"no {kind} of {one!r} and {other!r} to undo ({every or 'there is none'})"
        )
