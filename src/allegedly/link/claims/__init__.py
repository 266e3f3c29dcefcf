"""The same proposition from different articles."""

from __future__ import annotations

from .finding import find_claims

__all__ = ["find_claims"]
