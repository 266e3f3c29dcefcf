"""Names in headlines, where capitals tell nothing: cut down to those the text knows."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Span
from .candidate import Candidate
from .lexicon import FUNCTION_WORDS
from .names import NAME_WORD, name_words
from .tokens import Tokens


def settle_headlines(fields: Sequence[tuple[Tokens, list[Candidate]]]) -> None:
    """Cut names in headlines, and names joined by "and", down to those the text knows."""
    seen = {
        " ".join(name_words(c.span.of(tokens.text)))
        for tokens, found in fields
        for c in found
        if c.form == "name" and c.kind == "person" and not c.headline and c.last > c.first
    }
    full = {key for key in seen if " " in key}
    parts = {word for key in full for word in (key.split()[0], key.split()[-1])}
    written = {
        c.span.of(tokens.text)
        for tokens, found in fields
        for c in found
        if c.form == "name" and not c.headline
    }
    for tokens, found in fields:
        for k in range(len(found) - 1, -1, -1):
            c = found[k]
            if c.form != "name":
                continue
            if c.headline and c.kind in ("other", "event") and not c.sure:
                if c.span.of(tokens.text) not in written:
                    del found[k]  # words with capitals, no name
                continue
            if c.first == c.last:
                continue
            key = " ".join(name_words(c.span.of(tokens.text)))
            joined = " and " in key
            if not (c.headline or joined) or key in full or " " not in key:
                continue
            spans = _known_parts(c, tokens.text, full, parts)
            whole = any(" " in s.of(tokens.text) for s in spans)
            runs_on = len(key.split()) > 3 or key.split()[0] in FUNCTION_WORDS
            if spans and (whole or runs_on):
                found[k : k + 1] = [
                    Candidate(span, "person", "name", *tokens.range(span), headline=True)
                    for span in spans
                ]


def _known_parts(c: Candidate, text: str, full: set[str], parts: set[str]) -> list[Span]:
    """The known names inside a name that a headline's capitals made too long.

    Where every word is capitalised a tagger runs on: "Ada Finch Wins". Names that
    the running text knows are kept, the words around them are not.
    """
    words = [
        (m.start() + c.span.start, m.end() + c.span.start)
        for m in NAME_WORD.finditer(c.span.of(text))
    ]
    found: list[Span] = []
    k = 0
    while k < len(words):
        for size in range(min(len(words) - k, 5), 0, -1):
            span = Span(words[k][0], words[k + size - 1][1])
            key = " ".join(name_words(span.of(text)))
            if key in full or (size == 1 and key in parts):
                beside = found and text[found[-1].end : span.start] == " " and size == 1
                if beside and " " not in found[-1].of(text):
                    found[-1] = Span(found[-1].start, span.end)  # "Ada" "Finch"
                else:
                    found.append(span)
                k += size - 1
                break
        k += 1
    return found
