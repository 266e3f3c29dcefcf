"""What cannot both hold, and what has been overtaken."""

from __future__ import annotations

from .finding import find_contradictions
from .overtaken import find_overtaken

__all__ = ["find_contradictions", "find_overtaken"]
