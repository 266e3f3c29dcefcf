"""Which articles belong together, and when the undated ones were written."""

from __future__ import annotations

from dataclasses import dataclass

from .anchor import Anchor
from .when import When


@dataclass(frozen=True, slots=True)
class Assignment:
    """The article with this id belongs to this story."""

    article: str
    story: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles (ids, by date) that tell one story; ``id`` is the id of the first handed in.

    ``title`` is the coverage's own: the headline nearest to all the others.
    """

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article without a date of its own was written, as far as others tell.

    ``when`` has the bounds (either may be None) and a value no finer than they allow,
    its basis is ``shared``; ``note`` says in words what it rests on, ``anchors`` are the
    places in this article and in the dated ones.
    """

    article: str
    when: When
    note: str
    anchors: tuple[Anchor, ...]
