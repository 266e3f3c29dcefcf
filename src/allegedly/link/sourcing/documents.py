"""Documents as sources: "the memo", "a filing at the Companies Registry", "court papers"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...records import Span
from ..words import term
from . import words

_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_PAPERS = "|".join(sorted(words.PAPERS, key=lambda one: (-len(one), one)))
_PAPER = re.compile(
    r"\b(?:the|a|an|this|that|its|his|her|their)\s+"
    r"(?:(?!(?:and|or|of|to|in|that|the|a|an|for|with|by|as|from|on|at|is|was)\b)"
    r"[^\W\d_][\w’'-]*\s+){0,4}?"
    rf"\b(?:{_PAPERS})\b(?:\s+(?:at|of|from|with)\s+(?:the\s+)?\w[\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}})?",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
#: How far a phrase is looked for before and after its noun, in characters.
_BEFORE, _AFTER = 80, 100
_BY = (
    r",?\s+(?:(?:which|that)\s+(?:was|were|has\s+been)\s+)?"
    r"(?:seen|obtained|reviewed|viewed|leaked|published|read|shared)\s+(?:by|to|with)\s"
)
_SEEN = re.compile(rf"{_BY}[^.,;:\n]{{1,60}}", re.IGNORECASE)
_SHOWS = re.compile(
    rf"(?:{_BY}[^.,;:\n]{{1,60}}?)?\s+(?:(?:also|now|further|later|then|\w+ly)\s+)?(?:{'|'.join(sorted(words.SHOWING))})\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according\s+to|citing|cited|cites)\s*$", re.IGNORECASE)
_ENDS_NOUN = words.LINKING | words.WHO | words.OF_DOCUMENT


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, as one place of a text describes it.

    ``kind`` is the class of its noun (a lawsuit is a "filing"); ``owners`` are the words
    that tell it from others: whose it is, what it is of. ``seen`` is the stretch that says
    who has seen it, ``speaks`` whether it is said to say something.
    """

    span: Span
    words: str
    kind: str
    owners: frozenset[str]
    seen: Span | None = None
    speaks: bool = False


def paper_at(text: str, span: Span) -> Paper | None:
    """The document that a phrase describes; None for a phrase that has no noun for one."""
    found = [(m, m.group().casefold()) for m in _WORD.finditer(text, span.start, span.end)]
    head = None
    for place, (_, word) in enumerate(found):
        if head is not None and word in _ENDS_NOUN:
            break
        if word in words.DOCUMENT_CLASS:
            head = place
    if head is None or not _is_last(found, head):
        return None
    end = _owner_end(found, head)
    owners = {
        term(word.removesuffix("’s").removesuffix("'s"))
        for place, (_, word) in enumerate(found[:end])
        if place != head and word not in words.IDLE_OF_DOCUMENT
    }
    shown = " ".join(text[span.start : found[end - 1][0].end()].split())
    first = shown.split(" ", 1)[0]
    lower = first.casefold() in words.INDEFINITE | words.DEFINITE | {"it"}
    return Paper(
        span=span,
        words=first.lower() + shown[len(first) :] if lower else shown,
        kind=words.DOCUMENT_CLASS[found[head][1]],
        owners=frozenset(owners),
    )


def papers_in(text: str) -> Iterator[Paper]:
    """The documents that running text mentions."""
    done = 0
    for noun in _PLAIN_WORD.finditer(text):
        if noun.start() < done or noun.group().casefold() not in words.PAPERS:
            continue
        match = _PAPER.search(
            text, max(done, noun.start() - _BEFORE), min(len(text), noun.end() + _AFTER)
        )
        if match is None or match.end() < noun.end():
            continue
        done = match.end()
        paper = paper_at(text, Span(*match.span()))
        if paper is not None:
            yield _spoken(text, paper)


def _spoken(text: str, paper: Paper) -> Paper:
    """The document with what stands around it: who has seen it, whether it says something."""
    span = paper.span
    seen = _SEEN.match(text, span.end)
    told = _ACCORDING.search(text, max(0, span.start - 20), span.start)
    return replace(
        paper,
        seen=Span(*seen.span()) if seen else None,
        speaks=bool(_SHOWS.match(text, span.end) or told),
    )


def _is_last(found: list[tuple[re.Match[str], str]], head: int) -> bool:
    """Whether the noun ends its phrase: "a file image" is no file, "papers filed by him" are."""
    if head + 1 == len(found):
        return True
    (last, _), (after, word) = found[head], found[head + 1]
    apart = not after.string[last.end() : after.start()].isspace()
    return apart or word in _ENDS_NOUN or word.endswith(("ed", "ing", "n"))


def _owner_end(found: list[tuple[re.Match[str], str]], head: int) -> int:
    """Where the phrase ends: after "at the Companies Registry", before a clause."""
    end = head + 1
    if end < len(found) and found[end][1] in words.OF_DOCUMENT:
        end += 1
        while end < len(found) and (found[end][1] == "the" or found[end][0].group()[0].isupper()):
            end += 1
        if found[end - 1][1] in words.OF_DOCUMENT | {"the"}:
            end = head + 1
    return end


class Shelf:
    """The documents of a story: those of one kind that share an owner are one.

    A document described by nothing but its kind is the one before it in its article, else
    the only one of its kind.
    """

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._heads: dict[tuple[str, str], tuple[str, str]] = {}
        self._kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for paper in papers:
            keys = [(paper.kind, owner) for owner in sorted(paper.owners)]
            for key in keys:
                self._heads.setdefault(key, key)
            for key in keys[1:]:
                first, second = sorted((self._find(keys[0]), self._find(key)))
                self._heads[second] = first
        for key in self._heads:
            self._kinds[key[0]].add(self._find(key))

    def key(self, paper: Paper, before: Iterable[Paper], article: str) -> tuple[str, ...]:
        """What stands for the document; ``before``: those of its article, the nearest first."""
        if paper.owners:
            return ("document", *self._find((paper.kind, min(paper.owners))))
        for other in before:
            if other.kind == paper.kind and other.owners:
                return ("document", *self._find((other.kind, min(other.owners))))
        only = self._kinds.get(paper.kind, set())
        if len(only) == 1:
            return ("document", *next(iter(only)))
        # With several of a kind nobody knows which; without any, the kind is all there is.
        return ("document", paper.kind, article) if only else ("document", paper.kind)

    def _find(self, key: tuple[str, str]) -> tuple[str, str]:
        while key in self._heads and self._heads[key] != key:
            self._heads[key] = key = self._heads.get(self._heads[key], self._heads[key])
        return key
