"""What a ledger gives to other programs."""

from __future__ import annotations

from allegedly.ledger.flat import Coverage

from .file import File
from .formats import FORMATS, Format

__all__ = ["FORMATS", "Coverage", "File", "Format"]
