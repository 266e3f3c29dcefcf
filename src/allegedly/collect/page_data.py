"""What a page says about itself: meta elements and JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_ARTICLES = ("Article", "Posting", "Report", "Review", "AnalysisNewsArticle")
_MOST_ITEMS = 200


def meta(tree: Any, *names: str) -> Iterator[str]:
    """Contents of the meta elements of these names, in the order of the names."""
    contents: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name and content and content.strip():
                contents.setdefault(name.strip().lower(), []).append(content.strip())
    for name in names:
        yield from contents.get(name.lower(), ())


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """The JSON-LD objects of a page that are about it; those of articles first."""
    items: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                items.extend(_objects(json.loads(script.text_content(), strict=False)))
            except (ValueError, RecursionError):
                continue
    return sorted(items[:_MOST_ITEMS], key=lambda item: not _is_article(item))


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD value, and in its graph."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if graph is not None:
            yield from _objects(graph)
        if _is_article(value) or "WebPage" in _types(value):
            yield value
        main = value.get("mainEntity")
        if isinstance(main, dict) and _is_article(main):
            yield main


def _is_article(item: dict[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in _types(item))


def _types(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]
