"""Roles: what the coverage calls somebody, as words that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from ...reader.lexicon import word_set
from ...reader.person_nouns import PERSON_NOUNS
from ...reader.reference_words import is_plural
from ...records import Span
from ..words import term
from .names import bare, fold, words_of
from .words import (
    CLAUSE,
    DETERMINER,
    FORERUNNERS,
    INDEFINITE,
    NOBODY_IN_PARTICULAR,
    OFFICE,
    PERSONAL,
    POSSESSIVE,
    RELATION,
    TIME_WORDS,
)

#: Words that begin what is said about a noun.
PREPOSITION = word_set("of for at in on with from to by as over under near about behind among")
_SKIPPED = TIME_WORDS | DETERMINER | POSSESSIVE | word_set("and")
_TRAILING = re.compile(r"[\s,;:.–—-]+$")
_CUT = re.compile(r"[,;:(–—]|\s-\s")
_LONGEST = 10
_BEFORE = re.compile(
    r"(?:^|[.!?;:,\n“\"‘(]\s?)((?:the|an?|its|his|her|their)\s[^,.;:!?\n“”\"()]{3,60}),\s$", re.I
)
_AFTER = re.compile(
    r",\s(?:who\s(?:is|was)\s)?((?:the|an?|its|his|her|their|[^\W_][\w’'-]*(?:\s[^\W_][\w’'-]*)?[’']s)\s"
    r"[^,.;:!?\n“”\"()]{3,60})[,.;)\n]"
)
_REACH = 72
#: Who an entity (by number) is by now.
Find = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Role:
    """A description taken apart: ``head`` is its noun, ``about`` the other words that count.

    "The council's director of finance": director; council, finance. Words without plural and
    possessive endings. ``definite`` unless "a" or the like brings up somebody new.
    """

    head: str
    about: frozenset[str]
    definite: bool
    owned: bool


@lru_cache(maxsize=65536)
def parse_role(description: str) -> Role | None:
    """The role that a description names; None where it has no noun, or one for several."""
    words = words_of(_CUT.split(description, maxsplit=1)[0])
    first = words[0] if words else ""
    main: list[str] = []
    rest: list[str] = []
    into = main
    for word in words:
        if word in CLAUSE and into:
            break
        if word in PREPOSITION and main:
            into = rest
        elif word not in _SKIPPED:
            into.append(word)
    if not main or (is_plural(main[-1]) and main[-1] != "ferries"):
        return None
    about = frozenset(term(word) for word in (*main[:-1], *rest))
    genitive = "'s " in f"{fold(description)} " or "s' " in f"{fold(description)} "
    return Role(
        term(main[-1]),
        about,
        first not in INDEFINITE and not first[:1].isdigit(),
        first in POSSESSIVE or genitive,
    )


@lru_cache(maxsize=65536)
def shown_role(description: str) -> str | None:
    """A description as the cast shows it: the coverage's own words up to any clause.

    None for what says nothing by itself: "the person", "her brother".
    """
    words = _CUT.split(bare(description), maxsplit=1)[0].split()
    for place, word in enumerate(words):
        if place and fold(word) in CLAUSE:
            words = words[:place]
            break
    owner = words and fold(words[0]) in POSSESSIVE
    words = words[1:] if owner else words
    while words and fold(words[-1]) in (*PREPOSITION, "and"):
        words = words[:-1]
    text = _TRAILING.sub("", " ".join(words))
    if text.endswith(("’s", "'s")):
        text = text[:-2]
    role = parse_role(text) if text else None
    if role is None or len(words) > _LONGEST or role.head in NOBODY_IN_PARTICULAR:
        return None
    return None if role.head in RELATION and (owner or not role.about) else text


def apposed(text: str, name: Span) -> list[str]:
    """What stands beside a name between commas and is a person's: "Its chair, Ada Finch, ..."."""
    before = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    after = _AFTER.match(text, name.end, min(len(text), name.end + _REACH))
    said = [match.group(1) for match in (before, after) if match]
    roles = [(one, parse_role(one)) for one in said]
    return [
        one
        for one, role in roles
        if role and role.head in OFFICE | PERSON_NOUNS and len(one.split()[-1]) > 1
    ]


def shown_prefix(before: str) -> str | None:
    """What stands before a name as a role: "supermodel", "Former President", not "Mr"."""
    words = before.split()
    if words and fold(words[0]) in DETERMINER:
        words = words[1:]
    if (
        not words
        or fold(words[-1]) in PREPOSITION
        or (len(words) == 1 and fold(words[0]).rstrip(".") in FORERUNNERS)
    ):
        return None
    role = shown_role(" ".join(words))
    head = fold(words[-1])
    personal = head in PERSON_NOUNS | OFFICE | FORERUNNERS or head.endswith(PERSONAL)
    return role if personal else None


def ranked(said: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Descriptions the most frequent first; "The mayor" and "the mayor" are one.

    Each is shown as it is written most often, in the middle of a sentence where it is.
    """
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text, count in said:
        key = " ".join(word for word in words_of(text) if word not in DETERMINER)
        counts[key] += count
        forms.setdefault(key, Counter())[text] += count
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(
        max(forms[key], key=lambda text: (text[:1].islower(), forms[key][text], text))
        for key in order
        if key
    )
