"""Which articles belong together."""

from __future__ import annotations

from .clusters import Stories, find_stories

__all__ = ["Stories", "find_stories"]
