"""What every table and export is made from: readings with the account that links them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from allegedly.records import (
    Account,
    Anchor,
    Article,
    CastMember,
    Dating,
    EntityRef,
    Field,
    Reading,
    Span,
)


class Coverage:
    """Readings and the account that was linked from them; ``ledger`` is its name."""

    def __init__(
        self, readings: Sequence[Reading], account: Account, *, ledger: str = "story"
    ) -> None:
        self.readings = tuple(readings)
        self.account = account
        self.ledger = ledger

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {one.article.id: one.article for one in self.readings}

    @cached_property
    def datings(self) -> dict[str, Dating]:
        """What is known of undated articles, by their ids."""
        return {one.article: one for one in self.account.datings}

    @cached_property
    def _given(self) -> Counter[str | None]:
        return Counter(one.given_id for one in self.articles.values())

    def public_id(self, article: str) -> str:
        """What other programs call an article: the id its input gave it, if no other has that."""
        given = self.articles[article].given_id
        return given if given and self._given[given] == 1 else article

    @cached_property
    def cast(self) -> dict[str, CastMember]:
        """Members of the cast by id."""
        return {one.id: one for one in self.account.cast}

    @cached_property
    def _members(self) -> dict[EntityRef, str]:
        return {ref: one.id for one in self.account.cast for ref in one.entities}

    @cached_property
    def _stories(self) -> dict[str, str]:
        return {article: one.id for one in self.account.stories for article in one.articles}

    def member(self, article: str, entity: int | None) -> str | None:
        """The cast id of an article's entity."""
        return None if entity is None else self._members.get(EntityRef(article, entity))

    def story(self, article: str) -> str | None:
        """The story an article belongs to."""
        return self._stories.get(article)

    def name(self, member: str | None) -> str | None:
        """The name of a member of the cast."""
        found = self.cast.get(member) if member else None
        return found.name if found else None

    def names(self, members: Sequence[str]) -> tuple[str, ...]:
        """The names of these members."""
        return tuple(name for name in map(self.name, members) if name)

    def address(self, article: str) -> str:
        """A URI for an article: its own, else one made of its id."""
        return self.articles[article].url or f"urn:allegedly:article:{article}"

    def field(self, article: str, field: Field) -> str:
        """The text or the title of an article."""
        found = self.articles[article]
        return found.text if field == "text" else found.title or ""

    def anchor(self, article: str, field: Field, span: Span) -> Anchor:
        """The anchor of a span."""
        return Anchor(article, field, span, span.of(self.field(article, field)))
