"""A text by its lines, with what of it is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from allegedly.records import Furniture, FurnitureKind, Span

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is furniture of one kind, or is not."""

    text: str
    furniture: FurnitureKind | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The segments of one line of the text, its line breaks included."""

    segments: tuple[Segment, ...]

    @property
    def furniture(self) -> FurnitureKind | None:
        """The kind, where all that can be seen is furniture of one kind."""
        kinds = {segment.furniture for segment in self.segments if not segment.text.isspace()}
        return kinds.pop() if len(kinds) == 1 else None


def cut(text: str, furniture: Iterable[Furniture] = ()) -> tuple[Segment, ...]:
    """The text in segments; joined, their texts are the text again."""
    kinds = _kinds(furniture)
    starts = {span.start: kind for span, kind in kinds}
    edges = {0, len(text)}.union(*((span.start, span.end) for span, _ in kinds))
    cuts = sorted(edge for edge in edges if edge <= len(text))
    return tuple(Segment(text[start:end], starts.get(start)) for start, end in pairwise(cuts))


def paragraphs(segments: Iterable[Segment]) -> tuple[Paragraph, ...]:
    """The segments by lines; blank lines stay with the line before them."""
    done: list[Paragraph] = []
    line: list[Segment] = []
    broken = visible = False
    for piece in _pieces(segments):
        blank = piece.text.isspace()
        if broken and visible and not blank:
            done.append(Paragraph(tuple(line)))
            line, broken, visible = [], False, False
        line.append(piece)
        visible = visible or not blank
        broken = broken or piece.text.endswith("\n")
    return (*done, Paragraph(tuple(line))) if line else tuple(done)


def _pieces(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments cut after line breaks."""
    for segment in segments:
        for text in _LINE.findall(segment.text):
            yield Segment(text, segment.furniture)


def _kinds(furniture: Iterable[Furniture]) -> list[tuple[Span, FurnitureKind]]:
    """Furniture in order and without overlaps: where two overlap, the earlier one keeps all."""
    kinds: list[tuple[Span, FurnitureKind]] = []
    reached = 0
    for one in sorted(furniture):
        if one.span.end > reached:
            kinds.append((Span(max(one.span.start, reached), one.span.end), one.kind))
            reached = one.span.end
    return kinds
