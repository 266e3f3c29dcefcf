"""Who relies on whom, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from allegedly.records import CopyGroup, Edge

from .terminal_lines import SOURCING, Coverage, line, more, number, words


def sources(found: Sequence[Edge], coverage: Coverage, limit: int | None = None) -> RenderableType:
    """The edges: teller ← via ← origin, for how many claims, and the first place that says so."""
    shown = found[:limit] if limit else found
    parts: list[RenderableType] = []
    for one in shown:
        parts.append(line(chain(one, coverage)))
        told = number(len(one.claims), "claim")
        where = f": {words(one.anchors[0])} [{coverage.at(one.anchors[0])}]" if one.anchors else ""
        parts.append(line(told + where, 2))
    return Group(*parts, *more(len(found) - len(shown), "line"))


def chain(one: Edge, coverage: Coverage) -> str:
    """``The Echo ← The Gull ← a person close to the trust (unnamed)``."""
    teller = _teller(one.teller, coverage)
    if one.sourcing == "self" and not one.via:
        return f"{teller}, in its own voice"
    origin = coverage.name(one.speaker) or one.origin
    last = origin if origin else SOURCING[one.sourcing]
    if origin and one.sourcing == "unnamed":
        last += " (unnamed)"
    via = [outlet for outlet in one.via if outlet != origin]
    return " ← ".join((teller, *via, last))


def copies(groups: Sequence[CopyGroup], coverage: Coverage) -> list[RenderableType]:
    """The groups of copies: each counts as one origin."""
    found: list[RenderableType] = []
    for group in groups:
        first = coverage.where(group.origin)
        others = "; ".join(coverage.where(one) for one in group.articles if one != group.origin)
        sure = "" if group.dated else " (which of them came first the dates do not say)"
        found.append(line(f"One origin: {first}; the same text in {others}{sure}"))
    return found


def _teller(teller: str, coverage: Coverage) -> str:
    """An article that states no outlet goes by its headline."""
    article = coverage.articles.get(teller)
    return (article.title or article.origin or teller) if article else teller
