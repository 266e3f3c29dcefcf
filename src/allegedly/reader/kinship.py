"""Whose relative somebody is, from what is said in quotation marks."""

from __future__ import annotations

import re

from .reference_words import KIN

#: A relative of whoever speaks, in a quotation that ends where its source begins.
_MY_KIN = re.compile(
    r"\bmy\s(brother|sister|mother|father|mum|mom|dad|wife|husband|son|daughter)\b"
    r"[^“”\"\n]{0,120}[,.?!][”\"]\s{0,2}$",
    re.IGNORECASE,
)
#: How many characters before the source are looked at.
_SPOKEN = 200


def kin_spoken_of(text: str, source: int) -> str:
    """The relative in the quotation right before a source: “I love my brother,” she said.

    ``source`` is where the source begins; "" where no relative is spoken of.
    """
    match = _MY_KIN.search(text, max(0, source - _SPOKEN), source)
    noun = match.group(1).lower() if match else ""
    return KIN.get(noun, noun)
