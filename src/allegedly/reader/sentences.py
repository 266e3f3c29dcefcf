"""Where sentences begin and end: rules over marks, capitals and abbreviations."""

from __future__ import annotations

import re

from ..records import Span
from .lexicon import word_set

#: Shortened words that end in a full stop inside a sentence, before a name or a number.
ABBREVIATIONS = word_set(
    "mr mrs ms dr prof rev fr sr jr st sgt lt col gen capt cmdr adm maj cpl pvt hon gov sen "
    "rep reps sens pres supt det insp amb atty messrs mme mlle no nos vol fig pp ed eds vs v "
    "cf al ft mt approx dept est inc ltd co corp jan feb mar apr jun jul aug sept sep oct nov "
    "dec mon tue tues wed thu thur thurs fri e.g i.e d.c c"
)
_ENDING = re.compile(r"(?<![.?!…])[.?!…]++[\"'”’»)\]]*(?:\s?\[\d{1,3}\])*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘«(\[—–-]*\s?([^\W_]|[$£€@#•*])")
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_WRAPPED = re.compile(r"[^\s.?!:;\"”’)]\n(?=[^\s])")
_JOINED = re.compile(r"[^\W\d_]-$")
_LAST_WORD = re.compile(r"([^\W\d_](?:[\w.]*[^\W_])?)\.$")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentences of ``text`` in order, without the white space around them.

    A line break ends a sentence unless the text is hard-wrapped (most of its
    lines are cut at one width in the middle of a sentence).
    """
    hard = _hard_wrapped(text)
    spans: list[Span] = []
    start = 0
    for gap in _BREAK.finditer(text):
        if hard and gap.group().count("\n") == 1:
            continue
        spans += _in_paragraph(text, start, gap.start())
        start = gap.end()
    spans += _in_paragraph(text, start, len(text))
    return tuple(spans)


def _hard_wrapped(text: str) -> bool:
    lines = text.count("\n")
    if lines < 6:
        return False
    cut = sum(1 for _ in _WRAPPED.finditer(text))
    longest = max(len(line) for line in text.split("\n"))
    return longest <= 100 and cut > lines * 0.5


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for mark in _ENDING.finditer(text, start, end):
        if _ends(text, start, mark.start(), mark.end(), end):
            _append(spans, text, start, mark.end())
            start = mark.end()
    _append(spans, text, start, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    stripped = part.strip()
    if stripped:
        spans.append(Span(start + lead, start + lead + len(stripped)))


def _ends(text: str, start: int, mark: int, after: int, end: int) -> bool:
    following = _NEXT.match(text, after, min(end, after + 12))
    if not following:
        return text[after:end].strip() == ""
    letter = following.group(1)
    if letter.islower():
        # "Really?" she asked: the sentence goes on after the quote.
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    word = _LAST_WORD.search(text, max(start, mark - 30), mark + 1)
    if not word or text[mark + 1 : after]:
        return True
    stem = word.group(1).lower()
    # "J. P. Finch", but not "Jay-Z."
    joined = _JOINED.search(text, max(start, mark - 30), word.start(1))
    initial = len(stem) == 1 and word.group(1).isupper() and not joined
    return not (initial or stem in ABBREVIATIONS or (stem.count(".") and len(stem) <= 5))
