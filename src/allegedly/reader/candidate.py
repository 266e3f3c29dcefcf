"""A span that may refer to somebody or something, on its way to a mention."""

from __future__ import annotations

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
