"""Where a row of the account leads to: targets in the texts, and what articles are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from allegedly.records import Account, Anchor, Chain, Place, When

from .. import timex
from ..dates import in_words, machine
from ..rows import Listing, name_of, outlet_of
from ..safe import one_line

#: A title that stands in for an outlet is cut to about so many characters.
_SHORT = 36
_NO_PAGES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What an article is called beside a row.

    ``id`` is that of the article, ``key`` what its anchors begin with, ``page`` the file it
    stands in, empty in a report of one file.
    """

    id: str
    key: str
    page: str
    name: str
    outlet: str | None
    when: str
    machine: str | None

    @property
    def href(self) -> str:
        """Where the link to it leads."""
        return f"{self.page}#a{self.key}"

    @property
    def short(self) -> str:
        """The outlet, else the beginning of the article's own name."""
        return self.outlet or shortened(self.name)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the coverage, exactly; ``place`` is where they stand."""

    text: str
    place: Place
    article: ArticleLabel

    @property
    def in_headline(self) -> bool:
        """Whether they stand in the title."""
        return self.place.field == "title"

    @property
    def href(self) -> str:
        """The fragment that leads to them: article, first and last code point.

        The browser needs nothing else to find it, so any place in a text can be cited.
        """
        headline = "h" if self.in_headline else ""
        span = f"{headline}{self.place.span.start}-{self.place.span.end}"
        return f"{self.article.page}#x{self.article.key}-{span}"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody or something; ``member`` is its id in the cast, empty where it has none."""

    name: str
    member: str = ""

    @property
    def href(self) -> str:
        """The fragment that leads to its entry in the cast."""
        return f"#p{self.member}" if self.member else ""


@dataclass(frozen=True, slots=True)
class Word:
    """On whose word something is told: an origin, and the outlets that passed it on.

    ``own`` is whether the article has it from nobody else.
    """

    origin: Who
    via: tuple[str, ...]
    own: bool


class Targets:
    """Names every place that a row leads to.

    ``pages`` are the files that articles (ids) stand in, where that is not the one file.
    """

    def __init__(
        self,
        listed: Sequence[Listing],
        account: Account,
        pages: Mapping[str, str] = _NO_PAGES,
    ) -> None:
        self._dated = {one.article: one.when for one in account.datings}
        labels = {one.reading.article.id: self._label(one, pages) for one in reversed(listed)}
        self.labels: Mapping[str, ArticleLabel] = dict(reversed(labels.items()))
        self._names = {one.id: one_line(one.name) or "unnamed" for one in account.cast}
        self._articles = {one.reading.article.id: one.reading.article for one in listed}

    def article(self, article: str) -> ArticleLabel:
        """What the article with this id is called."""
        return self.labels[article]

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
            place=anchor.place,
            article=self.labels[anchor.article],
        )

    def quotes(self, anchors: Iterable[Anchor]) -> tuple[Quote, ...]:
        """The words at each anchor."""
        return tuple(map(self.quote, anchors))

    def statement(self, article: str, row: str) -> str:
        """The fragment that leads to a row of the statements."""
        return f"{self.labels[article].page}#s{row}"

    def teller(self, name: str) -> str:
        """Who tells something: an outlet, or the name of an article whose outlet is unknown."""
        label = self.labels.get(name)
        return label.short if label else one_line(name)

    def member(self, number: str) -> Who:
        """A member of the cast."""
        name = self._names.get(number)
        return Who(name, number) if name else Who("unnamed")

    def word(self, chain: Chain) -> Word:
        """A sourcing chain in words: "a person close to the band", via "Evening Quay"."""
        via = tuple(map(self.teller, chain.via))
        if chain.speaker:
            return Word(self.member(chain.speaker), via, own=False)
        if chain.origin:
            return Word(Who(one_line(chain.origin)), via, own=False)
        if via:
            return Word(Who("an origin that is not given"), via, own=False)
        return Word(Who("in its own voice"), (), own=True)

    def _label(self, one: Listing, pages: Mapping[str, str]) -> ArticleLabel:
        article = one.reading.article
        inferred = self._dated.get(article.id)
        own = article.published
        return ArticleLabel(
            id=article.id,
            key=one.id,
            page=pages.get(article.id, ""),
            name=name_of(article),
            outlet=outlet_of(article),
            when=in_words(own) if own or not inferred else around(inferred),
            machine=machine(own),
        )


def shortened(name: str) -> str:
    """The first words of a name, with an ellipsis where more follow."""
    if len(name) <= _SHORT + 4:
        return name
    return name[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + "…"


def around(when: When) -> str:
    """An inferred date in words: the days between which it lies, said to be inferred."""
    return f"{timex.stretch(when.earliest, when.latest) or in_words(when)}, inferred"
