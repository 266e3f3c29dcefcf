"""The cast and the stories in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType

from allegedly.records import CastMember, Claim, Story

from .terminal_lines import Coverage, grid, line, more, number, words


def cast(
    found: Sequence[CastMember], coverage: Coverage, limit: int | None = None
) -> RenderableType:
    """Who is in the stories, with all names, what the coverage calls them, and one place."""
    shown = found[:limit] if limit else found
    parts: list[RenderableType] = []
    for one in shown:
        articles = number(len({ref.article for ref in one.entities}), "article")
        parts.append(line(f"{one.name}  ({one.kind}, {articles}, {one.id})"))
        rows = []
        if one.aliases:
            rows.append(("also", "; ".join(one.aliases)))
        if one.roles:
            rows.append(("called", "; ".join(one.roles)))
        if one.anchors:
            first = one.anchors[0]
            rows.append(("first", f"{words(first)} [{coverage.at(first)}]"))
        parts.append(grid(rows, 2))
    return Group(*parts, *more(len(found) - len(shown), "member"))


def stories(found: Sequence[Story], claims: Sequence[Claim], coverage: Coverage) -> RenderableType:
    """The stories, the largest first, each with its articles by date."""
    told = Counter(one.story for one in claims)
    parts: list[RenderableType] = []
    for one in found:
        counts = f"{number(len(one.articles), 'article')}, {number(told[one.id], 'claim')}"
        parts.append(line(f"{one.title}  ({counts}, {one.id})"))
        for article in one.articles:
            parts.append(line(f"{_named(article, coverage)}, {coverage.day(article)}", 2))
    return Group(*parts)


def _named(key: str, coverage: Coverage) -> str:
    article = coverage.articles[key]
    title = article.title or article.text.strip().partition("\n")[0][:80]
    return f"{title} ({article.outlet})" if article.outlet else title
