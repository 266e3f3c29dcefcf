"""Rows as the account again, equal to what was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, cast

from allegedly.records import (
    Account,
    Anchor,
    Appearance,
    CastMember,
    Chain,
    Claim,
    Contradiction,
    Copies,
    CopyGroup,
    DatedBy,
    Dating,
    Edge,
    EntityRef,
    Field,
    Overtaken,
    Resolution,
    Rumor,
    Shared,
    Span,
    Stance,
    Story,
    TimelineItem,
    Track,
    Version,
    When,
)

from . import account_tables as tables
from . import cells
from .cells import text
from .database import Database
from .loading import texts_of, undamaged
from .shape import Kind, Table, quoted

Values = tuple[Any, ...]


def load_account(db: Database, linking: int) -> Account:
    """The account of the linking with that number; every anchor is cut from its article."""
    with undamaged(db, f"linking {linking}"):
        ((stage,),) = db.rows("SELECT stage FROM linking WHERE id = ?", (linking,))
        return _Loading(db, linking).account(text(stage))


class _Loading:
    """The rows of one linking, by what they belong to."""

    def __init__(self, db: Database, linking: int) -> None:
        self._db = db
        self._linking = linking
        self._texts = texts_of(db)
        self._anchors: dict[tuple[str, int], list[Anchor]] = defaultdict(list)
        for owner, number, _, *place in self._rows(tables.ANCHOR):
            self._anchors[owner, number].append(self._anchor(*place))
        via = self._lists(tables.CHAIN_VIA)
        self._chains = [
            Chain(teller, via(number), origin, speaker, sourcing, root)
            for number, teller, origin, speaker, sourcing, root in self._rows(tables.CHAIN)
        ]

    def account(self, stage: str) -> Account:
        return Account(
            stage=stage,
            stories=tuple(self._stories()),
            datings=tuple(self._datings()),
            copies=Copies(tuple(self._groups()), tuple(self._versions()), tuple(self._shared())),
            cast=tuple(self._cast()),
            claims=tuple(self._claims()),
            rumors=tuple(self._rumors()),
            sourcing=tuple(self._edges()),
            timeline=tuple(self._timeline()),
            contradictions=tuple(self._contradictions()),
            overtaken=tuple(self._overtaken()),
        )

    def _rows(self, table: Table) -> Iterator[Values]:
        """The rows of a table in the order of their keys, as Python values, without the linking."""
        names = ", ".join(quoted(column.name) for column in table.columns[1:])
        order = ", ".join(quoted(name) for name in table.key[1:])
        sql = f"SELECT {names} FROM {quoted(table.name)} WHERE linking_id = ? ORDER BY {order}"
        read = [_READ.get(column.kind) for column in table.columns[1:]]
        for row in self._db.rows(sql, (self._linking,)):
            yield tuple(
                value if to is None else to(value) for value, to in zip(row, read, strict=True)
            )

    def _parts(self, table: Table) -> dict[int, list[Values]]:
        """The rows of a table of parts, by the number of their owner."""
        found: dict[int, list[Values]] = defaultdict(list)
        for owner, *values in self._rows(table):
            found[owner].append(tuple(values))
        return found

    def _lists(self, table: Table) -> Callable[[int], tuple[str, ...]]:
        """What each owner has several of, in order."""
        found = self._parts(table)
        return lambda owner: tuple(value for _, value in found.get(owner, ()))

    def _anchor(self, article: str, field: str, start: int, end: int) -> Anchor:
        title, body = self._texts[article]
        whole = (title or "") if field == "title" else body
        if end > len(whole):
            raise ValueError(f"an anchor ends after the {len(whole)} characters there are")
        return Anchor(article, cast(Field, field), Span(start, end), whole[start:end])

    def _at(self, owner: Table, number: int) -> tuple[Anchor, ...]:
        return tuple(self._anchors.get((owner.name, number), ()))

    def _stories(self) -> Iterator[Story]:
        articles = self._lists(tables.STORY_ARTICLE)
        for number, name, title in self._rows(tables.STORY):
            yield Story(name, title, articles(number))

    def _datings(self) -> Iterator[Dating]:
        for number, article, *when, note in self._rows(tables.DATING):
            yield Dating(article, When(*when), note, self._at(tables.DATING, number))

    def _groups(self) -> Iterator[CopyGroup]:
        articles = self._lists(tables.COPY_ARTICLE)
        for number, origin, dated in self._rows(tables.COPY_GROUP):
            yield CopyGroup(origin, articles(number), dated)

    def _versions(self) -> Iterator[Version]:
        changes = self._parts(tables.VERSION_CHANGE)
        for number, url, earlier, later in self._rows(tables.VERSION):
            dropped, added = (
                tuple(Span(*ends) for kind, _, *ends in changes.get(number, ()) if kind == which)
                for which in ("dropped", "added")
            )
            yield Version(url, earlier, later, dropped, added)

    def _shared(self) -> Iterator[Shared]:
        for number, kind, words in self._rows(tables.SHARED):
            first, again = self._at(tables.SHARED, number)
            yield Shared(kind, first.place, again.place, words)

    def _cast(self) -> Iterator[CastMember]:
        names, roles = self._lists(tables.CAST_NAME), self._lists(tables.CAST_ROLE)
        entities = self._parts(tables.CAST_ENTITY)
        for number, name_id, story, name, kind in self._rows(tables.CAST_MEMBER):
            yield CastMember(
                name_id,
                story,
                name,
                kind,
                names(number),
                roles(number),
                tuple(EntityRef(article, entity) for _, article, entity in entities[number]),
                self._at(tables.CAST_MEMBER, number),
            )

    def _claims(self) -> Iterator[Claim]:
        about, appearances = self._lists(tables.CLAIM_ABOUT), self._appearances()
        for number, name, story, statement, origins in self._rows(tables.CLAIM):
            (anchor,) = self._at(tables.CLAIM, number)
            found = tuple(appearances[number])
            yield Claim(name, story, statement, anchor, found, about(number), origins)

    def _appearances(self) -> dict[int, list[Appearance]]:
        found: dict[int, list[Appearance]] = defaultdict(list)
        for number, claim, voice, stance, certainty, chain, said, *rest in self._rows(
            tables.APPEARANCE
        ):
            *when, confidence = rest
            (anchor,) = self._at(tables.APPEARANCE, number)
            told = self._chains[chain]
            found[claim].append(
                Appearance(anchor, voice, stance, certainty, told, said, _when(when), confidence)
            )
        return found

    def _rumors(self) -> Iterator[Rumor]:
        reasons, stances = self._lists(tables.RUMOR_REASON), self._stances()
        tracks = self._parts(tables.TRACK)
        for number, name, story, statement, claim, tracked, state, *rest in self._rows(
            tables.RUMOR
        ):
            controversial, origins, account, *ruling = rest
            yield Rumor(
                name,
                story,
                statement,
                claim,
                tracked,
                state,
                reasons(number),
                tuple(stances[number]),
                controversial,
                origins,
                account,
                None if state == "unverified" else Resolution(state, *ruling),
                tuple(_track(row) for row in tracks[number]),
                self._at(tables.RUMOR, number),
            )

    def _stances(self) -> dict[int, list[Stance]]:
        found: dict[int, list[Stance]] = defaultdict(list)
        for number, rumor, article, stance, headline, sure, *rest in self._rows(tables.STANCE):
            *when, chain = rest
            told = None if chain is None else self._chains[chain]
            anchors = self._at(tables.STANCE, number)
            found[rumor].append(Stance(article, stance, headline, sure, _when(when), anchors, told))
        return found

    def _edges(self) -> Iterator[Edge]:
        via, claims = self._lists(tables.EDGE_VIA), self._lists(tables.EDGE_CLAIM)
        for number, story, teller, origin, speaker, sourcing in self._rows(tables.EDGE):
            anchors = self._at(tables.EDGE, number)
            yield Edge(
                story, teller, via(number), origin, speaker, sourcing, claims(number), anchors
            )

    def _timeline(self) -> Iterator[TimelineItem]:
        participants = self._lists(tables.TIMELINE_PARTICIPANT)
        sources = self._lists(tables.TIMELINE_SOURCE)
        articles = self._lists(tables.TIMELINE_ARTICLE)
        dates: dict[int, list[DatedBy]] = defaultdict(list)
        for number, item, value, first, last in self._rows(tables.TIMELINE_DATE):
            (anchor,) = self._at(tables.TIMELINE_DATE, number)
            dates[item].append(DatedBy(value, first, last, anchor))
        for number, name, story, when, first, last, *rest in self._rows(tables.TIMELINE_ITEM):
            status, summary, conflict, outcome = rest
            yield TimelineItem(
                name,
                story,
                when,
                first,
                last,
                status,
                summary,
                participants(number),
                sources(number),
                articles(number),
                tuple(dates[number]),
                conflict,
                outcome,
                self._at(tables.TIMELINE_ITEM, number),
            )

    def _contradictions(self) -> Iterator[Contradiction]:
        for number, name, story, kind, about, note, sure in self._rows(tables.CONTRADICTION):
            first, second, *settled = self._at(tables.CONTRADICTION, number)
            back = settled[0] if settled else None
            yield Contradiction(name, story, kind, about, first, second, note, back, sure)

    def _overtaken(self) -> Iterator[Overtaken]:
        for number, name, story, about, day, note in self._rows(tables.OVERTAKING):
            before, after = self._at(tables.OVERTAKING, number)
            yield Overtaken(name, story, about, before, after, day, note)


#: How a cell of each kind becomes a value; the others are values as they are.
_READ: dict[Kind, Callable[[Any], Any]] = {
    "text": cells.optional_text,
    "instant": cells.optional_text,
    "day": cells.optional_day,
    "flag": lambda value: None if value is None else bool(value),
}


def _when(values: list[Any]) -> When | None:
    return None if values[0] is None else When(*values)


def _track(row: Values) -> Track:
    _, outlet, article, stance, *when, sourcing, borne_out = row
    return Track(outlet, article, stance, _when(when), sourcing, borne_out)
