"""Names, descriptions of people and pronouns: the spans that can refer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..records import MentionKind, Span
from .encoder import Floats
from .lexicon import DETERMINERS, MASTHEADS, ORGANIZATION_WORDS, OUTLET_ACRONYMS, PRONOUNS, word_set
from .tokens import Tokens, bio_spans, log_softmax, split_at_blank_lines

Form = Literal["name", "description", "pronoun"]
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS))})\b", re.IGNORECASE)
#: Added to the score of a person: a person taken for a thing cannot speak.
_PERSON_FIRST = 0.0
_JOINTS_OF_PEOPLE = word_set("- . ’ ' “ ” \" ( ) de la le du da di van von der den bin al el y")
_JOINTS = word_set("- . ’ ' & / + s of the and for de la le du da")
_JOINTS_OF_WORKS = _JOINTS | word_set("in on at to a an with")
_NEVER_NAMES = word_set(
    "one two three i the a an it they we you this that these those but and or if january "
    "february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_QUOTED_INSIDE = re.compile(r"\s+[\"“‘(][^\"”’)]*[\"”’)]\s+")


@dataclass(slots=True)
class Candidate:
    """A span that names or describes something; ``first``/``last`` are tokens of its head."""

    span: Span
    kind: MentionKind
    form: Form
    first: int
    last: int
    entity: int = -1
    #: Whether it stands inside quotation marks; whether it is the source of a statement.
    quoted: bool = False
    speaks: bool = False
    #: Whether it is the source of a reply.
    answers: bool = False
    #: Whether it stands in a headline, where capitals tell nothing.
    headline: bool = False


def find_candidates(tokens: Tokens, names: tuple[str, ...]) -> list[Candidate]:
    """All candidates of a text in reading order; names win over descriptions they overlap."""
    found = [*_names(tokens, names), *_descriptions(tokens), *_pronouns(tokens)]
    found.sort(key=lambda c: (c.span.start, -c.span.end))
    kept: list[Candidate] = []
    for c in found:
        inside = kept and kept[-1].span.overlaps(c.span)
        if not inside or (c.form != "name" and kept[-1].form == "description"):
            kept.append(c)
        elif c.form == "name":
            # "her brother Dermot Tressick": a description may hold the name it goes with.
            if kept[-1].form != "name":
                kept.append(c)
        elif kept[-1].form == "name" and c.form == "description":
            kept.append(c)
    return kept


def _names(tokens: Tokens, names: tuple[str, ...]) -> list[Candidate]:
    logits = log_softmax(tokens.tags[:, 9:18])
    begin = np.logaddexp.reduce(logits[:, 1::2], axis=1)
    inside = np.logaddexp.reduce(logits[:, 2::2], axis=1)
    spans = bio_spans(np.stack([logits[:, 0], begin, inside], axis=1))
    found = []
    for span in split_at_blank_lines(tokens, spans):
        kind = _kind(logits, span, names)
        for first, last in _name_shaped(tokens, span, kind):
            kind = _kind(logits, (first, last), names)
            surface = tokens.at(first, last)
            if surface.lower() not in PRONOUNS and surface.lower() not in _NEVER_NAMES:
                found.append(Candidate(tokens.span(first, last), kind, "name", first, last))
    for c in found:
        _take_in(tokens, c)
    taken = {k for c in found for k in range(c.first, c.last + 1)}
    for k in range(len(tokens)):
        if k not in taken and tokens.at(k, k) in OUTLET_ACRONYMS:
            found.append(Candidate(tokens.span(k, k), "organization", "name", k, k))
    return found


def _take_in(tokens: Tokens, c: Candidate) -> None:
    """Let a name take in the word that makes it an organisation's: "Marine" + "Group"."""
    after = c.last + 1
    if after < len(tokens):
        word = tokens.at(after, after)
        gap = tokens.text[c.span.end : tokens.spans[after, 0]]
        longer = word.lower() in ORGANIZATION_WORDS and c.last > c.first
        if gap == " " and word[0].isupper() and (longer or word.lower() in MASTHEADS):
            c.last, c.kind = after, "organization"
            c.span = tokens.span(c.first, after)


def _kind(logits: Floats, span: tuple[int, int], names: tuple[str, ...]) -> MentionKind:
    rows = logits[span[0] : span[1] + 1]
    scores = np.logaddexp(rows[:, 1::2], rows[:, 2::2]).sum(axis=0)
    scores[0] += _PERSON_FIRST
    best = int(scores.argmax())
    kind: MentionKind = names[best]  # type: ignore[assignment]
    return kind


def _name_shaped(tokens: Tokens, span: tuple[int, int], kind: MentionKind) -> list[tuple[int, int]]:
    """The parts of a tagged range that look like names: capitals, joined by small words.

    A person's name is not joined by "of" or "and"; a comma ends any name.
    """
    if tokens.at(span[1], span[1]).lower() in ORGANIZATION_WORDS:
        kind = "organization"
    joints = {"person": _JOINTS_OF_PEOPLE, "other": _JOINTS_OF_WORKS}.get(kind, _JOINTS)
    parts: list[tuple[int, int]] = []
    open_at = last_big = -1
    for k in range(span[0], span[1] + 1):
        word = tokens.at(k, k)
        big = word[0].isupper() or word[0].isdigit()
        if big and open_at < 0 and word.lower() in ("a", "an"):
            continue
        if big:
            open_at = k if open_at < 0 else open_at
            last_big = k
        elif open_at >= 0 and not _joins(tokens, k, word.lower(), joints):
            parts.append((open_at, last_big))
            open_at = -1
    if open_at >= 0:
        parts.append((open_at, last_big))
    return [p for p in parts if not tokens.at(*p).isdigit()]


def _joins(tokens: Tokens, k: int, word: str, joints: frozenset[str]) -> bool:
    """Whether token ``k`` may stand inside a name."""
    if word == "s" and tokens.at(k - 1, k - 1) in ("’", "'"):
        return "of" in joints  # "Workers’ Union", but not "Finch’s boat"
    return word in joints


def _descriptions(tokens: Tokens) -> list[Candidate]:
    found = []
    for first, last in split_at_blank_lines(tokens, bio_spans(tokens.tags[:, 18:21])):
        surface = tokens.at(first, last)
        single = surface.lower() in DETERMINERS
        if surface.lower() not in PRONOUNS and surface[-1].isalnum() and not single:
            span = tokens.span(first, last)
            found.append(Candidate(span, "person", "description", last, last))
    return found


def _pronouns(tokens: Tokens) -> list[Candidate]:
    starts = tokens.spans[:, 0]
    found = []
    for match in _PRONOUN.finditer(tokens.text):
        at = int(np.searchsorted(starts, match.start()))
        if at < len(starts) and starts[at] == match.start():
            found.append(Candidate(Span(*match.span()), "person", "pronoun", at, at))
    return found


def in_capitals(line: str) -> bool:
    """Whether a line is set like a headline: (nearly) every longer word with a capital."""
    longer: list[str] = _LONG_WORD.findall(line)
    big = sum(w[0].isupper() for w in longer)
    return len(longer) >= 3 and big >= 0.8 * len(longer) and line.rstrip()[-1:] not in '.”"’'


def plain_name(surface: str) -> str:
    """A name without a nickname in marks and with single spaces."""
    return " ".join(_QUOTED_INSIDE.sub(" ", surface).split())
