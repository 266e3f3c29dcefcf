"""What is collected: one version of one page, before anything is read in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from .span import Span
from .when import When

FurnitureKind = Literal[
    "byline",
    "caption",
    "share",
    "embed",
    "form",
    "newsletter",
    "related",
    "author",
    "navigation",
    "notice",
]


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """Text on the page that is not the article; it stays in the text and is not read as news."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one page.

    ``text`` is what every span of the article counts in. ``given_id`` is the id
    an input gave it; ``origin`` names the input it came from (``folder/wire.jsonl:3``).
    ``language`` is an ISO 639-1 code, None where it cannot be told. Unknown
    fields are None, never an empty string.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published: When | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    given_id: str | None = None
    origin: str | None = None

    @property
    def id(self) -> str:
        """16 hex digits of a SHA-256 over what the article is, not where it was found."""
        when = self.published.value if self.published else None
        digest = hashlib.sha256()
        for part in (self.given_id, self.url, self.outlet, self.title, when, self.text):
            raw = b"" if part is None else part.encode("utf-8", "surrogatepass")
            # The length keeps two parts apart, and a missing one from an empty one.
            digest.update(f"{-1 if part is None else len(raw)}:".encode())
            digest.update(raw)
        return digest.hexdigest()[:16]
