"""Who is in a story, across its articles."""

from __future__ import annotations

from .finding import Cast, find_cast

__all__ = ["Cast", "find_cast"]
