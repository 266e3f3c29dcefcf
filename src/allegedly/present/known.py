"""Who is who across articles, as far as an account says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from allegedly.records import CastMember

from .safe import one_line


class Known:
    """Finds the member of the cast that an entity of an article is."""

    def __init__(self, cast: Iterable[CastMember] = ()) -> None:
        members = [(one, one_line(one.name)) for one in cast]
        counts = Counter(name.casefold() for _, name in members)
        self._named = {name.casefold(): one.id for one, name in members}
        self._shared = {name for name, count in counts.items() if count > 1}
        self._names = {one.id: name for one, name in members}
        self._entities = {
            (entity.article, entity.number): one.id for one, _ in members for entity in one.entities
        }

    def member(self, article: str, entity: int, name: str) -> str | None:
        """The id of the member; by its name where the account does not join the entity."""
        found = self._entities.get((article, entity))
        key = name.casefold()
        return found or (None if key in self._shared else self._named.get(key))

    def name(self, member: str | None) -> str:
        """What the member is called; empty where there is none."""
        return self._names.get(member or "", "")
