"""What the head of a report and the account in the terminal count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from allegedly.records import Layers, Sourcing, When

from . import timex
from .dates import stretch
from .found import days_of, is_listed
from .rows import Basis, Listing, Speaker, fields_of, outlet_of


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How often somebody speaks, in how many named outlets; ``first`` is the first row's id."""

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
    """The numbers; ``speakers`` come with the most statements first, all bases together.

    ``events`` are those listed, ``dated`` those of them that have a place in the
    calendar; ``span`` says in words from when to when these are.
    """

    articles: int
    left: int
    outlets: tuple[OutletCount, ...]
    dates: str
    undated: int
    statements: int
    direct: int
    sourcing: tuple[SourcingCount, ...]
    speakers: tuple[SpeakerCount, ...]
    times: int
    events: int
    dated: int
    span: str

    @property
    def named_outlets(self) -> int:
        """How many outlets are known by name."""
        return sum(outlet.name is not None for outlet in self.outlets)

    @property
    def where(self) -> str:
        """``from 3 outlets``; that none is stated, where none is; empty without articles."""
        number = self.named_outlets
        if not number:
            return "outlets not stated" if self.articles else ""
        return "from 1 outlet" if number == 1 else f"from {number:,} outlets"

    @property
    def when(self) -> str:
        """The dates, with how many articles have none: ``April 2023 (1 undated)``."""
        if not self.undated:
            return self.dates
        if self.undated == self.articles:
            return "undated"
        return f"{self.dates} ({self.undated:,} undated)"

    @property
    def resolved(self) -> tuple[SpeakerCount, ...]:
        """The speakers who were resolved to somebody; mere source words are left out."""
        return tuple(one for one in self.speakers if one.speaker.basis == "entity")


def overview(listings: Iterable[Listing]) -> Overview:
    """Counts what the listed articles hold; articles left unread only count as left.

    Goes through them once and keeps none of them.
    """
    count = _Count()
    for one in listings:
        count.add(one)
    return Overview(
        articles=sum(count.articles.values()),
        left=count.left,
        outlets=count.outlets(),
        dates=stretch(count.published),
        undated=count.published.count(None),
        statements=count.statements.total(),
        direct=sum(one.direct for one in count.speakers.values()),
        sourcing=count.sourcing(),
        speakers=tuple(sorted(map(_SpeakerTally.counted, count.speakers.values()), key=_loudness)),
        times=count.times,
        events=count.events,
        dated=count.dated,
        span=count.span,
    )


@dataclass(slots=True)
class _SpeakerTally:
    speaker: Speaker
    first: str
    statements: int = 0
    direct: int = 0
    outlets: set[str] = field(default_factory=set)

    def counted(self) -> SpeakerCount:
        return SpeakerCount(
            self.speaker, self.statements, self.direct, len(self.outlets), self.first
        )


@dataclass(slots=True)
class _Count:
    """The numbers so far."""

    left: int = 0
    articles: Counter[str | None] = field(default_factory=Counter)
    statements: Counter[str | None] = field(default_factory=Counter)
    published: list[When | None] = field(default_factory=list)
    kinds: dict[Sourcing, tuple[int, str]] = field(default_factory=dict)
    speakers: dict[tuple[Basis, str], _SpeakerTally] = field(default_factory=dict)
    times: int = 0
    events: int = 0
    dated: int = 0
    first: tuple[date, str] | None = None
    last: tuple[date, str] | None = None

    def add(self, one: Listing) -> None:
        outlet = outlet_of(one.reading.article)
        if one.reading.unread is None:
            self.articles[outlet] += 1
            self.published.append(one.reading.article.published)
        else:
            self.left += 1
        self.statements[outlet] += len(one.rows)
        for _, _, layers in fields_of(one.reading):
            self.add_found(layers)
        for row in one.rows:
            number, first = self.kinds.get(row.sourcing, (0, row.id))
            self.kinds[row.sourcing] = (number + 1, first)
            tally = self.speakers.setdefault(row.speaker.key, _SpeakerTally(row.speaker, row.id))
            tally.statements += 1
            tally.direct += row.mode == "direct"
            if outlet is not None:
                tally.outlets.add(outlet)

    def add_found(self, layers: Layers) -> None:
        self.times += len(layers.times)
        for event in filter(is_listed, layers.events):
            self.events += 1
            earliest, latest = days_of(event, layers.times)
            start, end = earliest or latest, latest or earliest
            if event.when and start and end:
                self.dated += 1
                words = timex.in_words(event.when)
                self.first = min(self.first or (start, words), (start, words))
                self.last = max(self.last or (end, words), (end, words))

    @property
    def span(self) -> str:
        if not self.first or not self.last:
            return ""
        (_, one), (_, other) = self.first, self.last
        return one if one == other else f"{one} to {other}"

    def outlets(self) -> tuple[OutletCount, ...]:
        names = sorted(
            self.articles, key=lambda name: (name is None, (name or "").casefold(), name or "")
        )
        return tuple(
            OutletCount(name, self.articles[name], self.statements[name]) for name in names
        )

    def sourcing(self) -> tuple[SourcingCount, ...]:
        counts: list[SourcingCount] = []
        before = 0
        order: tuple[Sourcing, ...] = get_args(Sourcing)
        for kind in (kind for kind in order if kind in self.kinds):
            number, first = self.kinds[kind]
            counts.append(SourcingCount(kind, number, before, first))
            before += number
        return tuple(counts)


def _loudness(one: SpeakerCount) -> tuple[int, int, tuple[Basis, str]]:
    return -one.statements, -one.direct, one.speaker.key
