"""The words of an article: what two articles are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..records import Article

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Endings after which the plural's -es is taken off, and those whose -s is no plural.
_HISSING = ("sses", "xes", "ches", "shes")
_NO_PLURAL = ("ss", "us", "is")


class Word(NamedTuple):
    """A word as it is compared (lower case, apostrophes straight), at ``text[start:end]``."""

    form: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in order: letters and digits, with apostrophes inside."""
    for match in _WORD.finditer(text):
        yield Word(match.group().lower().replace("’", "'"), match.start(), match.end())


def body_words(article: Article) -> Iterator[Word | None]:
    """The words of the article without its furniture; None stands where furniture was left out."""
    pieces = sorted(item.span for item in article.furniture)
    number, gap = 0, False
    for word in words(article.text):
        while number < len(pieces) and pieces[number].end <= word.start:
            number += 1
        if number < len(pieces) and pieces[number].start < word.end:
            gap = True
            continue
        if gap:
            yield None
            gap = False
        yield word


@lru_cache(maxsize=1 << 16)
def term(form: str) -> str:
    """The word with possessive and plural endings off: "ferries'", "ferry's" are both "ferry"."""
    form = form.removesuffix("'s").replace("'", "")
    if len(form) <= 3 or not form.endswith("s") or form.endswith(_NO_PLURAL):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    return form[: -2 if form.endswith(_HISSING) else -1]
