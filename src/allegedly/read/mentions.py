"""Names, descriptions of people and pronouns: the spans that can refer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..records import MentionKind, Span
from .lexicon import PRONOUNS
from .tokens import Tokens, bio_spans, log_softmax, split_at_blank_lines

Form = Literal["name", "description", "pronoun"]
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS))})\b", re.IGNORECASE)
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
    found = []
    spans = bio_spans(np.stack([logits[:, 0], begin, inside], axis=1))
    for first, last in split_at_blank_lines(tokens, spans):
        kinds = np.logaddexp(logits[first : last + 1, 1::2], logits[first : last + 1, 2::2])
        kind: MentionKind = names[int(kinds.sum(axis=0).argmax())]  # type: ignore[assignment]
        while first < last and not tokens.at(first, first)[0].isalnum():
            first += 1
        while first < last and not (tokens.at(last, last)[-1].isalnum()):
            last -= 1
        if tokens.at(last, last) == "s" and last - first >= 2:
            last -= 2  # the possessive is not part of the name
        surface = tokens.at(first, last)
        if any(ch.isupper() or ch.isdigit() for ch in surface) and surface.lower() not in PRONOUNS:
            found.append(Candidate(tokens.span(first, last), kind, "name", first, last))
    return found


def _descriptions(tokens: Tokens) -> list[Candidate]:
    found = []
    for first, last in split_at_blank_lines(tokens, bio_spans(tokens.tags[:, 18:21])):
        surface = tokens.at(first, last)
        if surface.lower() not in PRONOUNS and surface[-1].isalnum():
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


def plain_name(surface: str) -> str:
    """A name without a nickname in marks and with single spaces."""
    return " ".join(_QUOTED_INSIDE.sub(" ", surface).split())
