"""Contradictions, and what has been overtaken, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from allegedly.records import Contradiction, Overtaken

from .terminal_lines import Coverage, blank, grid, line, more


def contradictions(
    found: Sequence[Contradiction], coverage: Coverage, limit: int | None = None
) -> RenderableType:
    """Both texts beside where they stand, and why they cannot both hold."""
    shown = found[:limit] if limit else found
    parts: list[RenderableType] = []
    for count, one in enumerate(shown, 1):
        parts += [blank()] if parts else []
        parts.append(line(f"{count}. {one.about}  ({one.kind})"))
        rows = [("", coverage.quoted(one.first)), ("", coverage.quoted(one.second))]
        rows.append(("why", one.note))
        if one.settled is not None:
            rows.append(("taken back", coverage.quoted(one.settled)))
        parts.append(grid(rows, 1))
    return Group(*parts, *more(len(found) - len(shown), "contradiction"))


def overtaken(found: Sequence[Overtaken], coverage: Coverage) -> RenderableType:
    """What held before and what holds since."""
    parts: list[RenderableType] = []
    for one in found:
        since = f" since {one.on.day} {one.on:%B %Y}" if one.on else ""
        parts.append(line(f"{one.about}{since}"))
        rows = [("before", coverage.quoted(one.before)), ("after", coverage.quoted(one.after))]
        parts.append(grid([*rows, ("", one.note)], 3))
    return Group(*parts)
