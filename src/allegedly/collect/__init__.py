"""Files, folders, pages and texts become Articles; nothing is fetched."""

from __future__ import annotations

from ._furniture import furniture
from .gather import collect
from .language import detect_language
from .limits import Limits
from .pages import article_from_html
from .sources import Source, find_sources
from .text import article_from_text

__all__ = [
    "Limits",
    "Source",
    "article_from_html",
    "article_from_text",
    "collect",
    "detect_language",
    "find_sources",
    "furniture",
]
