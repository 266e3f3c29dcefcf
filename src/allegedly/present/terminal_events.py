"""The timeline in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from allegedly.records import Account, TimelineItem

from . import timex
from .terminal_lines import Coverage, grid, line, more, number, words

_UNKNOWN = "date unknown"


def timeline(
    found: Sequence[TimelineItem], coverage: Coverage, limit: int | None = None
) -> RenderableType:
    """The events by date, each with who tells it and where its summary stands."""
    shown = found[:limit] if limit else found
    rows = ((day(one), one) for one in shown)
    parts: list[RenderableType] = []
    for when, one in rows:
        parts.append(line(f"{when}  ({one.status})"))
        parts.append(grid(_told(one, coverage), 2))
    return Group(*parts, *more(len(found) - len(shown), "event"))


def day(item: TimelineItem) -> str:
    """When it was, as fine as known: ``February 2021``, ``from 2 March 2024``, ``date unknown``."""
    if item.when is not None:
        return timex.in_words(item.when)
    return timex.stretch(item.earliest, item.latest) or _UNKNOWN


def datings(account: Account, coverage: Coverage) -> list[RenderableType]:
    """What is known of articles without a date of their own, and what it rests on."""
    found: list[RenderableType] = []
    for one in account.datings:
        bounds = timex.stretch(one.when.earliest, one.when.latest) or timex.in_words(one.when.value)
        article = coverage.articles[one.article]
        name = article.title or article.outlet or article.origin or one.article
        found.append(line(f"{name}: {bounds}"))
        found.append(line(one.note, 2))
    return found


def _told(one: TimelineItem, coverage: Coverage) -> Iterator[tuple[str, str]]:
    yield "", one.summary
    who = [coverage.name(member) for member in one.participants]
    if any(who):
        yield "who", ", ".join(name for name in who if name)
    if one.anchors:
        first = one.anchors[0]
        others = len(one.articles) - 1
        also = f"; also in {number(others, 'other article')}" if others > 0 else ""
        yield "told", f"{coverage.at(first)}{also}"
    if one.conflict:
        yield "conflict", one.conflict
        yield from (("", f"{words(d.anchor)} [{coverage.at(d.anchor)}]") for d in one.dates)
    if one.outcome:
        yield "outcome", one.outcome
