"""What every step of linking starts from: the readings of one story, with lookups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from ..records import (
    Anchor,
    Article,
    Copies,
    Dating,
    Field,
    Furniture,
    Layers,
    Place,
    Reading,
    Span,
    When,
)

_NEVER = date.max


@dataclass(frozen=True, slots=True)
class Layer:
    """The layers of one field of one article: what most steps walk through."""

    reading: Reading
    field: Field
    layers: Layers
    text: str

    @property
    def article(self) -> str:
        """The article's id."""
        return self.reading.article.id


class Material:
    """The readings of one story by date, undated ones last, in the order handed in.

    ``copies`` are those among its articles, ``datings`` what is known of undated ones.
    Articles that were not read (another language) are in it, without layers.
    """

    def __init__(
        self,
        story: str,
        readings: Sequence[Reading],
        copies: Copies | None = None,
        datings: Sequence[Dating] = (),
    ) -> None:
        self.story = story
        self.copies = copies or Copies()
        self.datings = {one.article: one for one in datings}
        self.readings = tuple(sorted(readings, key=lambda one: self._day(one.article)))
        self._by_id = {one.article.id: one for one in self.readings}
        self._order = {one.article.id: n for n, one in enumerate(self.readings)}
        self._origin = {
            member: group.origin for group in self.copies.groups for member in group.articles
        }
        self._starts: dict[str, list[int]] = {}

    def dated(self, datings: Sequence[Dating]) -> Material:
        """The same material with undated articles in their places."""
        return Material(self.story, self.readings, self.copies, datings)

    def __contains__(self, article: str) -> bool:
        return article in self._by_id

    def reading(self, article: str) -> Reading:
        """The reading of the article with this id; KeyError where it is none of ours."""
        return self._by_id[article]

    def article(self, article: str) -> Article:
        """The article with this id."""
        return self._by_id[article].article

    def order(self, article: str) -> int:
        """The article's place in ``readings``."""
        return self._order[article]

    def layers(self) -> Iterator[Layer]:
        """The headline (where there is one) and the body of each reading, in order."""
        for reading in self.readings:
            yield from self.layers_of(reading)

    def layers_of(self, reading: Reading) -> Iterator[Layer]:
        """The headline (where there is one) and the body of one reading."""
        if reading.headline is not None and reading.article.title is not None:
            yield Layer(reading, "title", reading.headline, reading.article.title)
        yield Layer(reading, "text", reading.body, reading.article.text)

    def anchor(self, article: str, field: Field, span: Span) -> Anchor:
        """The anchor of a span of the article's title or text."""
        found = self.article(article)
        text = found.text if field == "text" else found.title or ""
        return Anchor(article, field, span, text[span.start : span.end])

    def at(self, place: Place) -> Anchor:
        """The anchor at a place."""
        return self.anchor(place.article, place.field, place.span)

    def sentence(self, article: str, offset: int) -> int | None:
        """The number of the sentence of the text that ``offset`` stands in, None between two."""
        spans = self._by_id[article].sentences
        starts = self._starts.setdefault(article, [span.start for span in spans])
        number = bisect_right(starts, offset) - 1
        return number if number >= 0 and offset < spans[number].end else None

    def news(self, article: str) -> tuple[Span, ...]:
        """The sentences of the article's text that are not furniture."""
        reading = self._by_id[article]
        return news_of(reading.sentences, reading.article.furniture)

    def published(self, article: str) -> When | None:
        """When the article was written: its own date, else what others tell of it."""
        own = self.article(article).published
        if own is not None:
            return own
        dating = self.datings.get(article)
        return dating.when if dating else None

    def teller(self, article: str) -> str:
        """Who tells it: the outlet, else the domain of its address, else the article's id."""
        found = self.article(article)
        if found.outlet:
            return found.outlet
        host = urlsplit(found.url).hostname if found.url else None
        return (host or "").removeprefix("www.") or article

    def original(self, article: str) -> str:
        """The first teller of the article's text: the origin of its copies, else itself."""
        return self._origin.get(article, article)

    @cached_property
    def originals(self) -> tuple[Reading, ...]:
        """The readings without copies of earlier ones."""
        return tuple(
            one for one in self.readings if self.original(one.article.id) == one.article.id
        )

    def _day(self, article: Article) -> tuple[date, date]:
        own = article.published
        if own is None and article.id in self.datings:
            own = self.datings[article.id].when
        first = (own.earliest or own.latest) if own else None
        last = (own.latest or own.earliest) if own else None
        return first or _NEVER, last or _NEVER


def news_of(sentences: Sequence[Span], furniture: Iterable[Furniture]) -> tuple[Span, ...]:
    """The sentences that no furniture reaches into."""
    pieces = sorted(one.span for one in furniture)
    starts = [piece.start for piece in pieces]

    def is_news(span: Span) -> bool:
        last = bisect_right(starts, span.end - 1) - 1
        return last < 0 or pieces[last].end <= span.start

    return tuple(filter(is_news, sentences))
