"""What the head of a report and the account in the terminal count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from allegedly.records import Sourcing

from .dates import stretch
from .rows import Basis, Listing, Row, Speaker, outlet_of


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How often somebody speaks; ``first`` is the id of the first row."""

    speaker: Speaker
    statements: int
    direct: int
    outlets: int
    first: str


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How many articles of an outlet were read (None: articles whose outlet is unknown)."""

    name: str | None
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class SourcingCount:
    """How many statements have this sourcing, and how many those listed before it have.

    ``first`` is the id of the first row.
    """

    sourcing: Sourcing
    statements: int
    before: int
    first: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers; ``speakers`` come with the most statements first, all bases together."""

    articles: int
    left: int
    outlets: tuple[OutletCount, ...]
    dates: str
    undated: int
    statements: int
    direct: int
    sourcing: tuple[SourcingCount, ...]
    speakers: tuple[SpeakerCount, ...]

    @property
    def named_outlets(self) -> int:
        """How many outlets are known by name."""
        return sum(outlet.name is not None for outlet in self.outlets)

    @property
    def resolved(self) -> tuple[SpeakerCount, ...]:
        """The speakers who were resolved to somebody; mere source words are left out."""
        return tuple(one for one in self.speakers if one.speaker.basis == "entity")


def overview(listed: Sequence[Listing]) -> Overview:
    """Counts what the listed articles hold; articles left unread only count as left."""
    read = [one for one in listed if one.reading.unread is None]
    rows = [row for one in listed for row in one.rows]
    published = [one.reading.article.published for one in read]
    return Overview(
        articles=len(read),
        left=len(listed) - len(read),
        outlets=_outlets(read),
        dates=stretch(published),
        undated=published.count(None),
        statements=len(rows),
        direct=sum(row.mode == "direct" for row in rows),
        sourcing=_sourcing(rows),
        speakers=_speakers(listed),
    )


def _outlets(read: Sequence[Listing]) -> tuple[OutletCount, ...]:
    articles: Counter[str | None] = Counter()
    statements: Counter[str | None] = Counter()
    for one in read:
        outlet = outlet_of(one.reading.article)
        articles[outlet] += 1
        statements[outlet] += len(one.rows)
    names = sorted(articles, key=lambda name: (name is None, (name or "").casefold(), name or ""))
    return tuple(OutletCount(name, articles[name], statements[name]) for name in names)


def _sourcing(rows: Sequence[Row]) -> tuple[SourcingCount, ...]:
    found: defaultdict[Sourcing, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.sourcing].append(row)
    counts: list[SourcingCount] = []
    before = 0
    kinds: tuple[Sourcing, ...] = get_args(Sourcing)
    for kind in (kind for kind in kinds if found[kind]):
        counts.append(SourcingCount(kind, len(found[kind]), before, found[kind][0].id))
        before += len(found[kind])
    return tuple(counts)


def _speakers(listed: Sequence[Listing]) -> tuple[SpeakerCount, ...]:
    found: defaultdict[tuple[Basis, str], list[tuple[Row, str | None]]] = defaultdict(list)
    for one in listed:
        outlet = outlet_of(one.reading.article)
        for row in one.rows:
            found[row.speaker.key].append((row, outlet))
    counts = [
        SpeakerCount(
            speaker=rows[0][0].speaker,
            statements=len(rows),
            direct=sum(row.mode == "direct" for row, _ in rows),
            outlets=len({outlet for _, outlet in rows}),
            first=rows[0][0].id,
        )
        for rows in found.values()
    ]
    return tuple(sorted(counts, key=lambda one: (-one.statements, -one.direct, one.speaker.key)))
