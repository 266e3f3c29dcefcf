"""What the templates print: everything decided, nothing left to compute in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allegedly.records import FurnitureKind, Mode, Sourcing, When

from .dates import in_words, machine
from .overview import Overview
from .rows import SOURCING, Listing, Row, Speaker, name_of, outlet_of
from .safe import host_of, language_tag
from .segments import Mark, Paragraph, Segment, cut, paragraphs

UNSURE = 0.7
"""Below this the confidence of the reading is shown beside a row."""

_BASES = {
    "given": "date as given",
    "json-ld": "date from the page’s data",
    "meta": "date from the page’s data",
    "time-element": "date from the page",
    "url": "date from the address",
    "text": "date from the text",
}
_LETTERS = {"source": "s", "cue": "q", "content": "c"}


@dataclass(frozen=True, slots=True)
class PieceView:
    """A segment with its CSS classes, its own anchor, and anchors that go before it."""

    text: str
    classes: str
    anchor: str | None
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A line of the text."""

    pieces: tuple[PieceView, ...]
    furniture: FurnitureKind | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the list; ``facets`` are the numbers the filters compare."""

    id: str
    facets: str
    speaker: Speaker
    sourcing: Sourcing
    label: str
    mode: Mode
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    via: tuple[str, ...]
    within: tuple[str, str] | None
    in_headline: bool
    unsure: str | None

    @property
    def note(self) -> bool:
        """Whether there is more to say below the words."""
        return bool(self.via or self.within or self.unsure)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its rows and its text.

    ``publisher`` is the outlet, or that it is unknown; None where that says nothing:
    where no article has one, or the article goes by the name of its file.
    """

    id: str
    publisher: str | None
    outlet_number: int
    date: str
    datetime: str | None
    basis: str | None
    title: str | None
    name: str
    headline: tuple[PieceView, ...]
    byline: str | None
    url: str | None
    host: str | None
    origin: str | None
    language: str | None
    unread: str | None
    rows: tuple[RowView, ...]
    paragraphs: tuple[ParagraphView, ...]
    selectors: tuple[str, ...]


def article_views(listed: Sequence[Listing], counts: Overview) -> tuple[ArticleView, ...]:
    """The views of all articles, in order."""
    outlets = {outlet.name: number for number, outlet in enumerate(counts.outlets)}
    speakers = {one.speaker.key: number for number, one in enumerate(counts.speakers)}
    kinds = {one.sourcing: number for number, one in enumerate(counts.sourcing)}
    every = {row.number: row for one in listed for row in one.rows}
    views: list[ArticleView] = []
    for one in listed:
        rows = tuple(
            _row(one, row, every, f"{speakers[row.speaker.key]} {kinds[row.sourcing]}")
            for row in one.rows
        )
        number = outlets.get(outlet_of(one.reading.article), -1)
        views.append(_article(one, rows, number, counts))
    return tuple(views)


def _article(
    one: Listing, rows: tuple[RowView, ...], outlet_number: int, counts: Overview
) -> ArticleView:
    article = one.reading.article
    unknown = "Outlet unknown" if article.title and counts.named_outlets else None
    head = cut(article.title or "", one.rows_in("title"))
    body = paragraphs(cut(article.text, one.rows_in("text"), article.furniture))
    host = host_of(article.url)
    return ArticleView(
        id=one.id,
        publisher=outlet_of(article) or unknown,
        outlet_number=outlet_number,
        date=in_words(article.published),
        datetime=machine(article.published),
        basis=_basis(article.published),
        title=article.title,
        name=name_of(article),
        headline=tuple(_piece(segment) for segment in head),
        byline=article.byline,
        url=article.url,
        host=host,
        origin=article.origin,
        language=language_tag(article.language),
        unread=one.reading.unread,
        rows=rows,
        paragraphs=tuple(_paragraph(line) for line in body),
        selectors=_selectors(one, body),
    )


def _row(one: Listing, row: Row, every: dict[int, Row], numbers: str) -> RowView:
    outer = every.get(row.within) if row.within is not None else None
    source = one.words(row, row.source)
    said_already = row.speaker.basis == "words" or " ".join(source) == row.speaker.name
    return RowView(
        id=row.id,
        facets=f"{numbers} {row.mode[0]}",
        speaker=row.speaker,
        sourcing=row.sourcing,
        label=SOURCING[row.sourcing],
        mode=row.mode,
        source=() if said_already else source,
        cue=one.words(row, row.cue),
        content=one.words(row, row.content),
        via=row.via,
        within=(outer.id, outer.speaker.label) if outer else None,
        in_headline=row.field == "title",
        unsure=f"{row.confidence:.2f}" if row.confidence < UNSURE else None,
    )


def _paragraph(line: Paragraph) -> ParagraphView:
    kind = line.furniture
    return ParagraphView(tuple(_piece(one, dimmed=kind is None) for one in line.segments), kind)


def _piece(segment: Segment, *, dimmed: bool = True) -> PieceView:
    """``dimmed``: whether furniture is to be dimmed here (else its paragraph is)."""
    first, *others = segment.begins or (None,)
    return PieceView(
        text=segment.text,
        classes=_classes(segment.marks) or ("f" if segment.furniture and dimmed else ""),
        anchor=first,
        before=tuple(one for one in others if one),
    )


def _classes(marks: Sequence[Mark]) -> str:
    """Letters for the roles, ``cc`` for content within content, ``n…`` for each row."""
    letters = {_LETTERS[mark.role]: None for mark in marks}
    if sum(mark.role == "content" for mark in marks) > 1:
        letters["cc"] = None
    rows = {f"n{mark.row}": None for mark in marks}
    return " ".join((*letters, *rows))


def _selectors(one: Listing, body: Sequence[Paragraph]) -> tuple[str, ...]:
    """CSS that finds all of a row's segments from its anchor, for readers without JavaScript.

    Siblings of the anchor are found by ``~``; segments in other paragraphs only by ``:has``.
    """
    lines: dict[int, set[int]] = {}
    for number, line in enumerate(body):
        for mark in (mark for segment in line.segments for mark in segment.marks):
            lines.setdefault(mark.row, set()).add(number)
    found: list[str] = []
    for row in one.rows:
        if len(lines.get(row.number, ())) > 1:
            found.append(f".text:has(#w{row.id}:target) .n{row.number}")
        else:
            found.append(f"#w{row.id}:target~.n{row.number}")
    return tuple(found)


def _basis(when: When | None) -> str | None:
    return _BASES.get(when.basis, when.basis) if when else None
