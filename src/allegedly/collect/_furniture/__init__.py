"""Which parts of a text are not the article but what stood around it on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...records import Furniture, FurnitureKind, Span
from ..lines import Line, split_lines
from . import blocks, widgets
from .credits import AUTHORS, BYLINES, CAPTIONS, LOOSE_TAILS, TAILS
from .rules import LONGEST_LINE, Rule

__all__ = ["furniture"]

LINES = (
    BYLINES
    + CAPTIONS
    + widgets.EMBEDS
    + widgets.SHARING
    + widgets.NEWSLETTERS
    + widgets.RELATED
    + widgets.FORMS
    + AUTHORS
    + widgets.NAVIGATION
    + widgets.NOTICES
)

_TAIL_RULES = TAILS + LOOSE_TAILS

_MOST_LINES = 100_000
_LONGEST_CAPTION = 240
_TAIL_WITHIN = 160
_QUOTED = re.compile(r"[“”\"]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]? ")
_PICTURED = re.compile(r"\b(?:19|20)\d\d\b|\((?:left|right|centre|center|from left)\)")


def furniture(text: str) -> tuple[Furniture, ...]:
    """The furniture in any text, sorted, without overlaps.

    Works line by line, so it finds most in a text that has lines. Where it is in
    doubt it marks nothing: a sentence of news must never be lost. In more than
    100,000 lines, which no article has, it does not look.
    """
    if text.count("\n") > _MOST_LINES or text.count("\r") > _MOST_LINES:
        return ()
    lines = split_lines(text)
    kinds: list[FurnitureKind | None] = [_kind_of(line.text) for line in lines]
    for number, kind in blocks.find(lines, kinds):
        kinds[number] = kinds[number] or kind
    found: list[Furniture] = []
    for line, its_kind in zip(lines, kinds, strict=True):
        found.extend([Furniture(line.span, its_kind)] if its_kind else _credit(line))
    found.extend(blocks.prefix(text))
    found.extend(_anywhere(text))
    return _without_overlaps(found)


def _kind_of(line: str) -> FurnitureKind | None:
    """The kind of a line that is furniture as a whole."""
    if len(line) > LONGEST_LINE:
        return None
    match = _one_of(LINES).fullmatch(line)
    return LINES[int(str(match.lastgroup)[1:])].kind if match else None


def _credit(line: Line) -> Iterator[Furniture]:
    """The credit a line ends with; the whole line where that makes it a caption."""
    match = _one_of(_TAIL_RULES, r"\Z").search(line.text, max(0, len(line.text) - _TAIL_WITHIN))
    if not match:
        return
    before = line.text[: match.start()].rstrip()
    loose = int(str(match.lastgroup)[1:]) >= len(TAILS)
    caption = (
        len(before) <= _LONGEST_CAPTION
        and len(_SENTENCE_END.findall(before)) <= 1
        and not _QUOTED.search(before)
        and (not loose or _PICTURED.search(before))
    )
    start = line.start if caption else line.start + match.start()
    yield Furniture(Span(start, line.end), "caption")


def _anywhere(text: str) -> Iterator[Furniture]:
    for match in _one_of(widgets.ANYWHERE).finditer(text):
        rule = widgets.ANYWHERE[int(str(match.lastgroup)[1:])]
        yield Furniture(Span(match.start(), match.end()), rule.kind)


def _without_overlaps(found: list[Furniture]) -> tuple[Furniture, ...]:
    """The furniture in order of place; of two that overlap, the one that begins first."""
    kept: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
    return tuple(kept)


@cache  # compiled when first needed: that takes longer than importing the package
def _one_of(rules: tuple[Rule, ...], end: str = "") -> re.Pattern[str]:
    """One pattern for a table; the name of its group that matched is the rule's number."""
    numbered = (f"(?P<r{number}>{rule.pattern}){end}" for number, rule in enumerate(rules))
    return re.compile("|".join(numbered), re.MULTILINE)
