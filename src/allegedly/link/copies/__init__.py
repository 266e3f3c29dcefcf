"""Copies, versions and shared passages."""

from __future__ import annotations

from .groups import find_copies

__all__ = ["find_copies"]
