"""Whether a reading holds together, before it is stored."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from allegedly.errors import LedgerError
from allegedly.records import Layers, Reading, Span


def check(reading: Reading) -> None:
    """Refuses a reading that points outside its text or to what it does not have.

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
    furniture = [part.span for part in reading.article.furniture]
    yield from _outside("furniture", furniture, len(text))
    yield from _outside("sentence", reading.sentences, len(text))
    entities = len(reading.entities)
    yield from _layer_faults("text", reading.body, len(text), entities)
    numbers = (event.sentence for event in reading.body.events)
    yield from _missing("text event", "sentence", numbers, len(reading.sentences))
    if reading.headline is not None:
        yield from _layer_faults("title", reading.headline, len(title), entities)


def _layer_faults(field: str, layers: Layers, length: int, entities: int) -> Iterator[str]:
    mentions, quotes = layers.mentions, layers.attributions
    times, events = layers.times, layers.events
    yield from _outside(f"{field} mention", (m.span for m in mentions), length)
    spans = (span for q in quotes for span in (*q.source, *q.cue, *q.content))
    yield from _outside(f"{field} attribution", spans, length)
    yield from _outside(f"{field} time", (time.span for time in times), length)
    yield from _outside(f"{field} event", (event.span for event in events), length)
    meant = (mention.entity for mention in mentions)
    yield from _missing(f"{field} mention", "entity", meant, entities)
    speakers = (n for q in quotes for n in (q.speaker, *q.via))
    yield from _missing(f"{field} attribution", "entity", speakers, entities)
    around = (quote.within for quote in quotes)
    yield from _missing(f"{field} attribution", "attribution", around, len(quotes))
    yield from _missing(f"{field} event", "time", (event.time for event in events), len(times))
    taking_part = (n for event in events for n in event.participants)
    yield from _missing(f"{field} event", "entity", taking_part, entities)
    for quote in quotes:
        if not math.isfinite(quote.confidence):
            yield f"{field} attribution has the confidence {quote.confidence}"


def _outside(what: str, spans: Iterable[Span], length: int) -> Iterator[str]:
    for span in spans:
        if span.end > length:
            yield f"{what} [{span.start}, {span.end}) ends after the {length} characters there are"


def _missing(what: str, to: str, numbers: Iterable[int | None], count: int) -> Iterator[str]:
    for number in numbers:
        if number is not None and not 0 <= number < count:
            yield f"{what} points to {to} {number}, there are {count}"
