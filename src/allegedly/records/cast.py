"""Who is in a story, across its articles."""

from __future__ import annotations

from dataclasses import dataclass

from .anchor import Anchor
from .reading import MentionKind


@dataclass(frozen=True, slots=True)
class EntityRef:
    """Entity ``number`` of the reading of ``article``."""

    article: str
    number: int


@dataclass(frozen=True, slots=True)
class CastMember:
    """One person, organization, place … of a story with all its names.

    ``name`` is the fullest name the coverage uses, ``aliases`` the other names and
    spellings, ``roles`` what the coverage calls them ("the port's director"), each in the
    coverage's own words and the most frequent first. ``entities`` are the entities of
    readings joined in it. ``anchors`` has one mention per article: the first named one.
    """

    id: str
    story: str
    name: str
    kind: MentionKind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    entities: tuple[EntityRef, ...]
    anchors: tuple[Anchor, ...]
