"""A look at a page's tags before any parser builds a tree of them."""

from __future__ import annotations

import re

from .limits import Limits

_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][^\s/>]{0,60}))")
_VOID_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd option "
    "optgroup tr td th thead tbody tfoot colgroup path rect circle use polygon line"
)
_VOID = frozenset(_VOID_NAMES.split())
_RAW = frozenset(("script", "style"))


def over_budget(html: str, limits: Limits) -> str | None:
    """What about a page is over its budget, None if nothing is.

    One linear pass over the tags, which ends at the first excess. Elements that
    have no content, or that the next of their kind closes, do not count as depth.
    """
    nodes = 0
    open_names: list[str] = []
    counts: dict[str, int] = {}
    position = 0
    missing: set[str] = set()
    while match := _TAG.search(html, position):
        position = match.end()
        comment, closing, name = match.groups()
        if comment:
            position = _after(html, "-->", position - 2, missing)
            continue
        name = name.lower()
        if closing:
            _close(name, open_names, counts)
            continue
        nodes += 1
        if nodes > limits.html_nodes:
            return f"more than {limits.html_nodes:,} elements"
        if name in _RAW:
            position = _after(html, f"</{name}", position, missing)
        elif name not in _VOID and not html.startswith("/>", match.end()):
            open_names.append(name)
            counts[name] = counts.get(name, 0) + 1
            if len(open_names) > limits.html_depth:
                return f"elements nested more than {limits.html_depth:,} deep"
    return None


def _close(name: str, open_names: list[str], counts: dict[str, int]) -> None:
    """End the innermost open element of this name, and those left open inside it."""
    if not counts.get(name):
        return
    while open_names:
        last = open_names.pop()
        counts[last] -= 1
        if last == name:
            return


def _after(html: str, end: str, position: int, missing: set[str]) -> int:
    """Where ``end`` stands next; ``position`` where it never comes (then all counts as tags)."""
    if end in missing:
        return position
    found = html.find(end, position)
    if found < 0:
        missing.add(end)
        return position
    return found
