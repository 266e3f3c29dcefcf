"""Roles an article gives to people: "Joan Pellowe, the harbour master".

A role said once in apposition names the same person wherever "the harbour
master" stands alone, before or after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidate import Candidate
from .lexicon import word_set

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
_STOP = word_set("of for at in on with who whose which that and from to by as")
_DETERMINERS = word_set("the a an his her their its our my this that")
_INDEFINITE = word_set(
    "a an another other others some any many most several few two three four five six one "
    "each every no both all various these those"
)
_AFTER = re.compile(
    r",\s+(?:(?:the|a|an|who\s+(?:is|was)\s+(?:the|a|an)|[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*[’']s?)\s+)?"
    r"([^,.;:()“”\"\n]{3,70})(?=[,.;)\n])"
)
_APPOSED = re.compile(r",\s+(?:(?:the|a|an)(?:\s+[a-z][\w’'-]*){1,5}\s+)?")
_BEFORE = re.compile(
    r"(?:^|[\s(“\"])((?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s[\w’'\s-]{3,60}?),?\s*$"
)


def role_words(text: str) -> tuple[str, ...]:
    """The words of a role up to its first preposition, without a determiner."""
    words: list[str] = []
    for match in _WORD.finditer(text.lower()):
        word = match.group().removesuffix("’s").removesuffix("'s")
        if word in _STOP and words:
            break
        if word not in _DETERMINERS:
            words.append(word)
    return tuple(words)


def is_indefinite(text: str) -> bool:
    """Whether a description brings up somebody new: "a councillor", "two officials"."""
    first, second = (*[w.lower() for w in text.split(maxsplit=2)[:2]], "", "")[:2]
    if first in ("both", "all") and second in _DETERMINERS - {"a", "an"}:
        return False  # "both her parents"
    found = _WORD.match(first)
    return first[:1].isdigit() or bool(found and found.group() in _INDEFINITE)


def is_definite(text: str) -> bool:
    """Whether a description points at somebody known: "the councillors", "their aides"."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    known = first in _DETERMINERS or first in ("both", "all", "these", "those")
    return (known and first not in ("a", "an")) or first.endswith(("’s", "'s", "s’", "s'"))


def roles_of(text: str, people: Sequence[Candidate]) -> dict[tuple[str, ...], int]:
    """Role words to entity number, where the text gives the role to one person only."""
    found: dict[tuple[str, ...], set[int]] = {}
    for c in people:
        if c.form != "name" or c.entity < 0:
            continue
        said = []
        after = _AFTER.match(text, c.span.end)
        if after:
            said.append(after.group(1))
        before = _BEFORE.search(text, max(0, c.span.start - 70), c.span.start)
        if before and before.group(1).split()[-1] not in _STOP:
            said.append(before.group(1))  # but not "the actress and Tom Alder"
        for role in map(role_words, said):
            if 0 < len(role) <= 4:
                found.setdefault(role, set()).add(c.entity)
    return {role: numbers.pop() for role, numbers in found.items() if len(numbers) == 1}


def apposed(text: str, description: Candidate, names: Sequence[Candidate]) -> int | None:
    """The person whose name follows a description: "her brother, the organiser Tom Finch"."""
    end = description.span.end
    for c in names:
        if c.form != "name" or c.entity < 0 or c.span.start < end:
            continue
        between = text[end : c.span.start]
        if len(between) > 80:
            return None
        closed = text[c.span.end : c.span.end + 1] in (",", ".", ";", ")", "")
        if between == " " or (closed and _APPOSED.fullmatch(between)):
            return c.entity
        return None
    return None


def bearer(description: str, roles: dict[tuple[str, ...], int]) -> int | None:
    """Whose role a definite description names; None where nobody's, or more than one's."""
    if is_indefinite(description):
        return None
    words = role_words(description)
    if not words:
        return None
    exact = roles.get(words)
    if exact is not None:
        return exact
    longer = {
        number
        for role, number in roles.items()
        if role[-len(words) :] == words or words[-len(role) :] == role
    }
    return longer.pop() if len(longer) == 1 else None
