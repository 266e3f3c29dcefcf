"""What the templates print: everything decided, nothing left to compute in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from allegedly.records import FurnitureKind, MentionKind, Mode, Sourcing, Span, When

from .dates import in_words, machine
from .days import Dated, Day, days
from .found import Found, Member, TimeRow, found_in
from .notes import Annotated, notes_in
from .offsets import Offsets
from .overview import Overview
from .rows import SOURCING, Field, Listing, Row, Speaker, name_of, outlet_of
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
KINDS: dict[MentionKind, str] = {
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "event": "Events",
    "work": "Works",
    "group": "Groups",
    "other": "Other things",
}
_LETTERS = {"source": "s", "cue": "q", "content": "c"}


@dataclass(frozen=True, slots=True)
class PieceView:
    """A segment with its CSS classes, its own anchor, and anchors that go before it.

    ``inner`` is its text, marked up with what was found in it.
    """

    inner: Markup
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
    certainty: str | None
    hedges: tuple[str, ...]

    @property
    def note(self) -> bool:
        """Whether there is more to say below the words."""
        return bool(self.via or self.within or self.unsure or self.certainty)


@dataclass(frozen=True, slots=True)
class FoundView:
    """The lists of one article: dated events, how many more, times, and its cast by kind."""

    days: tuple[Day, ...]
    undated: int
    times: tuple[TimeRow, ...]
    cast: tuple[tuple[str, tuple[Member, ...]], ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to list."""
        return bool(self.days or self.undated or self.times or self.cast)

    @property
    def events(self) -> int:
        """How many events are listed."""
        return sum(len(line.events) for day in self.days for line in day.lines) + self.undated


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
    sentences: str
    found: FoundView


TargetsIn = Callable[[str, Field], Mapping[Span, str]]
"""The spans of an article's title or text that rows of the account lead to, with their ids."""


def no_targets(article: str, field: Field) -> Mapping[Span, str]:
    """The targets of a report without an account."""
    return {}


def article_views(
    listed: Sequence[Listing], counts: Overview, targets: TargetsIn = no_targets
) -> tuple[ArticleView, ...]:
    """The views of all articles, in order."""
    outlets = {outlet.name: number for number, outlet in enumerate(counts.outlets)}
    speakers = {one.speaker.key: number for number, one in enumerate(counts.speakers)}
    kinds = {one.sourcing: number for number, one in enumerate(counts.sourcing)}
    every = {row.number: row for one in listed for row in one.rows}
    views: list[ArticleView] = []
    taken: set[str] = set()
    for one in listed:
        rows = tuple(
            _row(one, row, every, f"{speakers[row.speaker.key]} {kinds[row.sourcing]}")
            for row in one.rows
        )
        number = outlets.get(outlet_of(one.reading.article), -1)
        found = found_in(one.reading, taken)
        views.append(_article(one, rows, number, counts, found, targets))
    return tuple(views)


def timeline(articles: Sequence[ArticleView]) -> tuple[Day, ...]:
    """The dated events of all articles; lines carry the numbers of their articles."""
    return days(
        Dated(event, number)
        for number, article in enumerate(articles)
        for day in article.found.days
        for line in day.lines
        for event in line.events
        if event.dated
    )


def _article(
    one: Listing,
    rows: tuple[RowView, ...],
    outlet_number: int,
    counts: Overview,
    found: Found,
    targets: TargetsIn,
) -> ArticleView:
    article = one.reading.article
    unknown = "Outlet unknown" if article.title and counts.named_outlets else None
    head = cut(article.title or "", one.rows_in("title"))
    body = paragraphs(cut(article.text, one.rows_in("text"), article.furniture))
    in_head = _annotated(article.title or "", found, "title", head, targets(article.id, "title"))
    pieces = [piece for line in body for piece in line.segments]
    in_body = _annotated(article.text, found, "text", pieces, targets(article.id, "text"))
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
        headline=tuple(_piece(segment, in_head) for segment in head),
        byline=article.byline,
        url=article.url,
        host=host,
        origin=article.origin,
        language=language_tag(article.language),
        unread=one.reading.unread,
        rows=rows,
        paragraphs=tuple(_paragraph(line, in_body) for line in body),
        selectors=_selectors(one, body),
        sentences=_sentences(article.text, one.reading.sentences),
        found=_found(found),
    )


def _found(found: Found) -> FoundView:
    kinds = groupby(found.cast, key=lambda member: member.kind)
    return FoundView(
        days=days(Dated(event) for event in found.listed),
        undated=sum(not event.when for event in found.listed),
        times=found.times,
        cast=tuple((KINDS[kind], tuple(members)) for kind, members in kinds),
    )


def _annotated(
    text: str,
    found: Found,
    field: Field,
    segments: Sequence[Segment],
    targets: Mapping[Span, str],
) -> Annotated:
    notes = notes_in(found, field, Offsets(text), targets)
    return Annotated(text, notes, [segment.start for segment in segments])


def _sentences(text: str, sentences: Sequence[Span]) -> str:
    """Where sentences begin, as a browser counts, and where they end if not at the next one."""
    offsets = Offsets(text)
    parts: list[str] = []
    for number, one in enumerate(sentences):
        following = sentences[number + 1].start if number + 1 < len(sentences) else len(text)
        near = text[one.end : following].isspace() or one.end == following
        end = "" if near else f"-{offsets.at(one.end)}"
        parts.append(f"{offsets.at(one.start)}{end}")
    return " ".join(parts)


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
        certainty=None if row.certainty == "certain" else row.certainty,
        hedges=row.hedges,
    )


def _paragraph(line: Paragraph, text: Annotated) -> ParagraphView:
    kind = line.furniture
    pieces = tuple(_piece(one, text, dimmed=kind is None) for one in line.segments)
    return ParagraphView(pieces, kind)


def _piece(segment: Segment, text: Annotated, *, dimmed: bool = True) -> PieceView:
    """``dimmed``: whether furniture is to be dimmed here (else its paragraph is)."""
    first, *others = segment.begins or (None,)
    return PieceView(
        inner=text.piece(segment.start),
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
