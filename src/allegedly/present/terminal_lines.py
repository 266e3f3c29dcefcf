"""What the lists in the terminal share: where a row stands, and how rows are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from allegedly.records import Account, Anchor, Article, Sourcing, When

from . import timex
from .dates import in_words
from .safe import host_of, one_line

#: What a source is, in words.
SOURCING: dict[Sourcing, str] = {
    "named": "a named source",
    "unnamed": "an unnamed source",
    "outlet": "another outlet",
    "document": "a document",
    "self": "the outlet itself",
    "none": "no source given",
}
_OPEN, _CLOSED = '“"', '”"'
#: The most characters of one quotation; what is left out shows as an ellipsis.
_WORDS = 300
_TITLE = 100


class Coverage:
    """The articles that rows of an account stand in."""

    def __init__(self, articles: Iterable[Article], account: Account | None = None) -> None:
        self.articles: Mapping[str, Article] = {one.id: one for one in articles}
        account = account or Account(stage="")
        self.account = account
        self.cast = {one.id: one for one in account.cast}
        self._datings = {one.article: one.when for one in account.datings}

    def published(self, article: str) -> When | None:
        """The article's date, else what others tell of it."""
        own = self.articles[article].published
        return own if own is not None else self._datings.get(article)

    def where(self, article: str) -> str:
        """``The Gull, 1 March 2024``; ``“A headline” (outlet not stated), undated``."""
        return f"{self.teller(article)}, {self.day(article)}"

    def teller(self, article: str) -> str:
        """The outlet; where none is stated, what else the article can be told by."""
        found = self.articles[article]
        host = host_of(found.url)
        if found.outlet or host:
            return found.outlet or host or ""
        file = re.split(r"[/\\]", found.origin or article)[-1]
        title = f"“{_cut(one_line(found.title))}”" if found.title else file
        return f"{title} (outlet not stated)"

    def day(self, article: str) -> str:
        """The day in words; ``from 1 May 2021 (as others tell)`` where the article has none."""
        when = self.published(article)
        if when is None or self.articles[article].published is not None:
            return in_words(when)
        return f"{timex.stretch(when.earliest, when.latest) or in_words(when)} (as others tell)"

    def quoted(self, anchor: Anchor) -> str:
        """``“the words” [The Gull, 1 March 2024, text 0-67]``."""
        return f"{words(anchor)} [{self.at(anchor)}]"

    def at(self, anchor: Anchor) -> str:
        """Where an anchor stands: outlet, date, and its characters in the text or title."""
        span = anchor.span
        return f"{self.where(anchor.article)}, {anchor.field} {span.start}-{span.end}"

    def name(self, member: str | None) -> str | None:
        """The name of a member of the cast."""
        found = self.cast.get(member) if member else None
        return found.name if found else None


def words(anchor: Anchor) -> str:
    """The words at an anchor in quotation marks, the middle left out of very long ones."""
    said = shortened(anchor.text)
    return said if said[:1] in _OPEN and said[-1:] in _CLOSED else f"“{said}”"


def shortened(text: str, most: int = _WORDS) -> str:
    """The text on one line, its middle left out where it is very long."""
    line = one_line(text)
    half = most // 2
    return line if len(line) <= most else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def _cut(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"


def line(text: str, indent: int = 0) -> RenderableType:
    """One line that wraps under its own beginning."""
    found = Text(one_line(text), overflow="fold")
    return Padding(found, (0, 0, 0, indent), expand=False) if indent else found


def grid(rows: Iterable[tuple[str, str]], indent: int = 0) -> RenderableType:
    """Rows of a label and what it is of, which wraps under itself."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, overflow="ellipsis", min_width=9, max_width=24)
    table.add_column(overflow="fold")
    for label, what in rows:
        table.add_row(Text(one_line(label)), Text(one_line(what), overflow="fold"))
    return Padding(table, (0, 0, 0, indent), expand=False)


def blank() -> RenderableType:
    """An empty line."""
    return Text()


def number(count: int, noun: str) -> str:
    """``1 article``, ``1,204 articles``, ``2 stories``."""
    if count == 1:
        return f"1 {noun}"
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {many}"


def more(left: int, noun: str) -> list[RenderableType]:
    """A line that says how many are not listed; nothing where all are."""
    return [line(f"… and {number(left, f'more {noun}')} (--limit 0 lists all)")] if left else []
