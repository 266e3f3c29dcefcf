"""Articles beside each other: which tell one story, which copy which."""

from __future__ import annotations

from .copies import Copies, CopyGroup, Place, Shared, find_copies
from .stories import Assignment, Stories, find_stories
from .versions import Version

__all__ = [
    "Assignment",
    "Copies",
    "CopyGroup",
    "Place",
    "Shared",
    "Stories",
    "Version",
    "find_copies",
    "find_stories",
]
