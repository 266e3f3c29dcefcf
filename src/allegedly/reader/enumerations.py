"""Lists of names after a noun for people: "their children (Ash, Paris and Wren)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .lexicon import word_set
from .mentions import Candidate

#: What may stand between the noun and the first name, and between two names.
_OPENS = re.compile(r"(?:\s[^\W\d_]{1,12}){0,2}\s?[(:–—-]\s?|,\s(?:namely\s|including\s)?|\s")
_NEXT = re.compile(r"\s?(?:\(\d{1,3}\))?(?:,\s?(?:\d{1,3},\s)?(?:and\s|&\s)?|\s(?:and|&)\s)")
#: Nouns after which no mark is needed: "their children Ash and Wren".
_KIN = word_set("children kids sons daughters brothers sisters siblings twins parents")


def people_in_lists(text: str, found: Sequence[Candidate]) -> None:
    """Make persons of the names in a list that a noun for several people opens."""
    names = [c for c in found if c.form == "name"]
    starts = [c.span.start for c in names]
    for c in found:
        if c.kind != "group" or c.form != "description":
            continue
        listed = _listed(text, c, names, starts)
        if len(listed) > 1:
            for name in listed:
                if name.kind in ("place", "other", "organization", "work", "event"):
                    name.kind, name.sure = "person", name.first == name.last


def _listed(
    text: str, noun: Candidate, names: Sequence[Candidate], starts: Sequence[int]
) -> list[Candidate]:
    end = noun.span.end
    k = bisect_left(starts, end)
    kin = text[noun.span.start : end].rsplit(" ", 1)[-1].lower() in _KIN
    found: list[Candidate] = []
    while k < len(names) and names[k].span.start - end < 40:
        between = text[end : names[k].span.start]
        pattern = _NEXT if found else _OPENS
        if not pattern.fullmatch(between) or (not found and between == " " and not kin):
            break
        found.append(names[k])
        end = names[k].span.end
        k += 1
    return found
