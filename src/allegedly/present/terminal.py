"""A short account of what was read, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from allegedly.records import Reading, Unread

from .overview import Overview, SpeakerCount, overview
from .rows import listed
from .safe import one_line

_TOP = 8
_UNREAD = 10


def account(readings: Iterable[Reading], unread: Sequence[Unread] = ()) -> RenderableType:
    """What was read, who speaks most, and what could not be read, ready for a rich console.

    Goes through the readings once and keeps none of them.
    """
    reasons: Counter[str] = Counter()
    counts = overview(listed(_noting(readings, reasons)))
    parts: list[RenderableType] = [_head(counts)]
    if counts.resolved:
        parts += [Text(), Text("Who speaks most"), _speakers(counts.resolved[:_TOP])]
    if reasons:
        parts += [Text(), Text(f"Left unread: {_number(counts.left, 'article')}"), _left(reasons)]
    if unread:
        parts += [Text(), Text(f"Could not be read: {_number(len(unread), 'input')}")]
        parts += [_indented(_what(one)) for one in unread[:_UNREAD]]
        if len(unread) > _UNREAD:
            parts.append(_indented(f"… and {len(unread) - _UNREAD:,} more"))
    return Group(*parts)


def _head(counts: Overview) -> Text:
    articles = _number(counts.articles, "article")
    # "12 articles from 3 outlets", but "12 articles, outlets not stated".
    head = f"{articles} {counts.where}" if counts.named_outlets else articles
    first = [head, "" if counts.named_outlets else counts.where, counts.when]
    second = (
        f"{_number(counts.statements, 'statement')} attributed, "
        f"{_number(counts.direct, 'direct quote')}"
    )
    lines = [", ".join(part for part in first if part), second]
    if counts.events or counts.times:
        lines.append(_found(counts))
    return Text("\n".join(lines))


def _found(counts: Overview) -> str:
    """``573 events, 54 of them dated (1968 to May 2024), 152 times``."""
    dated = f"{counts.dated:,} of them dated" if counts.dated else "none of them dated"
    dated += f" ({counts.span})" if counts.span else ""
    parts = [_number(counts.events, "event"), dated if counts.events else ""]
    return ", ".join(part for part in (*parts, _number(counts.times, "time")) if part)


def _speakers(top: Sequence[SpeakerCount]) -> RenderableType:
    table = Table(box=None, show_header=True, pad_edge=False, header_style="")
    table.add_column("", overflow="ellipsis", no_wrap=True)
    table.add_column("statements", justify="right", no_wrap=True)
    table.add_column("direct", justify="right", no_wrap=True)
    for one in top:
        table.add_row(Text(one.speaker.label), f"{one.statements:,}", f"{one.direct:,}")
    return Padding(table, (0, 0, 0, 2), expand=False)


def _noting(readings: Iterable[Reading], reasons: Counter[str]) -> Iterator[Reading]:
    for reading in readings:
        if reading.unread is not None:
            reasons[reading.unread] += 1
        yield reading


def _left(reasons: Counter[str]) -> RenderableType:
    return Group(
        *(
            _indented(f"{count:,}: {one_line(reason)}" if count > 1 else one_line(reason))
            for reason, count in reasons.most_common(_UNREAD)
        )
    )


def _what(one: Unread) -> str:
    todo = f" ({one_line(one.todo)})" if one.todo else ""
    return f"{one_line(one.origin)}: {one_line(one.what)}{todo}"


def _indented(line: str) -> RenderableType:
    return Padding(Text(line, overflow="fold"), (0, 0, 0, 2), expand=False)


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
