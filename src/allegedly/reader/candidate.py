"""A span that may refer to somebody or something, on its way to a mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..records import MentionKind, Span

Form = Literal["name", "description", "pronoun"]


@dataclass(slots=True)
class Candidate:
    """A span that names or describes something; ``first``/``last`` are tokens of its head.

    ``span`` is the name itself, or the whole description; ``extent`` the noun
    phrase around a name ("the singer Ada Finch"), where it is more than the name.
    """

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
    extent: Span | None = None
    #: The noun of a description.
    noun: Span | None = None
    #: Whether its kind is settled by the words around it.
    sure: bool = False


def outermost_speak(rows: Sequence[Candidate]) -> None:
    """Where "his wife" is a source, the wife speaks and not he."""
    longest: dict[int, int] = {}
    for c in rows:
        longest[c.span.start] = max(longest.get(c.span.start, 0), c.span.end)
    for c in rows:
        if c.span.end < longest[c.span.start]:
            c.speaks = c.answers = False
