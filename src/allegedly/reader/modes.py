"""Direct, indirect or mixed: what the quotation marks say of a content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Mode, Span
from .lexicon import NAMING, word_set
from .quotes import Quote

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MARKS = "“”„‟«»\"＂‘’'`"
_SMALL = word_set(
    "a an the of in on at to for and or but nor by with from as is it into over vs de la"
)
_NEXT_WORD = re.compile(r"\s+([\w-]+)")
_LAST_WORD = re.compile(r"(\w[\w-]*),?\s*$")


def is_title(text: str, quote: Quote) -> bool:
    """Whether the words in marks look like a name (of a song, a show, a ship), not speech.

    Every longer word is capitalised and there is more than one, or a naming
    word ("the single", "so-called") stands before them.
    """
    inner = text[quote.start : quote.end].strip(_MARKS).rstrip(",.;")
    words = _WORD.findall(inner)
    if not words or len(words) > 10:
        return False
    before = _LAST_WORD.search(text[max(0, quote.start - 30) : quote.start])
    after = _NEXT_WORD.match(text, quote.end)
    announced = bool(before and before.group(1).lower() in NAMING) or bool(
        after and after.group(1).lower() in NAMING
    )
    if inner[-1:] in ".?!" and not announced:
        return False
    capital = all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)
    long_words = [w for w in words if w.lower() not in _SMALL]
    return (
        (capital and len(long_words) >= 2)
        or (announced and len(words) <= 6)
        or (capital and announced)
    )


def speech_quotes(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """The outermost quotes that are not titles."""
    return [q for q in quotes if q.depth == 0 and not is_title(text, q)]


def mode_of(text: str, content: Sequence[Span], speech: Sequence[Quote]) -> Mode:
    """``direct`` if all words of the content are in ``speech``, ``indirect`` if none is."""
    inside = outside = 0
    for span in content:
        near = [q for q in speech if q.start < span.end and span.start < q.end]
        for word in _WORD.finditer(text, span.start, span.end):
            if any(q.start <= word.start() < q.end for q in near):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    if not outside or (outside == 1 and inside >= 5):
        return "direct"
    return "mixed"
