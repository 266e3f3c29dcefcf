"""Which relations a statement speaks of, by a table of paraphrase classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .relation_words import (
    ASPECTS,
    BEFORE_MONTH,
    IRREGULAR,
    MISTAKEN,
    NEGATORS,
    NO_ASPECT,
    NOTHING,
    RELATIONS,
    REPORTS,
    TOLD,
    UNTRUE,
)

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: How many words "~" may stand for.
GAP = 5
_VOWELS = frozenset("aeiouy")
_IRREGULAR = dict(pair.split(":") for pair in IRREGULAR.split())


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """A word without its endings: "divorced" and "divorces", "sold" and "selling" are one."""
    form = form.replace("’", "'").removesuffix("'s").removesuffix("'")
    form = _IRREGULAR.get(form, form)
    if len(form) > 3:
        form = _plain(form)
    if len(form) > 3 and form[-1] == form[-2] and form[-1] not in _VOWELS:
        form = form[:-1]
    return form[:-1] if len(form) > 3 and form.endswith("e") else form


def _plain(form: str) -> str:
    if form.endswith("eed") and len(form) > 5:
        return form[:-1]
    if form.endswith(("ies", "ied")):
        return form[:-3] + "y" if len(form) > 4 else form[:-1]
    for ending in ("ing", "ed"):
        rest = form.removesuffix(ending)
        if rest != form and len(rest) > 1 and not _VOWELS.isdisjoint(rest):
            return rest
    if form.endswith(("sses", "xes", "ches", "shes", "zes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    return form


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement: as written in lower case, its stem, where it stands."""

    form: str
    stem: str
    start: int
    end: int


def stems(forms: Iterable[str]) -> frozenset[str]:
    """The stems of words."""
    return frozenset(map(stem, forms))


_TOLD = stems(TOLD)


@lru_cache(maxsize=20_000)
def words_of(text: str) -> Sequence[Word]:
    """The words of a text, in order."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        low = match.group().lower().replace("’", "'")
        if match.group() == "May" and found and found[-1].form in BEFORE_MONTH:
            low = "May"  # the month, not the verb
        found.append(Word(low, stem(low), *match.span()))
    return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A relation spoken of by the words ``first`` to ``last`` (numbers, both included)."""

    relation: str
    first: int
    last: int


_Token = frozenset[str]
_ANY: _Token = frozenset(("~",))
_END: _Token = frozenset(("$",))


@dataclass(frozen=True, slots=True)
class _Pattern:
    relation: str
    tokens: tuple[_Token, ...]


def _patterns(relation: str, text: str) -> list[_Pattern]:
    found = []
    for part in text.split(","):
        tokens = [
            frozenset(w if w in "~$" or w[0] == "=" else stem(w) for w in token.split("|"))
            for token in part.split()
        ]
        if tokens:
            found.append(_Pattern(relation, tuple(tokens)))
    return found


@cache
def _table(kind: str) -> dict[str, list[_Pattern]]:
    """Patterns by the first word they begin with, the longest first."""
    tables = {"relations": {"": NOTHING, **RELATIONS}, "aspects": {"": NO_ASPECT, **ASPECTS}}
    index: dict[str, list[_Pattern]] = {}
    for name, text in tables[kind].items():
        for pattern in _patterns(name, text):
            for first in pattern.tokens[0]:
                index.setdefault(first, []).append(pattern)
    for patterns in index.values():
        patterns.sort(key=lambda p: (-len(p.tokens), p.relation))
    return index


def _match(tokens: Sequence[_Token], words: Sequence[Word], at: int) -> int | None:
    """The word after the last one that ``tokens`` take from ``at`` on, None where they do not."""
    for k, token in enumerate(tokens):
        if token is _END or token == _END:
            return at if at == len(words) else None
        if token == _ANY:
            for skip in range(GAP + 1):
                end = _match(tokens[k + 1 :], words, at + skip) if at + skip <= len(words) else None
                if end is not None:
                    return end
            return None
        if at >= len(words) or not (words[at].stem in token or "=" + words[at].form in token):
            return None
        at += 1
    return at


def _hits(words: Sequence[Word], kind: str) -> list[Hit]:
    table, found, at = _table(kind), [], 0
    while at < len(words):
        word, best = words[at], None
        for first in (word.stem, "=" + word.form):
            for pattern in table.get(first, ()):
                end = _match(pattern.tokens, words, at)
                if end is not None and (best is None or end > best.last + 1):
                    best = Hit(pattern.relation, at, end - 1)
        if best is None:
            at += 1
            continue
        if best.relation:
            found.append(best)
        at = best.last + 1
    return found


def relations(words: Sequence[Word]) -> list[Hit]:
    """The relations a statement speaks of, in its order; no word serves two."""
    return _hits(words, "relations")


def aspects(words: Sequence[Word]) -> list[Hit]:
    """Words that say that what follows is wanted, negotiated, or a condition."""
    return _hits(words, "aspects")


def negators(words: Iterable[Word]) -> list[int]:
    """The numbers of the words that say no, or that what is told is not so."""
    found, told, before = [], False, ""
    held: int | None = None
    for n, word in enumerate(words):
        untrue = told and (word.form in UNTRUE or (word.form == "up" and before == "made"))
        if word.form in NEGATORS or word.form.endswith("n't") or untrue:
            found.append(n)
        elif held is not None and word.stem in _TOLD:
            found.append(held)
        held = n if word.form in MISTAKEN else None
        told = told or word.form in REPORTS
        before = word.form
    return found
