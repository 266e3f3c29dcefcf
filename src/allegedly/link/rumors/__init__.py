"""What the coverage treats as unsettled, and who stands where."""

from __future__ import annotations

from .finding import find_rumors, settle_tracked

__all__ = ["find_rumors", "settle_tracked"]
