"""How much of one input is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets for one input; what goes over one is refused with an InputError.

    ``file_bytes`` bounds a file that holds one article, ``line_bytes`` one line of
    JSON Lines (such a file may be of any length), ``text_characters`` the text of one
    article. A page may nest ``html_depth``
    elements, hold ``html_nodes`` of them, and take ``html_seconds`` of wall-clock
    time to be read.
    """

    file_bytes: int = 50_000_000
    line_bytes: int = 50_000_000
    text_characters: int = 3_000_000
    html_seconds: float = 10.0
    html_depth: int = 500
    html_nodes: int = 100_000

    def check_text(self, text: str, where: str) -> None:
        """Raises InputError where a text is longer than any article."""
        if len(text) > self.text_characters:
            raise InputError(
                where,
                f"over {self.text_characters:,} characters, which is no single article",
                "split it, or hand in JSON Lines with one article per line",
            )
