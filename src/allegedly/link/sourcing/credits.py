"""Which outlet an article, or a passage of it, is taken from, as credits and copies tell."""

from __future__ import annotations

import re
from collections import defaultdict

from ...records import Article, Place, Span
from ..material import Material
from .outlets import Outlets, tokens
from .words import AGENCIES

#: "KESTREL BAY, Feb 8 (Northline) -", and a last line that is nothing but a name.
_DATELINE = re.compile(r"^[^\n(]{0,60}\((?P<name>[A-Z][^()\n]{1,40})\)\s*[-–—]")
_BYLINE = re.compile(
    r"^(?:by\s+)?(?P<name>[^\n]+?)(?:\s+(?:staff|agency|news\s+agency))?$", re.IGNORECASE
)
_LAST_LINE = re.compile(r"\n\s*[-–—(©]?\s*(?P<name>[A-Z][^\n()]{1,40}?)\s*\)?\s*$")


def agency_of(article: Article, outlets: Outlets) -> str | None:
    """The outlet that a dateline, a byline or the last line gives the whole article to.

    It must be a known agency, or an outlet of this story; a byline that names staff beside
    it ("Herald staff and Northline") does not say which passages are whose.
    """
    own = outlets.own(article.id)
    found = [
        pattern.search(text)
        for pattern, text in (
            (_DATELINE, article.text[:120]),
            (_BYLINE, (article.byline or "")[:80]),
            (_LAST_LINE, article.text[-60:]),
        )
        if text
    ]
    for match in found:
        if match is None:
            continue
        name = " ".join(match["name"].split())
        known = outlets.named(name, article.id)
        if known is None and " ".join(tokens(name)) in AGENCIES:
            known = name
        if known == own:
            return None
        if known is not None:
            return known
    return None


class Credits:
    """Outlets that articles and passages were taken from."""

    def __init__(self, material: Material, outlets: Outlets) -> None:
        self._whole: dict[str, str] = {}
        for reading in material.readings:
            agency = agency_of(reading.article, outlets)
            if agency is not None:
                self._whole[reading.article.id] = agency
        self._passages: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._quotes: dict[str, list[tuple[Span, Place]]] = defaultdict(list)
        for shared in material.copies.shared:
            first, again = shared.first, shared.again
            known = first.article in material and again.article in material
            if shared.kind == "quote" and known and again.field == first.field == "text":
                self._quotes[again.article].append((again.span, first))
            if shared.kind != "passage" or again.field != "text" or first.field != "text":
                continue
            if known:
                name = outlets.own(first.article)
                if name in outlets.tellers and name != outlets.own(again.article):
                    self._passages[again.article].append((again.span, name))

    def whole(self, article: str) -> tuple[str, ...]:
        """The agency that an article is credited to."""
        return (self._whole[article],) if article in self._whole else ()

    def of(self, article: str, span: Span | None) -> tuple[str, ...]:
        """Whom a stretch of the text is from: the article's agency, else its first teller."""
        if article in self._whole:
            return self.whole(article)
        for passage, name in self._passages.get(article, ()):
            if span is not None and passage.covers(span):
                return (name,)
        return ()

    def quoted(self, article: str, span: Span) -> list[Place]:
        """Where the words of a quotation stood first, in other articles."""
        return [place for again, place in self._quotes.get(article, ()) if again.overlaps(span)]
