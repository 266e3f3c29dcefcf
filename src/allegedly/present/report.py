"""The report: HTML that holds everything and asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from allegedly._version import __version__
from allegedly.records import Account, Reading, Sourcing, Unread

from .account import ArticleLabel, StoryView, Targets, Voices, lists, story_views
from .dates import stretch
from .island import Words, island, written
from .known import Known
from .overview import Overview, overview
from .rows import SOURCING, Listing, listings
from .safe import in_html, isolated, one_line
from .views import article_view

_TOP = 10
INDEX = "index.html"
PER_PAGE = 100
_SCRIPTS = (
    "data.js",
    "draw.js",
    "lists.js",
    "places.js",
    "rows.js",
    "found.js",
    "tips.js",
    "start.js",
)
_MEANINGS: dict[Sourcing, str] = {
    "named": "somebody with a name",
    "unnamed": "somebody who is not named, such as “a source close to the family”",
    "outlet": "another outlet",
    "document": "a filing, a letter, a post",
    "self": "the outlet itself saw or heard it",
    "none": "nobody is given as the source",
}


def render_report(
    readings: Sequence[Reading],
    unread: Sequence[Unread] = (),
    *,
    title: str,
    account: Account | None = None,
) -> str:
    """The report as one HTML document; the same readings give the same characters.

    With ``account``, what linking found in these readings, it tells their stories first.

    It carries its own style and script, allowed by hash in a Content-Security-Policy
    that forbids everything else, and can always be encoded as UTF-8.
    """
    report = _Report(readings, unread, title, account, None)
    return report.page(report.listed, stories=report.stories)


def render_report_pages(
    readings: Sequence[Reading],
    unread: Sequence[Unread] = (),
    *,
    title: str,
    account: Account | None = None,
    per_page: int = PER_PAGE,
) -> dict[str, str]:
    """The report as the files of one folder: their names, each with its HTML document.

    ``index.html`` has the account and lists the articles; these stand, ``per_page`` to a
    page, by date on ``articles-1.html`` and so on, with their statements. Links have the
    same fragments as in one file and lead across the pages; nothing needs a server.
    """
    return _Report(readings, unread, title, account, per_page).pages()


@dataclass(frozen=True, slots=True)
class _Left:
    """An article that was left unread."""

    href: str
    name: str
    publisher: str | None
    date: str
    unread: str


@dataclass(frozen=True, slots=True)
class _File:
    """A page of articles as the index lists it."""

    file: str
    dates: str
    articles: tuple[ArticleLabel, ...]


class _Report:
    """Everything that the pages of one report share."""

    def __init__(
        self,
        readings: Sequence[Reading],
        unread: Sequence[Unread],
        title: str,
        account: Account | None,
        per_page: int | None,
    ) -> None:
        self._unread = unread
        self._account = account or Account(stage="")
        known = Known(self._account.cast)
        self.listed = listings(readings, known)
        self._groups = list(_groups(self.listed, per_page)) if per_page else []
        files = {one.reading.article.id: name for name, group in self._groups for one in group}
        self._targets = Targets(self.listed, self._account, files)
        # The rows come first: only then is it known which places of the texts they lead to.
        voices = Voices(self.listed, self._account.sourcing, self._targets)
        self.stories = story_views(self._account, self._targets, voices)
        own = self.stories[0].title if len(self.stories) == 1 else one_line(title)
        self._title = own or "Report"
        self._stages = sorted({one.stage for one in readings})

    def pages(self) -> dict[str, str]:
        """The index and the pages of articles."""
        files = tuple(
            _File(
                name,
                stretch([one.reading.article.published for one in group]) or "undated",
                tuple(self._targets.article(one.reading.article.id) for one in group),
            )
            for name, group in self._groups
        )
        pages = {INDEX: self.page((), stories=self.stories, pages=files)}
        for number, (name, group) in enumerate(self._groups, start=1):
            part = f"page {number} of {len(self._groups)}"
            pages[name] = self.page(group, home=INDEX, part=part)
        return pages

    def page(
        self,
        listed: Sequence[Listing],
        *,
        stories: Sequence[StoryView] = (),
        pages: Sequence[_File] = (),
        home: str = "",
        part: str = "",
    ) -> str:
        """One document: ``stories`` and ``pages`` on the index, ``home`` leads there."""
        counts = overview(self.listed if pages else listed)
        style = _asset("report.css")
        script = f"(async () => {{\n{''.join(map(_asset, _SCRIPTS))}}})();"
        return (
            _environment()
            .get_template("report.html")
            .render(
                title=self._title,
                policy=_policy(style, script),
                style=Markup(style),
                script=Markup(script),
                data=self._data(listed, counts, stories, pages, home),
                counts=counts,
                labels=SOURCING,
                meanings=_MEANINGS,
                top=counts.resolved[:_TOP],
                articles=[article_view(one, counts) for one in listed],
                stories=stories,
                pages=pages,
                home=home,
                part=part,
                datings={
                    one.article.href.partition("#a")[2]: one
                    for story in self.stories
                    for one in story.datings
                },
                unread=() if home else self._unread,
                left=self._left(self.listed if pages else listed),
                version=__version__,
                stages=self._stages,
                linking=self._account.stage,
            )
        )

    def _data(
        self,
        listed: Sequence[Listing],
        counts: Overview,
        stories: Sequence[StoryView],
        pages: Sequence[_File],
        home: str,
    ) -> Markup:
        words = Words()
        data = island(listed, counts, words)
        if stories:
            data |= lists(stories, self._targets, words, apart=bool(pages))
        return written({"home": home, **data}, words)

    def _left(self, listed: Sequence[Listing]) -> tuple[_Left, ...]:
        left = [one.reading for one in listed if one.reading.unread is not None]
        labels = [(self._targets.article(one.article.id), one.unread or "") for one in left]
        return tuple(_Left(one.href, one.name, one.outlet, one.when, why) for one, why in labels)


def _groups(listed: Sequence[Listing], per_page: int) -> Iterator[tuple[str, tuple[Listing, ...]]]:
    """The articles page by page, with the names of the files; there is always one page."""
    count = max(1, -(-len(listed) // per_page))
    for number in range(count):
        group = listed[number * per_page : (number + 1) * per_page]
        yield f"articles-{number + 1:0{len(str(count))}}.html", tuple(group)


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("allegedly.present"),
        autoescape=True,
        finalize=in_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    environment.filters["isolated"] = isolated
    return environment


@cache
def _asset(name: str) -> str:
    """A style or script of the package; line ends as browsers hash them."""
    loader = _environment().loader
    assert loader is not None
    source, _, _ = loader.get_source(_environment(), name)
    return source.replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    digest = hashlib.sha256(block.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
