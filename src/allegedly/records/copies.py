"""What articles share: copies, versions of one page, passages beyond those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .anchor import Place
from .span import Span


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles (ids) with nearly the same text, by date: they count as ONE origin.

    ``origin`` is the first of them. ``dated`` says whether the dates alone make it
    the first; where they do not (one day, no day), it came first in the input.
    """

    origin: str
    articles: tuple[str, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """The same words in two articles, told first by one and again by the other.

    The words of both stretches are the same, case, punctuation, white space and the
    shape of apostrophes aside. ``kind`` is ``quote`` where both have them in
    quotation marks, ``words`` how many there are.
    """

    kind: Literal["passage", "quote"]
    first: Place
    again: Place
    words: int


@dataclass(frozen=True, slots=True)
class Version:
    """Two articles (ids) from one address.

    ``dropped`` are passages of the earlier one that the later one has not,
    ``added`` passages of the later one that the earlier one had not.
    """

    url: str
    earlier: str
    later: str
    dropped: tuple[Span, ...]
    added: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """What articles share: groups of copies, versions of pages, passages beyond those."""

    groups: tuple[CopyGroup, ...] = ()
    versions: tuple[Version, ...] = ()
    shared: tuple[Shared, ...] = ()
