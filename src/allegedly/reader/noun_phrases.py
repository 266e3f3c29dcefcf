"""From heads to noun phrases: how far each mention reaches, and which ones are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from ..records import Span
from .candidate import Candidate
from .encoder import Tables
from .extents import Extents
from .lexicon import DETERMINERS, word_set
from .reference_words import POSTNOMINALS, SOMEBODY
from .sentences import ABBREVIATIONS
from .tokens import Tokens

_PREPOSITIONS = word_set("of to in on at for from with by into against about over under near")
#: Words that no noun phrase has before its noun; what may begin what is said about a name.
_FUNCTION = _PREPOSITIONS | word_set(
    "and or but that who which when as if than is are was were be been has have had said says"
)
_SAYS_MORE = _PREPOSITIONS | word_set(", ( ’ ' who whose which that – — - and &")
_PLAIN = frozenset((True,))
_APOSTROPHES = ("’", "'")
_STOP = re.compile(r"[.?!](?=\s{1,9}[\"“‘(]?[A-Z])")
_LAST_WORD = re.compile(r"\w{1,12}$")
_SUBJECTS = word_set("they he she we i who it there no")
#: How a phrase begins that describes nobody: "some of it".
_NOBODYS = ("some of it", "most of it", "much of it", "all of it", "none of it")
#: What stands between two mentions in a row.
_BESIDE = re.compile(r"(?:[’']s?)?\s?(?:,\s(?:and\s|or\s)?|\sand\s|\sn?or\s|\s&\s)")


def noun_phrases(
    tokens: Tokens, tables: Tables, words: Sequence[str], found: list[Candidate]
) -> list[Candidate]:
    """Stretch candidates (in the order of their heads) over their noun phrases.

    They nest and never overlap otherwise. A noun that only says what somebody
    named is ("the singer Ada Finch", without "the") becomes part of the name's.
    """
    _stretch(tokens, tables, words, found)
    found = [c for c in found if not _is_clause(tokens, c)]
    found = _last_of_equals(_before_names(tokens, words, found))
    _uncross(tokens, found)
    return found


def _last_of_equals(found: Sequence[Candidate]) -> list[Candidate]:
    """Of two nouns in a row the last is the head: "the millionaire mother"."""
    last = {c.span: c for c in found if c.form == "description"}
    heads = {c.first: c for c in found if c.form == "description"}
    kept = []
    for c in found:
        after = heads.get(c.last + 1)
        people = ("person", "group")
        compound = (
            after is not None
            and c.form == "description"
            and c.kind in people
            and after.kind in people
            and after.noun is not None
            and c.noun is not None
            and after.noun.start == c.noun.end + 1
        )
        if not compound and (c.form != "description" or last[c.span] is c):
            kept.append(c)
    return kept


def _before_names(
    tokens: Tokens, words: Sequence[str], found: Sequence[Candidate]
) -> list[Candidate]:
    """Part descriptions from the name right after their noun, or give them to it.

    "His wife Ada Finch" is a description and a name; "supermodel Ada Finch" is one
    name with a noun before it.
    """
    names = {c.first: c for c in found if c.form == "name"}
    gone: set[int] = set()
    for c in found:
        name = names.get(c.last + 1) if c.form == "description" else None
        if (
            name is None
            or name.kind == "place"
            or tokens.text[tokens.spans[c.last, 1] : name.span.start] != " "
        ):
            continue
        whole = name.extent or name.span
        first = int(np.searchsorted(tokens.spans[:, 0], min(c.span.start, whole.start)))
        own = name.kind == "person" and words[first].lower() in DETERMINERS
        if own or (c.kind == "group" and name.kind != "organization"):
            c.span = tokens.span(first, c.last)
            name.extent = Span(name.span.start, max(whole.end, name.span.end))
        else:
            gone.add(id(c))
            name.extent = Span(min(c.span.start, whole.start), max(whole.end, name.span.end))
    return [c for c in found if id(c) not in gone]


def _stretch(
    tokens: Tokens, tables: Tables, words: Sequence[str], found: Sequence[Candidate]
) -> None:
    """Give names and descriptions their noun phrases."""
    nominal = [k for k, c in enumerate(found) if c.form != "pronoun"]
    ends = Extents(tokens, tables).of([found[k].first for k in nominal])
    stops = _stops(tokens)
    for k, (first, last) in zip(nominal, ends, strict=True):
        c = found[k]
        at = bisect_left(stops, c.first)
        low = stops[at - 1] + 1 if at else 0
        high = stops[at] - 1 if at < len(stops) else last
        first, last = min(max(first, low), c.first), max(min(last, high), c.last)
        if first < c.first and k and found[k - 1].last >= first:
            first = _after_sibling(tokens, found[k - 1], c, first)
            if c.form == "description":
                first = _after_others(tokens, words, found, k, first)
        if last > c.last and k + 1 < len(found) and found[k + 1].first <= last:
            last = _before_sibling(tokens, c, found[k + 1], last)
        if c.form == "name":
            if first < c.first and tokens.at(first, first).lower() in ("a", "an"):
                first = c.first  # "an Instagram model" is no Instagram
            if c.kind != "person":
                first = _after_preposition(tokens, first, c.first)
            if (
                last > c.last
                and words[c.last + 1].islower()
                and words[c.last + 1] not in _SAYS_MORE
            ):
                last = c.last  # "the Northline spokesman": the name is Northline
            if last > c.last and any(_serves(words, c, o, last) for o in found[k + 1 : k + 3]):
                last = c.last  # "Northline CEO Ada Finch": the name is Northline
            if first < c.first and k and _clause_between(words, found[k - 1], c, first):
                first = c.first  # "Tom Alder met Ada Finch" is not one person
            if last + 2 < len(tokens) and tokens.at(last + 2, last + 2) in POSTNOMINALS:
                last += 2
            c.extent = tokens.span(first, last)
        elif tokens.at(c.first, c.last).lower() not in SOMEBODY:
            c.span = tokens.span(first, last)


def _serves(words: Sequence[str], c: Candidate, after: Candidate, last: int) -> bool:
    """Whether the phrase of a body or place runs on into the name of somebody of theirs."""
    if c.kind == "person" or after.form != "name" or after.kind != "person" or last < after.first:
        return False
    return all(w[0].isupper() or w in _APOSTROPHES for w in words[c.last + 1 : after.first])


def _clause_between(words: Sequence[str], before: Candidate, c: Candidate, first: int) -> bool:
    """Whether a person's phrase would begin with somebody else, who does something."""
    if c.kind != "person" or before.form != "name" or not first <= before.first < c.first:
        return False
    gap = words[before.last + 1 : c.first]
    return before.kind == "person" and bool(gap) and gap[0].islower() and len(gap[0]) > 1


def _stops(tokens: Tokens) -> list[int]:
    """Tokens that end a sentence: no noun phrase goes over them."""
    found = []
    for match in _STOP.finditer(tokens.text):
        before = _LAST_WORD.search(tokens.text, max(0, match.start() - 12), match.start())
        word = before.group() if before else ""
        short = word and (len(word) < 3 or word.lower() in ABBREVIATIONS)
        if match.group() != "." or not short:
            found.append(int(np.searchsorted(tokens.spans[:, 0], match.start())))
    return found


def _is_clause(tokens: Tokens, c: Candidate) -> bool:
    """Whether a description begins with a subject: "they co-parent" describes nobody."""
    if c.form != "description" or c.noun == c.span:
        return False
    begins = tokens.text[c.span.start : c.span.start + 12].lower()
    return begins.split(maxsplit=1)[0] in _SUBJECTS or begins.startswith(_NOBODYS)


def _uncross(tokens: Tokens, found: Sequence[Candidate]) -> None:
    """Make noun phrases that overlap nest: the earlier one takes in the later."""
    open_: list[Candidate] = []
    for c in sorted((c for c in found if c.form != "pronoun"), key=_start):
        open_ = [o for o in open_ if _whole(o).end > _whole(c).start]
        for other in reversed(open_):
            outer, inner = _whole(other), _whole(c)
            if inner.end <= outer.end:
                break
            if outer.end > inner.start:
                head = int(tokens.spans[c.last, 1])
                if head > outer.end or other.last < c.first:
                    _set_whole(other, Span(outer.start, inner.end))
                else:
                    _set_whole(c, Span(inner.start, outer.end))
        open_.append(c)


def _start(c: Candidate) -> tuple[int, int]:
    return (_whole(c).start, -_whole(c).end)


def _whole(c: Candidate) -> Span:
    return c.extent or c.span


def _set_whole(c: Candidate, span: Span) -> None:
    if c.form == "name":
        c.extent = span
    else:
        c.span = span


def _after_others(
    tokens: Tokens, words: Sequence[str], found: Sequence[Candidate], k: int, first: int
) -> int:
    """Where a description begins: after those before it that are no part of it.

    A possessor is ("the mayor's aide"), and a noun right before its noun ("school
    friends"); "the crew met two fans" are two.
    """
    c = found[k]
    start = c.first
    for other in reversed(found[max(0, k - 6) : k]):
        if other.last < first:
            break
        gap = [word.lower() for word in words[other.last + 1 : start]]
        owns = gap[:2] in (["’", "s"], ["'", "s"]) or gap[:1] in (["’"], ["'"])
        owns = owns or other.form == "pronoun"
        if len(gap) > 5 or not (owns or _PLAIN.issuperset(w.isalpha() for w in gap)):
            return _determined(words, other.last + 1, start)
        if not owns and (len(gap) > 1 or not _FUNCTION.isdisjoint(gap)):
            return _determined(words, other.last + 1, start)
        begin = other.extent.start if other.extent else other.span.start
        start = min(other.first, int(np.searchsorted(tokens.spans[:, 0], begin)))
    return first


def _determined(words: Sequence[str], low: int, start: int) -> int:
    """The article or possessive nearest before ``start``, not before ``low``; else ``start``."""
    for k in range(start - 1, low - 1, -1):
        if words[k].lower() in DETERMINERS:
            return k
        if words[k] not in _APOSTROPHES and (
            not words[k].isalpha() or words[k].lower() in _FUNCTION
        ):
            return k + 1
    return start


def _after_preposition(tokens: Tokens, first: int, head: int) -> int:
    """Where the phrase of a place or body begins: not before "to" of "aid to Norway"."""
    for k in range(head - 1, first - 1, -1):
        if tokens.at(k, k) in _PREPOSITIONS:
            return k + 1
    return first


def _after_sibling(tokens: Tokens, before: Candidate, c: Candidate, first: int) -> int:
    """Where a mention begins that is the second of two: "Ada and Tom" is not one person."""
    between = _BESIDE.match(tokens.text, tokens.spans[before.last, 1], tokens.spans[c.first, 0])
    if between is None:
        return first
    start = int(np.searchsorted(tokens.spans[:, 0], between.end()))
    return max(first, min(start, c.first))


def _before_sibling(tokens: Tokens, c: Candidate, after: Candidate, last: int) -> int:
    """Where a mention ends that is the first of two."""
    between = _BESIDE.match(tokens.text, tokens.spans[c.last, 1], tokens.spans[after.first, 0])
    if between is None or (c.kind == "place" and "," in between.group()):
        return last
    # What stands between "and" and the next head belongs to that one.
    start = int(np.searchsorted(tokens.spans[:, 0], between.start()))
    return max(c.last, start - 1)
