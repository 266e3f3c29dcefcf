"""The text of a page in paragraphs, from the tree that trafilatura leaves of it."""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = frozenset(("p", "head", "quote", "item", "row", "list", "table", "code", "body", "main"))
_INLINE_NAMES = (
    "a abbr b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_SENTENCE = re.compile(r".*[.!?…:;,][\"”’)\]]*", re.DOTALL)
_MOST_KICKERS = 3
_LONGEST_KICKER = 60
_LOOSE_LETTERS = 60
_SENTENCE_IN = re.compile(r"[.!?…][\"”’)]?(?:\s|$)")


def mark_paragraphs(tree: Any) -> None:
    """Make a paragraph of each division that is one in all but name.

    trafilatura drops a bare ``<div>`` with text between real paragraphs.
    """
    for element in tree.iter("div"):
        if any(child.tag not in _INLINE for child in element):
            continue
        text = element.text_content()
        linked = sum(len(link.text_content()) for link in element.iter("a"))
        if (
            len(text.strip()) >= _LOOSE_LETTERS
            and _SENTENCE_IN.search(text)
            and linked < len(text) // 2
        ):
            element.tag = "p"


def text_of(body: Any, title: str | None) -> str:
    """The paragraphs below an element, parted by blank lines; without the headline again."""
    blocks: list[list[str]] = [[]]
    _walk(body, blocks)
    texts = [_tidy("".join(block)) for block in blocks]
    return "\n\n".join(_without_headline([text for text in texts if text], title))


def _walk(element: Any, blocks: list[list[str]]) -> None:
    if not isinstance(element.tag, str):
        return
    block = element.tag in _BLOCKS
    if block:
        blocks.append([])
    elif element.tag == "lb":
        blocks[-1].append("\n")
    if element.text:
        blocks[-1].append(_SPACE.sub(" ", element.text))
    for child in element:
        _walk(child, blocks)
        if child.tail:
            blocks[-1].append(_SPACE.sub(" ", child.tail))
        if child.tag == "cell":
            blocks[-1].append("\t")
    if block:
        blocks.append([])


def _tidy(text: str) -> str:
    lines = (line.strip(" ") for line in text.strip().split("\n"))
    return "\n".join(" ".join(line.split(" ")) for line in lines if line)


def _without_headline(texts: list[str], title: str | None) -> list[str]:
    """The paragraphs without the headline, and the kicker above it, that they begin with."""
    wanted = _plain(title or "")
    for number, text in enumerate(texts[:_MOST_KICKERS]):
        if wanted and _plain(text) == wanted:
            return texts[number + 1 :]
        if len(text) > _LONGEST_KICKER or _SENTENCE.fullmatch(text):
            break
    return texts


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
