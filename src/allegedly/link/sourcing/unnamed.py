"""Unnamed sources as a text describes them: "a person familiar with the talks", "one of them"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...records import Span
from ..words import term
from . import words

#: ``new``: brings somebody up; ``another``: somebody else than the one before; ``back``: the
#: one before, or several of them; ``part``: one or some of those before.
Reference = Literal["new", "another", "back", "part"]
#: Spans of names inside a stretch with what they stand for.
Names = Callable[[Span], list[tuple[Span, str]]]

_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_PART = re.compile(
    r"(?:(?:at\s+least\s+)?(?P<some>one|two|three|four|some|all|none|both|neither|each|another|several|most|many)"
    r"|the\s+(?P<which>first|second|third|other|latter|former))"
    r"\s+of\s+(?P<whole>them|whom|these|those|(?:the|these|those)\b)",
    re.IGNORECASE,
)
#: After a comma, why a source is not named, or when it spoke; a conjunction that hangs on.
_ASIDE = re.compile(
    r",\s+(?:and\s+)?(?:who|whose|speaking|on\s+condition|requesting|asking|declining|all|both)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r",?\s+(?:and|but|or)$", re.IGNORECASE)
_LEADING = re.compile(r"(?:to|by|from|that)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
#: How far a description is looked for before and after its noun, in characters.
_BEFORE, _AFTER = 60, 160
#: How far a relative clause is looked at beyond the span of its source, in characters.
_NEAR = 30
_EDGE = " ,;:.—–-\n\t"

_HEADS = "|".join(sorted(words.TELLERS, key=lambda one: (-len(one), one)))
_QUALIFYING = "|".join(sorted(words.QUALIFYING))
_TELLING = "|".join(sorted(words.TELLING))
_FIRST = r"the|a|an|one|two|three|four|five|several|some|multiple|another|many|his|her|its|their"
_MODIFIER = (
    r"(?:(?!(?:and|or|of|to|in|that|the|a|an|for|with|by|as|because|are|is|was|were|there|not|if"
    r"|when|what|who|from|on|at|said|says)\b)[a-z][\w’'-]*\s+)"
)
_TOLD = rf"\s+(?:(?:has|have|had|also|later|now)\s+)?(?:{_TELLING})\b"
_SOURCE = re.compile(
    r"(?:\b(?P<before>according\s+to|citing|quoting|cites|quotes)\s+)?"
    rf"\b(?P<phrase>(?:(?:{_FIRST})\s+{_MODIFIER}{{0,3}}?|{_MODIFIER}?)"
    rf"(?:{_HEADS})\b(?!['’])"
    rf"(?P<more>\s+(?:{_QUALIFYING})\s+\w+[^.,;:()“”\"\n—–]{{0,90}}?"
    rf"(?={_TOLD}|[.,;:()“”\"\n—–]|$))?)"
    rf"(?P<told>(?={_TOLD}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Description:
    """A source without a name, as one place of a text describes it.

    ``words`` are what it is called, ``head`` the class of its noun ("source" for those that
    say no more than that somebody spoke; "" for a pronoun), ``camp`` what tells it from
    others: words and ids of the cast. ``many`` and ``count``: how many are meant. ``tells``:
    whether a verb of telling follows, or "according to" stands before; ``recalls``: whether
    it points back at an account given before ("the person who told the Courier of talks").
    """

    span: Span
    words: str
    head: str
    camp: frozenset[str]
    many: bool
    count: int | None
    reference: Reference
    recalls: bool
    tells: bool = False

    @property
    def bare(self) -> bool:
        """Whether it says nothing but that there is a source."""
        return not self.camp and self.head in ("", "source")


def describe(text: str, span: Span, names: Names | None = None, tells: bool = True) -> Description:
    """The description that stands at ``span``."""
    leading = _LEADING.match(text, span.start, span.end)
    if leading and leading.end() < span.end:
        span = Span(leading.end(), span.end)
    phrase = span.of(text)
    part = _PART.match(phrase)
    start = span.start + (part.end() if part else 0)
    found = [(m, _form(m.group())) for m in _WORD.finditer(text, start, span.end)]
    head_at = _head_at(found)
    head = found[head_at][1] if head_at is not None else ""
    inside = names(Span(start, span.end)) if names and start < span.end else []
    before = [word for _, word in found[:head_at]] if head_at is not None else []
    count = next((words.COUNTS[word] for word in before if word in words.COUNTS), None)
    if count is None and part and part["whole"].casefold() in ("them", "whom"):
        count = words.COUNTS.get((part["some"] or "").casefold())
    reference = _reference(part, found, head_at)
    # What follows "the official, who" does not tell which official is meant.
    telling = found[: head_at + 1] if reference == "back" and head_at is not None else found
    return Description(
        span=span,
        words=shown(phrase),
        head=_class(head),
        camp=_camp(telling, head_at, inside),
        many=_is_many(head, count, part),
        count=count,
        reference=reference,
        recalls=_recalls(text, span, part, found, head_at),
        tells=tells,
    )


def is_nobody(phrase: str) -> bool:
    """Whether a source is nobody in particular that could have said it: "no one", "you"."""
    first = phrase.split(maxsplit=1)[0].casefold().strip(_EDGE) if phrase.strip() else ""
    return first in words.NO_SOURCE


def shown(phrase: str) -> str:
    """A source's words as a line shows them: nothing of why it is not named."""
    cut = _TRAILING.sub("", phrase.strip(_EDGE))
    comma = cut.find(",")
    if comma > 0 and _ASIDE.match(cut, comma):
        cut = cut[:comma]
    cut = " ".join(cut.strip(_EDGE).split())
    first = cut.split(" ", 1)[0]
    plain = first.casefold() in words.INDEFINITE | words.DEFINITE | words.SPEAKERS | words.ANOTHER
    return first.lower() + cut[len(first) :] if plain else cut


def sources_in(text: str, names: Names | None = None) -> Iterator[Description]:
    """Descriptions of sources in running text: those that tell, or are said to be somebody."""
    done = 0
    for start, end in _heads(text):
        if start < done:
            continue
        match = _SOURCE.search(text, max(done, start - _BEFORE), min(len(text), end + _AFTER))
        if match is None or match.end("phrase") < end:
            continue
        done = match.end("phrase")
        tells = match["told"] is not None or match["before"] is not None
        if tells or match["more"]:
            yield describe(text, Span(*match.span("phrase")), names, tells)


def _heads(text: str) -> Iterator[tuple[int, int]]:
    """Where nouns for sources stand: only there is it worth looking closer."""
    for match in _PLAIN_WORD.finditer(text):
        if match.group().casefold() in words.TELLERS:
            yield match.span()


def _form(word: str) -> str:
    """A word in lower case; an acronym as it is, so that the WHO is no pronoun."""
    return word if word.isupper() and len(word) > 1 else word.casefold()


def _head_at(found: list[tuple[re.Match[str], str]]) -> int | None:
    """The place of the noun: the last that describes people, else the last, before a qualifier.

    None where there is only a pronoun.
    """
    at, last = None, None
    for place, (match, word) in enumerate(found):
        if place and word in words.QUALIFYING | words.LINKING:
            break
        if _POSSESSIVE.match(match.string, match.end()):
            continue
        if word in words.ADVERBS:
            continue
        last = last if word in words.PRONOUNS else place
        if word in words.SPEAKERS and word not in words.PRONOUNS:
            at = place
    some = at is not None and found[at][1] in words.QUANTIFIERS
    return last if at is None or some else at


def _class(head: str) -> str:
    return "source" if head in words.ANYBODY else term(head)


def _camp(
    found: list[tuple[re.Match[str], str]], head: int | None, inside: list[tuple[Span, str]]
) -> frozenset[str]:
    camp = {name for _, name in inside if name}
    for place, (match, word) in enumerate(found):
        named = any(span.start <= match.start() < span.end for span, _ in inside)
        bare = word.removesuffix("’s").removesuffix("'s")
        if place != head and not named and bare not in words.IDLE | words.PRONOUNS:
            camp.add(term(bare))
    return frozenset(camp)


def _is_many(head: str, count: int | None, part: re.Match[str] | None) -> bool:
    if part and (part["which"] or (part["some"] or "").casefold() in ("one", "another")):
        return False
    plural = head.endswith("s") or head in ("people", "men", "women", "many", "some", "several")
    return bool(part) or plural or (count or 0) > 1


def _reference(
    part: re.Match[str] | None, found: list[tuple[re.Match[str], str]], head: int | None
) -> Reference:
    if part:
        return "another" if (part["some"] or "").casefold() == "another" else "part"
    if head is None:
        return "back"
    if len(found) == 1 and found[0][1] in ("one", "another"):
        return "part" if found[0][1] == "one" else "another"
    before = [word for _, word in found[:head]]
    first = before[0] if before else ""
    if words.ANOTHER & set(before):
        return "part" if first in words.DEFINITE else "another"
    if "same" in before:
        return "back"
    after = found[head + 1 : head + 2]
    comma = bool(after) and "," in after[0][0].string[found[head][0].end() : after[0][0].start()]
    plain = not after or after[0][1] == "and" or comma
    return "back" if first in words.DEFINITE and plain else "new"


def _recalls(
    text: str,
    span: Span,
    part: re.Match[str] | None,
    found: list[tuple[re.Match[str], str]],
    head: int | None,
) -> bool:
    if head is None or not (part or found[0][1] in words.DEFINITE):
        return False
    clause = [word for _, word in found[head + 1 :]]
    if not clause or clause[0] not in words.WHO:
        return False
    if len(clause) == 1:  # the source ends with "who": what follows says who
        following = _WORD.finditer(text, span.end, min(len(text), span.end + _NEAR))
        clause += [match.group().casefold() for match in following]
    return bool(words.ACCOUNT_OF & set(clause))
