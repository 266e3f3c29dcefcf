"""Which pronouns an article uses for whom, from its own words only.

Evidence is a form of address ("Mrs Finch"), a noun right before the name ("his
wife Ada Finch"), or a pronoun in a sentence that names one person only. A first
name by itself is no evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from ..records import Span
from .candidate import Candidate
from .lexicon import FEMALE, MALE

_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVES = ("his", "her")
_TITLE = re.compile(r"([^\W\d_]+)\.?\s+\S")
_BEFORE = re.compile(r"([^\W\d_]+)[.,]?\s+$")


def gender_of(words: str) -> str | None:
    """``f`` or ``m`` where the words themselves say so, else None."""
    found = [w.lower() for w in _WORD.findall(words)]
    if len(found) > 1 and found[0] in _POSSESSIVES:
        found = found[1:]  # "her late brother"
    female, male = not FEMALE.isdisjoint(found), not MALE.isdisjoint(found)
    return None if female == male else ("f" if female else "m")


def sentence_numbers(found: Sequence[Candidate], sentences: Sequence[Span]) -> list[int]:
    """The index of the sentence each candidate begins in (-1: none)."""
    starts = [s.start for s in sentences]
    return [bisect_right(starts, c.span.start) - 1 for c in found]


def votes(text: str, people: Sequence[Candidate], sentences: Sequence[Span]) -> dict[int, float]:
    """Per entity number a sum: above 0 for ``f``, below 0 for ``m``.

    What somebody says in quotation marks is left out: their "she" is another
    person's, and the people they name are not who "he said" means.
    """
    tally: dict[int, float] = defaultdict(float)
    outside = [c for c in people if not c.quoted]
    numbers = sentence_numbers(outside, sentences)
    named: dict[int, list[Candidate]] = defaultdict(list)
    # Sentences that name somebody not known yet: their pronouns tell nothing of others.
    unknown = {
        n for c, n in zip(outside, numbers, strict=True) if c.form == "name" and c.entity < 0
    }
    for c, number in zip(outside, numbers, strict=True):
        if c.form == "name" and c.entity >= 0:
            named[number].append(c)
            before = _BEFORE.search(text, max(0, c.span.start - 24), c.span.start)
            tally[c.entity] += 3 * _sign(gender_of(before.group(1) if before else ""))
            title = _TITLE.match(text, c.span.start, c.span.end)
            tally[c.entity] += 3 * _sign(gender_of(title.group(1) if title else ""))
    for c, number in zip(outside, numbers, strict=True):
        if c.form != "pronoun" or number in unknown:
            continue
        sign = _sign(gender_of(c.span.of(text)))
        before_it = [n.entity for n in named[number] if n.span.start < c.span.start]
        if len(set(before_it)) == 1:
            tally[before_it[0]] += sign
        elif not before_it and named.get(number - 1):
            last = named[number - 1]
            # "He said" after "Ada Finch leads the council": not she, but who spoke before.
            if last[0].speaks or not c.speaks:
                alone = len({n.entity for n in last}) == 1
                tally[last[0].entity] += (0.5 if alone else 0.4) * sign
    return dict(tally)


def _sign(gender: str | None) -> int:
    return {"f": 1, "m": -1}.get(gender or "", 0)
