"""Where a row of the account leads to: targets in the texts, and what articles are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from allegedly.records import Account, Anchor, Chain, Field, Place, Span, When

from .. import timex
from ..dates import in_words, machine
from ..rows import Listing, name_of, outlet_of
from ..safe import one_line

#: Hexadecimal digits of an article's id in the targets in it.
_DIGITS = 6
#: A title that stands in for an outlet is cut to about so many characters.
_SHORT = 36
_NO_PAGES: Mapping[str, str] = MappingProxyType({})


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
        """The outlet, else the beginning of the article's own name."""
        return self.outlet or shortened(self.name)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the coverage, exactly; ``href`` leads to where they stand."""

    text: str
    href: str
    article: ArticleLabel
    in_headline: bool


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody or something; ``href`` leads to its entry in the cast, None where it has none."""

    name: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """On whose word something is told: an origin, and the outlets that passed it on.

    ``own`` is whether the article has it from nobody else.
    """

    origin: Who
    via: tuple[str, ...]
    own: bool


class Targets:
    """Names every place that a row leads to; asked for a place again, it gives the same name.

    ``pages`` are the files that articles (ids) stand in, where that is not the one file.
    """

    def __init__(
        self,
        listed: Sequence[Listing],
        account: Account,
        pages: Mapping[str, str] = _NO_PAGES,
    ) -> None:
        self._pages = pages
        self._short = _prefixes([one.reading.article.id for one in listed])
        self._dated = {one.article: one.when for one in account.datings}
        self._labels = {one.reading.article.id: self._label(one) for one in listed}
        self._names = {one.id: one_line(one.name) or "unnamed" for one in account.cast}
        self._articles = {one.reading.article.id: one.reading.article for one in listed}
        self._places: dict[tuple[str, Field], dict[Span, str]] = {}

    def article(self, article: str) -> ArticleLabel:
        """What the article with this id is called."""
        return self._labels[article]

    def text(self, article: str) -> str:
        """The text of the article with this id."""
        return self._articles[article].text

    def days(self, articles: Sequence[str]) -> list[date]:
        """The days these articles say they are from; those inferred where none says so."""
        given = [self._articles[one].published for one in articles]
        own = [one for one in given if one]
        whens = own or [self._dated[one] for one in articles if one in self._dated]
        return [day for one in whens for day in (one.earliest, one.latest) if day]

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
        return f"{self._page(place.article)}#{found.setdefault(place.span, name)}"

    def statement(self, article: str, row: str) -> str:
        """The fragment that leads to a row of the statements."""
        return f"{self._page(article)}#s{row}"

    def within(self, article: str, field: Field) -> dict[Span, str]:
        """The targets in one field of an article: their spans and ids."""
        return self._places.get((article, field), {})

    def teller(self, name: str) -> str:
        """Who tells something: an outlet, or the name of an article whose outlet is unknown."""
        label = self._labels.get(name)
        return label.short if label else one_line(name)

    def member(self, number: str) -> Who:
        """A member of the cast."""
        name = self._names.get(number)
        return Who(name, f"#p{number}") if name else Who("unnamed", None)

    def word(self, chain: Chain) -> Word:
        """A sourcing chain in words: "a person close to the band", via "Evening Quay"."""
        via = tuple(map(self.teller, chain.via))
        if chain.speaker:
            return Word(self.member(chain.speaker), via, own=False)
        if chain.origin:
            return Word(Who(one_line(chain.origin), None), via, own=False)
        if via:
            return Word(Who("an origin that is not given", None), via, own=False)
        return Word(Who("in its own voice", None), (), own=True)

    def _page(self, article: str) -> str:
        return self._pages.get(article, "")

    def _label(self, one: Listing) -> ArticleLabel:
        article = one.reading.article
        inferred = self._dated.get(article.id)
        own = article.published
        return ArticleLabel(
            name=name_of(article),
            outlet=outlet_of(article),
            when=in_words(own) if own or not inferred else around(inferred),
            machine=machine(own),
            href=f"{self._page(article.id)}#a{one.id}",
        )


def shortened(name: str) -> str:
    """The first words of a name, with an ellipsis where more follow."""
    if len(name) <= _SHORT + 4:
        return name
    return name[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + "…"


def around(when: When) -> str:
    """An inferred date in words: the days between which it lies, said to be inferred."""
    return f"{timex.stretch(when.earliest, when.latest) or in_words(when)}, inferred"


def _prefixes(articles: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings of the ids that tell the articles apart."""
    digits = _DIGITS
    while len({one[:digits] for one in articles}) < len(set(articles)):
        digits += 1
    return {one: one[:digits] for one in articles}
