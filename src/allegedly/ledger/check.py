"""Whether a reading holds together, before it is stored."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from allegedly.errors import LedgerError
from allegedly.records import Attribution, Layers, Mention, Reading, Span

from . import tables
from .shape import Table

#: The words that a record may hold are those its table declares: (layer, table, attributes).
_WORDS: tuple[tuple[str, Table, tuple[str, ...]], ...] = (
    ("mentions", tables.MENTION, ("kind",)),
    ("attributions", tables.ATTRIBUTION, ("mode", "sourcing", "certainty")),
    ("hedges", tables.HEDGE, ("certainty",)),
    ("times", tables.TIME, ("type",)),
    ("events", tables.EVENT, ("type", "status")),
)


def check(reading: Reading) -> None:
    """Refuses a reading that points outside its text, to what it does not have, or in odd words.

    Raises:
        LedgerError: naming the article and the first thing that is wrong.
    """
    article = reading.article
    for wrong in _faults(reading):
        name = article.origin or article.url or article.id
        raise LedgerError(
            f"{name}: the reading cannot be stored: {wrong} (a fault of the reader, "
            f"version {reading.stage}; please report it)"
        )


def _faults(reading: Reading) -> Iterator[str]:
    text, title = reading.article.text, reading.article.title or ""
    furniture = reading.article.furniture
    yield from _outside("furniture", (part.span for part in furniture), len(text))
    yield from _unknown("furniture kind", (part.kind for part in furniture), tables.FURNITURE)
    yield from _outside("sentence", reading.sentences, len(text))
    entities = len(reading.entities)
    yield from _unknown("entity kind", (one.kind for one in reading.entities), tables.ENTITY)
    yield from _layer_faults("text", reading.body, len(text), entities)
    sentences = len(reading.sentences)
    numbers = (event.sentence for event in reading.body.events)
    yield from _missing("text event", "sentence", numbers, sentences)
    numbers = (hedge.sentence for hedge in reading.body.hedges)
    yield from _missing("text hedge", "sentence", numbers, sentences)
    if reading.headline is not None:
        yield from _layer_faults("title", reading.headline, len(title), entities)


def _layer_faults(field: str, layers: Layers, length: int, entities: int) -> Iterator[str]:
    quotes, events, hedges = layers.attributions, layers.events, layers.hedges
    yield from _outside(f"{field} mention", (m.span for m in layers.mentions), length)
    yield from _headless(field, layers.mentions)
    spans = (span for q in quotes for span in (*q.source, *q.cue, *q.content))
    yield from _outside(f"{field} attribution", spans, length)
    yield from _outside(f"{field} time", (time.span for time in layers.times), length)
    yield from _outside(f"{field} event", (event.span for event in events), length)
    spans = (span for hedge in hedges for span in (hedge.span, hedge.scope))
    yield from _outside(f"{field} hedge", spans, length)
    meant = (mention.entity for mention in layers.mentions)
    yield from _missing(f"{field} mention", "entity", meant, entities)
    yield from _attribution_faults(field, quotes, entities, len(hedges))
    numbers = (event.time for event in events)
    yield from _missing(f"{field} event", "time", numbers, len(layers.times))
    taking_part = (n for event in events for n in event.participants)
    yield from _missing(f"{field} event", "entity", taking_part, entities)
    for layer, table, names in _WORDS:
        for name in names:
            words = (getattr(one, name) for one in getattr(layers, layer))
            yield from _unknown(f"{field} {table.name} {name}", words, table)


def _attribution_faults(
    field: str, quotes: tuple[Attribution, ...], entities: int, hedges: int
) -> Iterator[str]:
    speakers = (n for q in quotes for n in (q.speaker, *q.via))
    yield from _missing(f"{field} attribution", "entity", speakers, entities)
    around = (quote.within for quote in quotes)
    yield from _missing(f"{field} attribution", "attribution", around, len(quotes))
    said_by = (n for quote in quotes for n in quote.hedges)
    yield from _missing(f"{field} attribution", "hedge", said_by, hedges)
    for quote in quotes:
        if not math.isfinite(quote.confidence):
            yield f"{field} attribution has the confidence {quote.confidence}"


def _headless(field: str, mentions: tuple[Mention, ...]) -> Iterator[str]:
    for one in mentions:
        if not one.span.covers(one.head):
            span, head = ((s.start, s.end) for s in (one.span, one.head))
            yield f"{field} mention {span} has the head {head}, which is not in it"


def _outside(what: str, spans: Iterable[Span], length: int) -> Iterator[str]:
    for span in spans:
        if span.end > length:
            yield f"{what} [{span.start}, {span.end}) ends after the {length} characters there are"


def _missing(what: str, to: str, numbers: Iterable[int | None], count: int) -> Iterator[str]:
    for number in numbers:
        if number is not None and not 0 <= number < count:
            yield f"{what} points to {to} {number}, there are {count}"


def _unknown(what: str, words: Iterable[str], table: Table) -> Iterator[str]:
    known = table.choices(what.rpartition(" ")[2])
    for word in words:
        if word not in known:
            yield f"{what} is {word!r}, not one of {', '.join(known)}"
