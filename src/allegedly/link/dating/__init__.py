"""When undated articles were written."""

from __future__ import annotations

from .finding import find_datings

__all__ = ["find_datings"]
