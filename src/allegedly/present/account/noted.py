"""What linking notes in words, made readable."""

from __future__ import annotations

import re

from .. import timex
from ..safe import one_line

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_QUOTED = re.compile("(“[^“”]*”)")


def dated_note(note: str) -> str:
    """The note with its days in words; what stands in quotation marks stays as it is."""
    parts = _QUOTED.split(one_line(note))
    parts[::2] = [_DAY.sub(lambda found: timex.in_words(found[0]), part) for part in parts[::2]]
    return "".join(parts)
