"""One row per attribution: who says what, in which outlet, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from allegedly.records import (
    Article,
    Attribution,
    Certainty,
    Layers,
    Mode,
    Reading,
    Sourcing,
    Span,
)

from .dates import in_order
from .known import Known
from .safe import host_of, one_line

Field = Literal["text", "title"]
Basis = Literal["entity", "words", "nobody"]
Place = tuple[Field, str, Layers]
"""A field with its text and what was found in it."""

#: Hexadecimal digits of an article's id that its anchors begin with.
_DIGITS = 8
NOBODY = "nobody named"
NOBODY_KNOWN = Known()
SOURCING: dict[Sourcing, str] = {
    "named": "Named",
    "unnamed": "Unnamed",
    "outlet": "Outlet",
    "document": "Document",
    "self": "Outlet itself",
    "none": "No source",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as shown: a resolved name, else the exact source words, else nobody.

    ``member`` is the id in the cast of an account.
    """

    name: str
    basis: Basis
    member: str | None = None

    @property
    def key(self) -> tuple[Basis, str]:
        """What makes two rows the same speaker; words never equal a name."""
        return self.basis, self.member or self.name.casefold()

    @property
    def label(self) -> str:
        """The name; words in quotation marks."""
        return f"“{self.name}”" if self.basis == "words" else self.name


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution as it is listed; spans are merged and count in ``field``.

    ``id`` says where it stands: article and first code point (with ``h`` in the headline).
    """

    id: str
    number: int
    field: Field
    speaker: Speaker
    sourcing: Sourcing
    mode: Mode
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[str, ...]
    within: int | None
    confidence: float
    certainty: Certainty
    hedges: tuple[str, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Everything the row stands on: source, cue and content as one."""
        return merged((*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Listing:
    """One article with its rows; ``id`` is unique in a report and stable between reports.

    It is the beginning of the article's own id: the anchors of a report are many.
    """

    id: str
    reading: Reading
    rows: tuple[Row, ...]

    def rows_in(self, field: Field) -> tuple[Row, ...]:
        """The rows whose spans count in ``field``."""
        return tuple(row for row in self.rows if row.field == field)

    def words(self, row: Row, spans: Iterable[Span]) -> tuple[str, ...]:
        """The exact characters of the spans of one of the rows."""
        article = self.reading.article
        field = article.text if row.field == "text" else article.title or ""
        return tuple(span.of(field) for span in spans)


def listings(readings: Iterable[Reading], known: Known = NOBODY_KNOWN) -> tuple[Listing, ...]:
    """All articles, oldest first, with rows numbered through.

    Speakers go by the name that ``known`` has for them across articles.
    """
    return tuple(listed(sorted(readings, key=lambda one: in_order(one.article.published)), known))


def listed(readings: Iterable[Reading], known: Known = NOBODY_KNOWN) -> Iterator[Listing]:
    """The articles in the order they come, one at a time, with rows numbered through."""
    taken: set[str] = set()
    number = 0
    for reading in readings:
        key = unique(reading.article.id[:_DIGITS], taken)
        rows = _rows(reading, key, number, known)
        yield Listing(key, reading, rows)
        number += len(rows)


def outlet_of(article: Article) -> str | None:
    """The outlet's name, else the host of the URL, else None."""
    return one_line(article.outlet or "") or host_of(article.url)


def name_of(article: Article) -> str:
    """What to call an article: its title, else the file (or line) it came from."""
    origin = one_line(article.origin or "").rstrip("/\\")
    return one_line(article.title or "") or re.split(r"[/\\]", origin)[-1] or "Untitled"


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def fields_of(reading: Reading) -> tuple[Place, ...]:
    """The headline and the text, each with what was found in it.

    A headline that the text repeats verbatim is left out: all of it would be listed twice.
    """
    article = reading.article
    title = article.title or ""
    body: Place = ("text", article.text, reading.body)
    if reading.headline is None or (title and title.strip() in article.text):
        return (body,)
    return (("title", title, reading.headline), body)


def _rows(reading: Reading, key: str, first: int, known: Known) -> tuple[Row, ...]:
    rows: list[Row] = []
    taken: set[str] = set()
    for where in fields_of(reading):
        field, _, layers = where
        attributions = layers.attributions
        start = first + len(rows)
        order = sorted(range(len(attributions)), key=lambda at: (_place(attributions[at]), at))
        numbers = {at: start + place for place, at in enumerate(order)}
        for at in order:
            one = attributions[at]
            anchor = unique(f"{key}-{'h' * (field == 'title')}{_place(one).start}", taken)
            within = numbers.get(one.within) if one.within is not None else None
            rows.append(_row(reading, where, one, anchor, numbers[at], within, known))
    return tuple(rows)


def _row(
    reading: Reading,
    where: Place,
    one: Attribution,
    anchor: str,
    number: int,
    within: int | None,
    known: Known,
) -> Row:
    field, text, layers = where
    return Row(
        id=anchor,
        number=number,
        field=field,
        speaker=_speaker(reading, one, text, known),
        sourcing=one.sourcing,
        mode=one.mode,
        source=merged(one.source),
        cue=merged(one.cue),
        content=merged(one.content),
        via=tuple(_named(reading, entity, known).name for entity in one.via),
        within=within,
        confidence=one.confidence,
        certainty=one.certainty,
        hedges=tuple(one_line(layers.hedges[number].span.of(text)) for number in one.hedges),
    )


def _speaker(reading: Reading, one: Attribution, text: str, known: Known) -> Speaker:
    if one.speaker is not None and (speaker := _named(reading, one.speaker, known)).name:
        return speaker
    words = one_line(" … ".join(span.of(text) for span in merged(one.source)))
    return Speaker(words, "words") if words else Speaker(NOBODY, "nobody")


def _named(reading: Reading, entity: int, known: Known) -> Speaker:
    name = one_line(reading.entities[entity].name)
    member = known.member(reading.article.id, entity, name)
    return Speaker(known.name(member) or name, "entity", member)


def _place(one: Attribution) -> Span:
    """Where a row stands among the others: at its content, as that is what is read."""
    return min(one.content or one.cue or one.source)


def unique(wanted: str, taken: set[str]) -> str:
    """``wanted``, with a number behind it where it is already in use."""
    chosen, count = wanted, 1
    while chosen in taken:
        count += 1
        chosen = f"{wanted}.{count}"
    taken.add(chosen)
    return chosen
