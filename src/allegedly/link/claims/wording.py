"""The statement of a claim: a sentence of the coverage's own words."""

from __future__ import annotations

from collections.abc import Sequence

from .propositions import Proposition
from .relations import words_of
from .words import COUNTED, LOOSE, POINTING

#: Words of a good statement: no fewer, no more.
SHORT, LONG = 5, 18


def statement_of(one: Proposition) -> str:
    """The words of a proposition as a sentence."""
    text = " ".join(one.anchor.text.split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", "!", ".")) else text + "."


def best_statement(members: Sequence[Proposition], nearness: Sequence[float]) -> int:
    """The number of the member that states the claim best.

    One that says it (rather than denies or asks), plainly, by name and in few words, and
    is near all the others; ``nearness`` is from 0 to 1. Of like ones the first.
    """
    affirmed = any(not one.wording and one.voice != "question" for one in members)
    values = [
        _plain(one, affirmed) + 2.0 * near for one, near in zip(members, nearness, strict=True)
    ]
    return values.index(max(values))


def _plain(one: Proposition, affirmed: bool) -> float:
    words = words_of(one.anchor.text)
    total = 0.0
    if one.wording and affirmed:
        total -= 3.0
    elif one.negated:
        total -= 0.5
    if one.voice == "question":
        total -= 2.0 if affirmed else 0.0
    total -= {"certain": 0.0, "probable": 0.3, "possible": 0.5, "unknown": 0.8}[one.certainty]
    if words and words[0].form in POINTING:
        total -= 1.2
    if len(words) > 1 and words[0].form == "the" and words[1].form in COUNTED:
        total -= 0.6
    total -= 0.4 * sum(word.form in POINTING for word in words[1:4])
    if any(word.form in ("that", "who", "which") for word in words[2:4]):
        total -= 0.6
    if words and words[0].form in LOOSE:
        total -= 0.5
    if one.direct or any(mark in one.anchor.text for mark in '“”"'):
        total -= 0.8
    if not one.anchor.text[:1].isupper():
        total -= 0.3
    total -= 0.08 * max(0, len(words) - LONG) + 0.3 * max(0, SHORT - len(words))
    if one.cast:
        total += 0.4
    return total
