"""Names as words: which of them count, and which names may be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from .lexicon import ORGANIZATION_WORDS, OUTLET_WORDS, TITLES, word_set
from .nicknames import same_first_name
from .reference_words import OFFICES

_NOT_OF_PEOPLE = ORGANIZATION_WORDS | OFFICES | word_set("the of and for centre center in on at")
_QUOTED_INSIDE = re.compile(r"\s+[\"“‘(][^\"”’)]*[\"”’)]\s+")
NAME_WORD = re.compile(r"[^\W_](?:[\w’'.-]*[^\W_])?")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def plain_name(surface: str) -> str:
    """A name without a nickname in marks and with single spaces."""
    return " ".join(_QUOTED_INSIDE.sub(" ", surface).split())


def name_words(surface: str) -> tuple[str, ...]:
    """The words of a name, lower case, without titles and possessives."""
    found = [w.lower().removesuffix("’s").removesuffix("'s") for w in NAME_WORD.findall(surface)]
    while len(found) > 1 and found[0].rstrip(".") in TITLES:
        found = found[1:]
    return tuple(w.rstrip(".") for w in found) or (surface.lower(),)


def shown_name(surface: str) -> str:
    """A name as it is shown: without forms of address and a nickname in marks."""
    words = plain_name(surface).split()
    while len(words) > 2 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def slip(one: str, other: str) -> bool:
    """Whether two long surnames are so alike that one is a slip: "Buchtmann", "Bauchtman"."""
    if one == other or min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    return abs(len(one) - len(other)) <= 1 and SequenceMatcher(None, one, other).ratio() >= 0.85


def is_full_name(words: Sequence[str]) -> bool:
    """Whether words (lower case) can be somebody's first and last name."""
    return 2 <= len(words) <= 5 and _NOT_OF_PEOPLE.isdisjoint(words)


def without_article(surface: str) -> str:
    """A name without the article it may begin with."""
    return _ARTICLE.sub("", surface)


def misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ by a slip: "Finch" and "Fich", "Kristin" and "Kristen"."""
    if len(one) != 2 or len(other) != 2 or one[1][0] != other[1][0]:
        return False
    if one[0] != other[0]:  # "Kristin" and "Kristen" Alder
        return one[1] == other[1] and len(one[0]) == len(other[0]) > 6 and slip(one[0], other[0])
    alike = SequenceMatcher(None, one[1], other[1]).ratio()
    return abs(len(one[1]) - len(other[1])) <= 1 and alike >= 0.57


def shortens_person(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether ``part`` leaves out words of a full name but not its first or not its last."""
    if part[-1] != whole[-1] and part[0] != whole[0]:
        return False
    if len(part) > 1 and part[-1] == whole[-1] and same_first_name(part[0], whole[0]):
        part = (whole[0], *part[1:])
    rest = iter(whole)
    return all(word in rest for word in part)


def shortens_body(part: tuple[str, ...], whole: tuple[str, ...], surface: str) -> bool:
    """Whether an organisation's name is the beginning, or the initials, of a longer one."""
    core = whole[1:] if whole[:1] == ("the",) else whole
    begins = whole[-1] in ORGANIZATION_WORDS or whole[-1] in OUTLET_WORDS
    short = part[1:] if part[:1] == ("the",) else part
    if not short or len(short) >= len(core):
        return False
    if begins and core[: len(short)] == short:
        return True
    return surface.isupper() and surface.lower() == initials(core)


def initials(words: Sequence[str]) -> str:
    """The first letters of the words that count."""
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for"))
