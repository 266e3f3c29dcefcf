"""Articles beside each other: from many readings to one account."""

from __future__ import annotations

from .copies.groups import find_copies
from .stories.clusters import Stories, find_stories

__all__ = [
    "Stories",
    "find_copies",
    "find_stories",
]
