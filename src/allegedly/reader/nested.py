"""Speech inside speech: “I said to him, ‘Are you buying it?’”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..records import Span
from .quotes import Quote

_INNER = re.compile(
    r"(?:\b(?P<source>I|he|she|we|they|you|somebody|someone|(?:my|his|her)\s+[a-z]+)\s+)?"
    r"(?:just\s+|only\s+)?\b(?P<cue>said|says|say|saying|asked|asks|told|tells|replied|wrote)\b"
    r"[^.;:!?‘'“”\"\n]{0,25}[,:]?\s*(?P<content>‘[^‘\n]{3,400}?’|'[^'\n]{3,400}?')(?!\w)"
)


class Inner(NamedTuple):
    """One attribution inside a quotation; ``source`` is None where the verb stands alone."""

    source: Span | None
    cue: Span
    content: Span


def inner_speech(text: str, speech: Sequence[Quote]) -> Iterator[Inner]:
    """What is quoted in single marks, after a verb of saying, inside the quotations ``speech``."""
    for quote in speech:
        for match in _INNER.finditer(text, quote.start + 1, quote.end):
            source = Span(*match.span("source")) if match["source"] else None
            yield Inner(source, Span(*match.span("cue")), Span(*match.span("content")))
