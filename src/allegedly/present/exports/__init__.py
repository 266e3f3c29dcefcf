"""What a ledger gives to other programs."""

from __future__ import annotations

from .coverage import Coverage, File
from .formats import FORMATS, Format

__all__ = ["FORMATS", "Coverage", "File", "Format"]
