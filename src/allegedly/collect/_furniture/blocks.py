"""Furniture that its place gives away: breadcrumbs, alt texts, lists of links, author boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...records import Furniture, FurnitureKind, Span
from ..dates import date_line, date_prefix
from ..lines import Line
from .rules import NAMES

_HEAD_LINES = 8
_MOST_LINKS = 8
_LONGEST_LINK = 140
_LONGEST_BOX = 400

_SENTENCE = re.compile(r".*[.;:,][\"”’)\]]*", re.DOTALL)
_QUOTE = re.compile(r"[“”\"]")
_LINKS_FOLLOW = re.compile(
    r"(?i)(?:related (?:stories|articles|posts|news|links|content|coverage)"
    r"|you (?:may|might) (?:also )?like|recommended(?: for you| stories)?|more stories"
    r"|most (?:read|popular)|trending(?: now)?|what to read next|more from .{2,40}):?"
)
_FULL_NAME = re.compile(NAMES)
_ROLE = re.compile(
    r"(?:[\w,&/’'-]+ ){0,7}(?i:writer|reporter|editor|correspondent|columnist|contributor|author"
    r"|journalist|blogger|producer|critic)s?(?i:(?:,| at| for| of| \|) [\w ,.&’'-]{1,50})?"
)
_ABOUT_AUTHOR = re.compile(
    r"(?i)about (?:the |this )?(?:author|writer|reporter)s?:?|author bio(?:graphy)?:?"
)
_BYLINE = re.compile(rf"(?i:written )?[Bb][Yy]:? ({NAMES})")

Kinds = Sequence[FurnitureKind | None]
Found = Iterator[tuple[int, FurnitureKind]]


def find(lines: Sequence[Line], kinds: Kinds) -> Found:
    """Numbers of further lines that are furniture, with their kind.

    ``kinds`` says what each line is by itself, None where it may be news.
    """
    yield from _breadcrumb(lines)
    yield from _dates(lines)
    yield from _alt_texts(lines, kinds)
    yield from _links(lines, kinds)
    yield from _author_box(lines, kinds)


def prefix(text: str) -> Iterator[Furniture]:
    """A date that a page dump was begun with, in front of the first sentence."""
    found = date_prefix(text[:80])
    if found:
        yield Furniture(Span(found[0], found[1]), "byline")


def _breadcrumb(lines: Sequence[Line]) -> Found:
    """A first line that ends with the whole second one: the way to it through the site."""
    if len(lines) < 2 or not (lines[0].before_blank or lines[1].before_blank):
        return
    first, second = lines[0].text, lines[1].text
    way = first[: -len(second)].split()
    if first.endswith(second) and 1 <= len(way) <= 8 and len(second.split()) >= 3:
        yield 0, "navigation"


def _dates(lines: Sequence[Line]) -> Found:
    """Lines of the head that are nothing but a date; further down one heads an entry."""
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if len(line.text) <= 120 and date_line(line.text)[0]:
            yield number, "byline"


def _alt_texts(lines: Sequence[Line], kinds: Kinds) -> Found:
    """A phrase right above a credit, in a text that parts its paragraphs by blank lines."""
    for number, (above, below) in enumerate(pairwise(lines)):
        if (
            kinds[number + 1] == "caption"
            and kinds[number] is None
            and above.after_blank
            and not above.before_blank
            and below.before_blank
            and len(above.text) <= _LONGEST_LINK
            and not _SENTENCE.fullmatch(above.text)
            and not _QUOTE.search(above.text)
        ):
            yield number, "caption"


def _links(lines: Sequence[Line], kinds: Kinds) -> Found:
    """Headlines below a heading such as "Related stories"."""
    for number, line in enumerate(lines):
        if kinds[number] != "related" or not _LINKS_FOLLOW.fullmatch(line.text):
            continue
        for below in range(number + 1, min(number + 1 + _MOST_LINKS, len(lines))):
            text = lines[below].text
            if len(text) > _LONGEST_LINK or len(text.split()) < 3 or _SENTENCE.fullmatch(text):
                break
            yield below, "related"


def _author_box(lines: Sequence[Line], kinds: Kinds) -> Found:
    """A box about the writer that ends the text."""
    box = [n for n in range(max(1, len(lines) - 12), len(lines)) if kinds[n] is None]
    for place in range(len(box)):
        rest = box[place:]
        if len(rest) <= 4 and _is_box([lines[n] for n in rest], _authors(lines)):
            yield from ((n, "author") for n in rest)
            return


def _is_box(rest: Sequence[Line], authors: frozenset[str]) -> bool:
    if any(len(line.text) > _LONGEST_BOX or _QUOTE.search(line.text) for line in rest):
        return False
    first = rest[0].text
    if _ABOUT_AUTHOR.fullmatch(first):
        return True
    if any(
        first.startswith((f"{name} is ", f"{name} has ", f"{name} covers ")) for name in authors
    ):
        return True
    named = 2 <= len(first.split()) <= 4 and _FULL_NAME.fullmatch(first)
    return bool(named and len(rest) > 1 and _is_role(rest[1].text))


def _is_role(text: str) -> bool:
    return len(text) <= 80 and bool(_ROLE.fullmatch(text))


def _authors(lines: Sequence[Line]) -> frozenset[str]:
    """Names in the bylines of the text's head."""
    found = (_BYLINE.match(line.text) for line in lines[:_HEAD_LINES])
    return frozenset(match[1] for match in found if match and " " in match[1])
