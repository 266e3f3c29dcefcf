"""Who said what, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from allegedly.ledger import Quote

from .terminal_lines import SOURCING, Coverage, line, more, shortened


def quotes(found: Sequence[Quote], coverage: Coverage, limit: int | None = None) -> RenderableType:
    """The attributions, each with who speaks, on what sourcing, and where the words stand."""
    shown = found[:limit] if limit else found
    parts: list[RenderableType] = []
    for one in shown:
        parts.append(line(f"{speaker(one)}: {content(one)}"))
        parts.append(line(_where(one, coverage), 2))
    return Group(*parts, *more(len(found) - len(shown), "quote"))


def speaker(one: Quote) -> str:
    """Who speaks: the name where it is known, else the source's own words."""
    source = " … ".join(part.text for part in one.source)
    if one.name:
        return one.name
    return shortened(source, 80) if source else "(nobody is given as the source)"


def content(one: Quote) -> str:
    """What is said, in its own words."""
    return shortened(" … ".join(part.text for part in one.content)) or "(no words)"


def _where(one: Quote, coverage: Coverage) -> str:
    said = one.attribution
    parts = [coverage.where(one.article), f"{said.mode}, from {SOURCING[said.sourcing]}"]
    if one.via:
        parts.append(f"by way of {', '.join(one.via)}")
    if said.certainty != "certain":
        parts.append(said.certainty)
    spans = " ".join(f"{a.span.start}-{a.span.end}" for a in (one.content or one.cue or one.source))
    parts.append(f"{one.field} {spans}")
    return ", ".join(parts)
