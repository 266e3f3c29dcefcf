"""Marked sentences to time expressions, for the tests of the time layer."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.reader.sentences import split_sentences
from allegedly.reader.times import times_of
from allegedly.records import Span, Time, When
from allegedly.records.reading import TimeType

#: A Wednesday.
PUBLISHED = "2021-02-10"


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its square brackets, and the spans they stood around."""
    text, spans = "", []
    for part in marked.split("["):
        inside, bracket, rest = part.partition("]")
        if bracket:
            spans.append(Span(len(text), len(text) + len(inside)))
        text += inside + rest
    return text, spans


def read(
    marked: str, published: str | None = PUBLISHED, kinds: Sequence[TimeType] = ()
) -> tuple[Time, ...]:
    """The times of a sentence whose expressions stand in square brackets."""
    text, spans = unmarked(marked)
    given: list[TimeType] = [*kinds, *["DATE"] * len(spans)]  # type: ignore[list-item]
    when = When.from_iso(published, "given") if published else None
    found = list(zip(spans, given, strict=False))
    return times_of(text, found, split_sentences(text), when, exact=True)


def values(marked: str, published: str | None = PUBLISHED) -> list[str]:
    """Only the values."""
    return [time.value for time in read(marked, published)]
