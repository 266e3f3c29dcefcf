"""The same event told once."""

from __future__ import annotations

from .finding import find_timeline

__all__ = ["find_timeline"]
