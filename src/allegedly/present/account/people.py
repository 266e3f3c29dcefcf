"""The cast of a story as a report shows it: who they are, how often they speak, through whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from allegedly.records import CastMember, Edge

from ..found import KINDS
from ..rows import Listing
from ..safe import one_line
from .targets import Quote, Targets, Who

#: Who is in so many articles, or speaks, has an entry of several lines.
_MAIN = 2
#: So many of the outlets and people that somebody speaks through are named.
_THROUGH = 4


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody or something in the story; ``places`` are one mention per outlet.

    ``articles`` counts those that mention it, ``says`` statements, ``href`` leads to the
    first of them; ``through`` are those who pass their words on, with how often.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    says: int
    href: str | None
    through: tuple[tuple[Who, int], ...]
    articles: int
    places: tuple[Quote, ...]

    @property
    def main(self) -> bool:
        """Whether there is more to say than where the name stands."""
        return self.says > 0 or self.articles >= _MAIN


@dataclass(frozen=True, slots=True)
class KindView:
    """The members of one kind: those with something to tell, and all the others."""

    label: str
    main: tuple[MemberView, ...]
    others: tuple[MemberView, ...]


@dataclass(slots=True)
class _Voice:
    says: int = 0
    href: str | None = None
    through: Counter[str] = field(default_factory=Counter)


class Voices:
    """Counts the statements of each member of the cast, and through whom they come."""

    def __init__(self, listed: Sequence[Listing], edges: Sequence[Edge], targets: Targets) -> None:
        self._targets = targets
        self._members: dict[str, str] = {}
        self._voices: dict[str, _Voice] = {}
        for one in listed:
            speakers = {row.number: row.speaker for row in one.rows}
            for row in one.rows:
                member = row.speaker.member
                if member is None:
                    continue
                self._members[row.speaker.name] = member
                voice = self._voices.setdefault(member, _Voice())
                voice.says += 1
                voice.href = voice.href or targets.statement(one.reading.article.id, row.id)
                outer = speakers.get(row.within) if row.within is not None else None
                names = [*row.via, outer.name if outer and outer.basis == "entity" else ""]
                voice.through.update(name for name in set(names) - {"", row.speaker.name})

        for edge in edges:
            if edge.speaker and edge.via:
                voice = self._voices.setdefault(edge.speaker, _Voice())
                voice.through[targets.teller(edge.via[-1])] += len(edge.claims)

    def view(self, one: CastMember) -> MemberView:
        """The entry of a member."""
        voice = self._voices.get(one.id, _Voice())
        places = self._targets.quotes(one.anchors)
        return MemberView(
            id=one.id,
            name=one_line(one.name) or "unnamed",
            aliases=tuple(map(one_line, one.aliases)),
            roles=tuple(map(one_line, one.roles)),
            says=voice.says,
            href=voice.href,
            through=tuple(
                (self._who(name), count)
                for name, count in sorted(
                    voice.through.items(), key=lambda item: (-item[1], item[0].casefold())
                )[:_THROUGH]
            ),
            articles=len({anchor.article for anchor in one.anchors}),
            places=tuple({place.article.short: place for place in reversed(places)}.values())[::-1],
        )

    def _who(self, name: str) -> Who:
        member = self._members.get(name)
        return self._targets.member(member) if member else Who(name)


def kinds(members: Iterable[CastMember], voices: Voices) -> tuple[KindView, ...]:
    """The members by kind, those with something to tell first."""
    order = list(KINDS)
    ordered = sorted(members, key=lambda one: order.index(one.kind))
    views: list[KindView] = []
    for kind, found in groupby(ordered, key=lambda one: one.kind):
        every = [voices.view(one) for one in found]
        main = sorted(
            (one for one in every if one.main), key=lambda one: (-one.articles, -one.says)
        )
        views.append(
            KindView(KINDS[kind], tuple(main), tuple(one for one in every if not one.main))
        )
    return tuple(views)
