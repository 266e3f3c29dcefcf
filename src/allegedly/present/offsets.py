"""Offsets as a browser counts them: in UTF-16 code units, where Python counts code points."""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """Code points of one text in UTF-16 units; those beyond U+FFFF take two."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, char in enumerate(text) if char > "\uffff"]

    def at(self, offset: int) -> int:
        """The offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)
