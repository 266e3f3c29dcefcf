"""Who is in a story: the entities of many readings joined to one cast.

`find_cast` joins in steps, the surer ones first: the same full name, variants of it, parts
of names that fit one person of the story, roles. A step never joins what people keep apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records import CastDecision, CastMember, EntityRef
from ..identity import keep_ids
from ..material import Material
from .bodies import Bodies
from .decisions import apply_decisions
from .described import Described
from .groups import group_links
from .holders import holder_links
from .joining import Joining, Link
from .kinds import outlet_names, settle_kinds
from .members import Draft, draft
from .mixed import part_mixed, part_pairs
from .names import fold, without_article
from .people import People
from .portraits import portraits


class Cast:
    """The members of a story's cast, with lookups; those in most articles come first."""

    def __init__(self, members: Sequence[CastMember]) -> None:
        self.members = tuple(members)
        self._by_id = {member.id: member for member in self.members}
        self._of = {
            (ref.article, ref.number): member.id
            for member in self.members
            for ref in member.entities
        }
        self._names: dict[str, CastMember | None] = {}
        self._aliases: dict[str, CastMember | None] = {}
        for member in self.members:
            _note(self._names, member, [member.name])
            _note(self._aliases, member, member.aliases)

    def of(self, article: str, entity: int) -> str | None:
        """The id of the member that entity number ``entity`` of an article is part of.

        None for those who are no members: "a person familiar with the talks".
        """
        return self._of.get((article, entity))

    def get(self, cast_id: str) -> CastMember:
        """The member with this id; KeyError where there is none."""
        return self._by_id[cast_id]

    def by_name(self, text: str) -> CastMember | None:
        """The one member of this name, else of this alias; None where nobody or several are.

        Upper and lower case, accents and a leading "the" do not count.
        """
        key = without_article(fold(text))
        return self._names[key] if key in self._names else self._aliases.get(key)


def _note(index: dict[str, CastMember | None], member: CastMember, names: Iterable[str]) -> None:
    for key in {without_article(fold(name)) for name in names}:
        index[key] = None if key in index else member


def find_cast(
    material: Material,
    decisions: Sequence[CastDecision] = (),
    before: Mapping[EntityRef, str] | None = None,
) -> Cast:
    """The cast of a story.

    ``decisions`` are what people decided, in the order in which they did; ``before`` the ids
    that entities had when the story was linked last. The partition does not depend on the
    order of the articles.
    """
    found = portraits(material)
    settle_kinds(found, outlet_names(material))
    part_mixed(found)
    part_pairs(found)
    joining = Joining(len(found))
    second = apply_decisions(material, found, decisions, joining)

    def follow(links: Iterable[Link]) -> None:
        joining.follow(links, second)

    follow([*People(found).links, *Bodies(material, found).links])
    follow(holder_links(material, found, joining.find))
    follow(Described(found, joining.find).links())
    names = [material.reading(one.ref.article).entities[one.ref.number].name for one in found]
    roots = [joining.find(n) for n in range(len(found))]
    follow(group_links(found, names, roots))
    drafts = [
        made
        for numbers in joining.groups()
        if (made := draft(material, [found[n] for n in numbers])) is not None
    ]
    drafts.sort(key=lambda one: one.entities[0].article)
    ids = keep_ids("c", [one.keys for one in drafts], before or {})
    members = sorted(zip(drafts, ids, strict=True), key=lambda pair: (pair[0].order, pair[1]))
    return Cast([_member(material.story, name, one) for one, name in members])


def _member(story: str, name: str, one: Draft) -> CastMember:
    return CastMember(
        name, story, one.name, one.kind, one.aliases, one.roles, one.entities, one.anchors
    )
