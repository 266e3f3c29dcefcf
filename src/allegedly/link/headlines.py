"""What a story is called: the coverage's own headline that says most of what the others say."""

from __future__ import annotations

from collections import Counter

from .material import Material
from .words import term, words

#: So much of an untitled article's beginning stands for its headline, in code points.
_OPENING = 80


def headline_of(material: Material) -> str:
    """The title that shares most words with the other titles, the earliest of like ones."""
    titles = [_title(one.article.title, one.article.text) for one in material.originals]
    terms = [frozenset(term(word.form) for word in words(title)) for title in titles]
    told = Counter(word for found in terms for word in found)
    worth = [_worth(found, told) for found in terms]
    return titles[worth.index(max(worth))] if titles else ""


def _worth(found: frozenset[str], told: Counter[str]) -> float:
    """How many other titles have a word of this one, on average: long titles gain nothing."""
    return sum(told[word] - 1 for word in found) / (len(found) + 2)


def _title(title: str | None, text: str) -> str:
    if title and title.strip():
        return title.strip()
    opening = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return opening if len(opening) <= _OPENING else opening[: _OPENING - 1].rstrip() + "…"
