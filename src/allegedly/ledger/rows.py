"""A reading as rows: what goes into each table, columns in declared order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from allegedly.records import (
    Article,
    Attribution,
    Event,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
)

from . import cells, tables
from .cells import Cell
from .shape import Table

Field = Literal["title", "text"]
Row = tuple[Cell, ...]
Key = tuple[int, Field]
"""The reading's number and the field: what every row of a layer begins with."""


def article_row(article: Article) -> Row:
    """The row of ``article``; its number is left to SQLite."""
    when = article.published
    return (
        None,
        article.id,
        article.outlet,
        when.value if when else None,
        cells.shown(article.title),
        article.url,
        article.given_id,
        cells.shown(article.text),
        cells.exact(article.title),
        cells.exact(article.text),
    )


def reading_row(reading: Reading, created_at: str) -> Row:
    """The row of ``reading``, current; its number is left to SQLite."""
    article = reading.article
    when = article.published
    return (
        None,
        article.id,
        reading.stage,
        created_at,
        None,
        reading.unread,
        article.language,
        article.byline,
        article.origin,
        cells.day(when.earliest) if when else None,
        cells.day(when.latest) if when else None,
        when.basis if when else None,
        int(reading.headline is not None),
    )


def found_rows(reading: Reading, number: int) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of everything found, table by table, for the reading of that number."""
    furniture = enumerate(reading.article.furniture)
    yield tables.FURNITURE, [(number, n, *_ends(f.span), f.kind) for n, f in furniture]
    yield tables.SENTENCE, [(number, n, *_ends(s)) for n, s in enumerate(reading.sentences)]
    yield tables.ENTITY, [(number, n, e.name, e.kind) for n, e in enumerate(reading.entities)]
    yield from _layer_rows((number, "text"), reading.body)
    if reading.headline is not None:
        yield from _layer_rows((number, "title"), reading.headline)


def _layer_rows(key: Key, layers: Layers) -> Iterator[tuple[Table, list[Row]]]:
    yield tables.MENTION, [(*key, n, *_mention_cells(m)) for n, m in enumerate(layers.mentions)]
    yield from _attribution_rows(key, layers.attributions)
    yield tables.HEDGE, [(*key, n, *_hedge_cells(h)) for n, h in enumerate(layers.hedges)]
    yield tables.TIME, [(*key, n, *_time_cells(time)) for n, time in enumerate(layers.times)]
    yield from _event_rows(key, layers.events)


def _attribution_rows(
    key: Key, attributions: tuple[Attribution, ...]
) -> Iterator[tuple[Table, list[Row]]]:
    rows: list[Row] = []
    spans: list[Row] = []
    via: list[Row] = []
    hedges: list[Row] = []
    for n, a in enumerate(attributions):
        rows.append((*key, n, a.mode, a.sourcing, a.speaker, a.within, a.confidence, a.certainty))
        for role, parts in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            spans += [(*key, n, role, part, *_ends(span)) for part, span in enumerate(parts)]
        via += [(*key, n, part, entity) for part, entity in enumerate(a.via)]
        hedges += [(*key, n, part, hedge) for part, hedge in enumerate(a.hedges)]
    yield tables.ATTRIBUTION, rows
    yield tables.ATTRIBUTION_SPAN, spans
    yield tables.ATTRIBUTION_VIA, via
    yield tables.ATTRIBUTION_HEDGE, hedges


def _event_rows(key: Key, events: tuple[Event, ...]) -> Iterator[tuple[Table, list[Row]]]:
    rows: list[Row] = []
    participants: list[Row] = []
    for n, e in enumerate(events):
        rows.append((*key, n, *_ends(e.span), e.sentence, e.type, e.status, e.when, e.time))
        participants += [(*key, n, part, entity) for part, entity in enumerate(e.participants)]
    yield tables.EVENT, rows
    yield tables.EVENT_PARTICIPANT, participants


def _mention_cells(one: Mention) -> Row:
    return (*_ends(one.span), *_ends(one.head), one.kind, int(one.named), one.entity)


def _hedge_cells(one: Hedge) -> Row:
    return (*_ends(one.span), one.certainty, one.sentence, *_ends(one.scope))


def _time_cells(time: Time) -> Row:
    days = (cells.day(time.earliest), cells.day(time.latest))
    return (*_ends(time.span), time.type, time.value, time.mod, *days)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
