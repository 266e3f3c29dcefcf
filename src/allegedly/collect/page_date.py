"""When a page was first published, and what on it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from .dates import date_line, find_date, labelled_date
from .page_data import linked_data, meta

# First what means the first publication only, then what may mean it.
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "article:published",
    "article.published",
    "originalpublicationdate",
    "article_date_original",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "published-date",
    "publication_date",
    "publication-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "datecreated",
    "date",
    "dc.date",
)
_ISO = re.compile(r"((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?:$|[T ].*)", re.DOTALL)
_IN_URL = re.compile(
    r"[/_-]((?:19|20)\d\d)([/_-])(0?[1-9]|1[0-2]|[a-z]{3})"
    r"(?:\2(0?[1-9]|[12]\d|3[01])(?![\dA-Za-z]))?(?=[/_-]|$|\.)"
)
_PUBLISHED = re.compile(
    r"(?i)publish|pubdate|posted|entry-date|created|dateline|byline|article-date"
)
_CHANGED = re.compile(r"(?i)updat|modif|edited|revis")
_DATED = re.compile(
    r"(?i)(?:^|[\s_-])(?:date|dateline|published|posted|pubdate|byline|timestamp|meta)"
)
_ASIDE = re.compile(
    r"(?i)comment|related|recommend|sidebar|footer|widget|trending|popular|latest|more-|twitter|embed"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LONGEST = 160


def find_published(tree: Any, url: str | None) -> tuple[str | None, str | None]:
    """The date of first publication as an ISO prefix, and its basis; None, None if not said.

    Tried in turn: ``json-ld``, ``meta``, ``time-element``, ``url``, ``text`` (a date
    that stands by itself near the headline). Dates of changes and copyright years are
    never taken, nor is a date of a comment, a related story or an embedded post.
    """
    sources = (
        ("json-ld", _linked_dates(tree)),
        ("meta", meta(tree, *_META)),
        ("time-element", _time_elements(tree)),
        ("url", _url_dates(url)),
        ("text", _visible_dates(tree)),
    )
    for basis, values in sources:
        for value in values:
            iso = _iso(value)
            if iso:
                return iso, basis
    return None, None


def _linked_dates(tree: Any) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        for item in linked_data(tree):
            value = item.get(key)
            if isinstance(value, str):
                yield value


def _time_elements(tree: Any) -> Iterator[str]:
    """Time elements, those first that say they are the publication's."""
    times = [item for item in tree.iter("time") if not _is_aside(item) and not _is_change(item)]
    for element in sorted(times, key=lambda item: not _says_published(item)):
        yield element.get("datetime") or element.text_content()[:_LONGEST]
    for element in tree.iter("abbr", "span", "div", "p"):
        if element.get("itemprop") == "datePublished":
            yield element.get("content") or element.get("datetime") or _text(element)


def _url_dates(url: str | None) -> Iterator[str]:
    match = _IN_URL.search(urlsplit(url).path.lower()) if url else None
    if not match:
        return
    year, _, month, day = match.groups()
    if not month.isdigit():
        if month not in _MONTHS:
            return
        month = str(_MONTHS.index(month) + 1)
    yield f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _visible_dates(tree: Any) -> Iterator[str]:
    """Dates written on the page in short elements of their own."""
    for element in tree.iter("span", "div", "p", "li", "small", "td", "em", "i", "font", "b"):
        if _is_aside(element):
            continue
        text = _text(element)
        if not 6 <= len(text) <= _LONGEST:
            continue
        alone, value = date_line(text)
        value = value if alone else labelled_date(text)
        if value is None and _DATED.search(_names(element)) and not _CHANGED.search(text):
            value = find_date(text)
        if value:
            yield value


def _iso(value: str) -> str | None:
    """A date as pages' data have it, as an ISO prefix that names a real day; else None."""
    value = " ".join(value.split())[:_LONGEST]
    match = _ISO.fullmatch(value)
    if not match:
        return None if _CHANGED.search(value) else find_date(value)
    iso = "-".join(part for part in match.groups() if part)
    return iso if len(iso) < 10 and (not match[2] or 1 <= int(match[2]) <= 12) else find_date(iso)


def _text(element: Any) -> str:
    """The text of a small element; none of a large one, which cannot be just a date."""
    if len(element) > 12:
        return ""
    return " ".join(element.text_content()[: _LONGEST * 4].split())


def _says_published(element: Any) -> bool:
    return element.get("pubdate") is not None or bool(_PUBLISHED.search(_names(element)))


def _is_change(element: Any) -> bool:
    names = _names(element)
    return bool(_CHANGED.search(names)) and not _PUBLISHED.search(names)


def _is_aside(element: Any) -> bool:
    """Whether an element stands in a comment, a list of other stories or the like."""
    for above in element.iterancestors():
        if above.tag in ("aside", "footer", "nav", "blockquote"):
            return True
        if above.tag not in ("body", "html", "main") and _ASIDE.search(_names(above)):
            return True
    return bool(_ASIDE.search(_names(element)))


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
