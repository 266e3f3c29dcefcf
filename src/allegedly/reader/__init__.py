"""Reader: one encoder pass per window, its heads, and the decoded layers."""

from .reader import Reader

__all__ = ["Reader"]
