"""An account as rows: what goes into each table, columns in declared order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from allegedly.records import (
    Account,
    Anchor,
    Chain,
    Claim,
    Copies,
    Edge,
    Place,
    Rumor,
    Span,
    Stance,
    TimelineItem,
    When,
)

from . import account_tables as tables
from . import cells
from .cells import Cell
from .shape import Table

Row = tuple[Cell, ...]


def account_rows(account: Account, linking: int) -> dict[Table, list[Row]]:
    """The rows of everything found, table by table, for the linking of that number."""
    rows = _Rows(linking)
    _stories(rows, account)
    _copies(rows, account.copies)
    _cast(rows, account)
    for claim in account.claims:
        _claim(rows, claim)
    for rumor in account.rumors:
        _rumor(rows, rumor)
    for edge in account.sourcing:
        _edge(rows, edge)
    for item in account.timeline:
        _event(rows, item)
    _conflicts(rows, account)
    return rows.found


class _Rows:
    """Rows as they are collected; a chain that comes again is the same row."""

    def __init__(self, linking: int) -> None:
        self.found: dict[Table, list[Row]] = defaultdict(list)
        self._linking = linking
        self._chains: dict[Chain, int] = {}

    def add(self, table: Table, *values: Cell) -> int:
        """One row of an item; returns its number, which is its place among them."""
        number = len(self.found[table])
        self.found[table].append((self._linking, number, *values))
        return number

    def part(self, table: Table, *values: Cell) -> None:
        """One row of a table of parts, keyed by its owner."""
        self.found[table].append((self._linking, *values))

    def list(self, table: Table, owner: int, values: Iterable[Cell]) -> None:
        """What item number ``owner`` has several of."""
        for part, value in enumerate(values):
            self.part(table, owner, part, value)

    def anchors(self, owner: Table, number: int, places: Sequence[Anchor | Place]) -> None:
        """Where item ``number`` of a table stands."""
        for part, place in enumerate(places):
            ends = (place.span.start, place.span.end)
            self.part(tables.ANCHOR, owner.name, number, part, place.article, place.field, *ends)

    def chain(self, chain: Chain) -> int:
        """The number of the chain."""
        number = self._chains.get(chain)
        if number is None:
            one = (chain.teller, chain.origin, chain.speaker, chain.sourcing, chain.root)
            number = self._chains[chain] = self.add(tables.CHAIN, *one)
            self.list(tables.CHAIN_VIA, number, chain.via)
        return number


def _stories(rows: _Rows, account: Account) -> None:
    for story in account.stories:
        number = rows.add(tables.STORY, story.id, story.title)
        rows.list(tables.STORY_ARTICLE, number, story.articles)
    for dating in account.datings:
        number = rows.add(tables.DATING, dating.article, *_when(dating.when), dating.note)
        rows.anchors(tables.DATING, number, dating.anchors)


def _copies(rows: _Rows, copies: Copies) -> None:
    for group in copies.groups:
        number = rows.add(tables.COPY_GROUP, group.origin, int(group.dated))
        rows.list(tables.COPY_ARTICLE, number, group.articles)
    for version in copies.versions:
        number = rows.add(tables.VERSION, version.url, version.earlier, version.later)
        _changes(rows, number, "dropped", version.dropped)
        _changes(rows, number, "added", version.added)
    for shared in copies.shared:
        number = rows.add(tables.SHARED, shared.kind, shared.words)
        rows.anchors(tables.SHARED, number, (shared.first, shared.again))


def _changes(rows: _Rows, version: int, kind: str, spans: Iterable[Span]) -> None:
    for part, span in enumerate(spans):
        rows.part(tables.VERSION_CHANGE, version, kind, part, span.start, span.end)


def _cast(rows: _Rows, account: Account) -> None:
    for member in account.cast:
        number = rows.add(tables.CAST_MEMBER, member.id, member.story, member.name, member.kind)
        rows.list(tables.CAST_NAME, number, member.aliases)
        rows.list(tables.CAST_ROLE, number, member.roles)
        for part, entity in enumerate(member.entities):
            rows.part(tables.CAST_ENTITY, number, part, entity.article, entity.number)
        rows.anchors(tables.CAST_MEMBER, number, member.anchors)


def _claim(rows: _Rows, claim: Claim) -> None:
    number = rows.add(tables.CLAIM, claim.id, claim.story, claim.statement, claim.origins)
    rows.list(tables.CLAIM_ABOUT, number, claim.about)
    rows.anchors(tables.CLAIM, number, (claim.anchor,))
    for one in claim.appearances:
        place = rows.add(
            tables.APPEARANCE,
            number,
            one.voice,
            one.stance,
            one.certainty,
            rows.chain(one.chain),
            one.attribution,
            *_when(one.published),
            one.confidence,
        )
        rows.anchors(tables.APPEARANCE, place, (one.anchor,))


def _rumor(rows: _Rows, rumor: Rumor) -> None:
    number = rows.add(
        tables.RUMOR,
        rumor.id,
        rumor.story,
        rumor.statement,
        rumor.claim,
        int(rumor.tracked),
        *ruling_cells(rumor)[:1],
        int(rumor.controversial),
        rumor.origins,
        rumor.account,
        *ruling_cells(rumor)[1:],
    )
    rows.list(tables.RUMOR_REASON, number, rumor.reasons)
    rows.anchors(tables.RUMOR, number, rumor.anchors)
    for stance in rumor.stances:
        _stance(rows, number, stance)
    for row in track_rows(rumor, number):
        rows.part(tables.TRACK, *row)


def _stance(rows: _Rows, rumor: int, stance: Stance) -> None:
    number = rows.add(
        tables.STANCE,
        rumor,
        stance.article,
        stance.stance,
        stance.headline,
        stance.confidence,
        *_when(stance.published),
        None if stance.chain is None else rows.chain(stance.chain),
    )
    rows.anchors(tables.STANCE, number, stance.anchors)


def ruling_cells(rumor: Rumor) -> Row:
    """What a person has ruled: state, day, proof, note, instant."""
    ruled = rumor.resolution
    if ruled is None:
        return (rumor.state, None, None, None, None)
    return (rumor.state, cells.day(ruled.on), ruled.proof, ruled.note, ruled.made_at)


def track_rows(rumor: Rumor, number: int) -> list[Row]:
    """The rumor's record, as rows without the linking."""
    return [
        (
            number,
            part,
            one.outlet,
            one.article,
            one.stance,
            *_when(one.published),
            one.sourcing,
            None if one.borne_out is None else int(one.borne_out),
        )
        for part, one in enumerate(rumor.track)
    ]


def _edge(rows: _Rows, edge: Edge) -> None:
    number = rows.add(
        tables.EDGE, edge.story, edge.teller, edge.origin, edge.speaker, edge.sourcing
    )
    rows.list(tables.EDGE_VIA, number, edge.via)
    rows.list(tables.EDGE_CLAIM, number, edge.claims)
    rows.anchors(tables.EDGE, number, edge.anchors)


def _event(rows: _Rows, item: TimelineItem) -> None:
    number = rows.add(
        tables.TIMELINE_ITEM,
        item.id,
        item.story,
        item.when,
        cells.day(item.earliest),
        cells.day(item.latest),
        item.status,
        item.summary,
        item.conflict,
        item.outcome,
    )
    rows.list(tables.TIMELINE_PARTICIPANT, number, item.participants)
    rows.list(tables.TIMELINE_SOURCE, number, item.sources)
    rows.list(tables.TIMELINE_ARTICLE, number, item.articles)
    rows.anchors(tables.TIMELINE_ITEM, number, item.anchors)
    for one in item.dates:
        days = (cells.day(one.earliest), cells.day(one.latest))
        date = rows.add(tables.TIMELINE_DATE, number, one.value, *days)
        rows.anchors(tables.TIMELINE_DATE, date, (one.anchor,))


def _conflicts(rows: _Rows, account: Account) -> None:
    for one in account.contradictions:
        number = rows.add(
            tables.CONTRADICTION, one.id, one.story, one.kind, one.about, one.note, one.confidence
        )
        sides = (one.first, one.second)
        rows.anchors(tables.CONTRADICTION, number, (*sides, one.settled) if one.settled else sides)
    for other in account.overtaken:
        number = rows.add(
            tables.OVERTAKING, other.id, other.story, other.about, cells.day(other.on), other.note
        )
        rows.anchors(tables.OVERTAKING, number, (other.before, other.after))


def _when(when: When | None) -> tuple[Cell, Cell, Cell, Cell]:
    if when is None:
        return (None, None, None, None)
    return (when.value, cells.day(when.earliest), cells.day(when.latest), when.basis)
