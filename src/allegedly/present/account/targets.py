"""Where a row of the account leads to: targets in the texts, and what articles are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from allegedly.records import Account, Anchor, Chain, Field, Place, Span, When

from .. import timex
from ..dates import in_words, machine
from ..rows import Listing, name_of, outlet_of
from ..safe import one_line

#: Hexadecimal digits of an article's id in the targets in it.
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What an article is called beside a row; ``href`` leads to it."""

    name: str
    outlet: str | None
    when: str
    machine: str | None
    href: str

    @property
    def short(self) -> str:
        """The outlet, else the article's own name."""
        return self.outlet or self.name


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the coverage, exactly; ``href`` leads to where they stand."""

    text: str
    href: str
    article: ArticleLabel
    in_headline: bool


class Targets:
    """Names every place that a row leads to; asked for a place again, it gives the same name."""

    def __init__(self, listed: Sequence[Listing], account: Account) -> None:
        self._short = _prefixes([one.reading.article.id for one in listed])
        self._dated = {one.article: one.when for one in account.datings}
        self._labels = {one.reading.article.id: self._label(one) for one in listed}
        self._names = {one.id: one.name for one in account.cast}
        self._articles = {one.reading.article.id: one.reading.article for one in listed}
        self._places: dict[tuple[str, Field], dict[Span, str]] = {}

    def article(self, article: str) -> ArticleLabel:
        """What the article with this id is called."""
        return self._labels[article]

    def text(self, article: str) -> str:
        """The text of the article with this id."""
        return self._articles[article].text

    def days(self, articles: Iterable[str]) -> list[date]:
        """The days between which these articles were written, as far as they are known."""
        whens = [self._articles[one].published or self._dated.get(one) for one in articles]
        return [day for one in whens if one for day in (one.earliest, one.latest) if day]

    def quote(self, anchor: Anchor) -> Quote:
        """The words at an anchor, with a target there."""
        return Quote(
            text=anchor.text.strip(),
            href=self.href(anchor.place),
            article=self._labels[anchor.article],
            in_headline=anchor.field == "title",
        )

    def quotes(self, anchors: Iterable[Anchor]) -> tuple[Quote, ...]:
        """The words at each anchor."""
        return tuple(map(self.quote, anchors))

    def href(self, place: Place) -> str:
        """The fragment that leads to a place."""
        found = self._places.setdefault((place.article, place.field), {})
        headline = "h" if place.field == "title" else ""
        prefix = self._short[place.article]
        name = f"x{prefix}-{headline}{place.span.start}-{place.span.end}"
        return "#" + found.setdefault(place.span, name)

    def within(self, article: str, field: Field) -> dict[Span, str]:
        """The targets in one field of an article: their spans and ids."""
        return self._places.get((article, field), {})

    def teller(self, name: str) -> str:
        """Who tells something: an outlet, or the name of an article whose outlet is unknown."""
        label = self._labels.get(name)
        return label.short if label else one_line(name)

    def member(self, number: str) -> str:
        """What a member of the cast is called."""
        return one_line(self._names.get(number, "")) or "unnamed"

    def on_whose_word(self, chain: Chain) -> str:
        """A sourcing chain in words: "a person close to the band, via Evening Quay"."""
        origin = self.member(chain.speaker) if chain.speaker else one_line(chain.origin or "")
        if not origin:
            origin = "in its own voice" if not chain.via else "an origin that is not given"
        via = ", ".join(map(self.teller, chain.via))
        return f"{origin}, via {via}" if via else origin

    def _label(self, one: Listing) -> ArticleLabel:
        article = one.reading.article
        inferred = self._dated.get(article.id)
        own = article.published
        return ArticleLabel(
            name=name_of(article),
            outlet=outlet_of(article),
            when=in_words(own) if own or not inferred else around(inferred),
            machine=machine(own),
            href=f"#a{one.id}",
        )


def around(when: When) -> str:
    """An inferred date in words: the days between which it lies, said to be inferred."""
    return f"{timex.stretch(when.earliest, when.latest) or in_words(when)}, inferred"


def _prefixes(articles: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings of the ids that tell the articles apart."""
    digits = _DIGITS
    while len({one[:digits] for one in articles}) < len(set(articles)):
        digits += 1
    return {one: one[:digits] for one in articles}
