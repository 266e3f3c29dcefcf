"""What the templates print of an article: everything decided, nothing left to compute in them."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.records import When

from .dates import in_words, machine
from .overview import Overview
from .rows import Listing, name_of, outlet_of
from .safe import host_of, language_tag
from .segments import Paragraph, cut, paragraphs

_BASES = {
    "given": "date as given",
    "json-ld": "date from the page’s data",
    "meta": "date from the page’s data",
    "time-element": "date from the page",
    "url": "date from the address",
    "text": "date from the text",
}


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its text by lines.

    ``publisher`` is the outlet, or that it is unknown; None where that says nothing:
    where no article has one, or the article goes by the name of its file.
    """

    id: str
    publisher: str | None
    date: str
    datetime: str | None
    basis: str | None
    title: str | None
    name: str
    byline: str | None
    url: str | None
    host: str | None
    origin: str | None
    language: str | None
    unread: str | None
    paragraphs: tuple[Paragraph, ...]


def article_view(one: Listing, counts: Overview) -> ArticleView:
    """The view of an article; ``counts`` are those of the whole report."""
    article = one.reading.article
    unknown = "Outlet unknown" if article.title and counts.named_outlets else None
    return ArticleView(
        id=one.id,
        publisher=outlet_of(article) or unknown,
        date=in_words(article.published),
        datetime=machine(article.published),
        basis=_basis(article.published),
        title=article.title,
        name=name_of(article),
        byline=article.byline,
        url=article.url,
        host=host_of(article.url),
        origin=article.origin,
        language=language_tag(article.language),
        unread=one.reading.unread,
        paragraphs=paragraphs(cut(article.text, article.furniture)),
    )


def _basis(when: When | None) -> str | None:
    return _BASES.get(when.basis, when.basis) if when else None
