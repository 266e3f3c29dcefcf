"""Lists of names after a noun that says what they are: "their children (Ash and Paris)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..records import Span
from .candidate import Candidate
from .lexicon import word_set

#: What may stand between the noun and the first name, and between two names.
_OPENS = re.compile(r"(?:\s[^\W\d_]{1,12}){0,2}\s?[(:–—-]\s?|,\s(?:namely\s|including\s)?|\s")
_NEXT = re.compile(r"\s?(?:\(\d{1,3}\))?(?:,\s?(?:\d{1,3},\s)?(?:and\s|&\s)?|\s(?:and|&)\s)")
#: Nouns after which no mark is needed: "their children Ash and Wren".
_KIN = word_set("children kids sons daughters brothers sisters siblings twins parents")
#: Works in a row, with what may say more about them before a mark.
_WORKS = re.compile(
    r"\b(?:songs|singles|tracks|albums|films|movies|books|novels|plays|shows|series|podcasts)"
    r"(?:\s[a-z]{2,12}){0,4}(?=\s?[:(–—-]\s)"
)


def names_in_lists(text: str, found: Sequence[Candidate]) -> None:
    """Settle the kinds of names in a list that a noun for people, or for works, opens."""
    names = [c for c in found if c.form == "name"]
    starts = [c.span.start for c in names]
    for c in found:
        if c.kind != "group" or c.form != "description":
            continue
        listed = _listed(text, c.span, names, starts)
        if len(listed) > 1:
            for name in listed:
                if name.kind in ("place", "other", "organization", "work", "event"):
                    name.kind, name.sure = "person", name.first == name.last

    for match in _WORKS.finditer(text):
        listed = _listed(text, Span(match.start(), match.end()), names, starts)
        for name in listed if len(listed) > 1 else []:
            name.kind, name.sure = "work", True


def _listed(
    text: str, noun: Span, names: Sequence[Candidate], starts: Sequence[int]
) -> list[Candidate]:
    end = noun.end
    k = bisect_left(starts, end)
    last = text[noun.start : end].rsplit(" ", 1)[-1]
    kin, capital = last.lower() in _KIN, last[:1].isupper()
    found: list[Candidate] = []
    while k < len(names) and names[k].span.start - end < 40:
        between = text[end : names[k].span.start]
        pattern = _NEXT if found else _OPENS
        if not pattern.fullmatch(between):
            break
        # "Residents of Calder, Ash and Wren" are of three places.
        if not found and ((between == " " and not kin) or (between[0] == "," and capital)):
            break
        found.append(names[k])
        end = names[k].span.end
        k += 1
    return found
