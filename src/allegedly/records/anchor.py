"""Where in the coverage a row of the account rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

Field = Literal["title", "text"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one article's title or text, and the very characters that stand there.

    ``article`` is the article's id, ``span`` counts in ``field``; ``text`` is exactly
    ``field[span.start:span.end]``.
    """

    article: str
    field: Field
    span: Span
    text: str

    @property
    def place(self) -> Place:
        """The anchor without its characters."""
        return Place(self.article, self.span, self.field)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text, or of its title."""

    article: str
    span: Span
    field: Field = "text"
