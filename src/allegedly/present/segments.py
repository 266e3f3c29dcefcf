"""Cuts a text where anything begins or ends, so that overlapping highlights can be drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from allegedly.records import Furniture, FurnitureKind, Span

from .rows import Row

Role = Literal["source", "cue", "content"]
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Part ``role`` of row number ``row``."""

    row: int
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes; ``begins`` are ids of rows that start here.

    ``start`` is where in the text it begins.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    begins: tuple[str, ...] = ()
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


def cut(text: str, rows: Iterable[Row], furniture: Iterable[Furniture] = ()) -> tuple[Segment, ...]:
    """The text in segments; joined, their texts are the text again."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    begins: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        for span, mark in _marked(row):
            opening[span.start].append(mark)
            closing[span.end].append(mark)
        if row.spans:
            begins[row.spans[0].start].append(row.id)
    kinds = _kinds(furniture)
    edges = {0, len(text), *opening, *closing}
    edges.update(edge for span, _ in kinds for edge in (span.start, span.end))
    cuts = sorted(edge for edge in edges if edge <= len(text))

    segments: list[Segment] = []
    open_now: set[Mark] = set()
    waiting = iter([*kinds, None])
    kind = next(waiting)
    for start, end in pairwise(cuts):
        open_now.difference_update(closing[start])
        open_now.update(opening[start])
        while kind and kind[0].end <= start:
            kind = next(waiting)
        inside = kind[1] if kind and kind[0].start <= start else None
        marks = tuple(sorted(open_now))
        segments.append(Segment(text[start:end], start, marks, tuple(begins[start]), inside))
    return tuple(segments)


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
    """The segments cut after line breaks; what begins with a segment begins with its first."""
    for segment in segments:
        start = segment.start
        for number, text in enumerate(_LINE.findall(segment.text)):
            begins = segment.begins if number == 0 else ()
            yield replace(segment, text=text, start=start, begins=begins)
            start += len(text)


def _marked(row: Row) -> Iterator[tuple[Span, Mark]]:
    roles: tuple[tuple[Role, tuple[Span, ...]], ...] = (
        ("source", row.source),
        ("cue", row.cue),
        ("content", row.content),
    )
    for role, spans in roles:
        for span in spans:
            yield span, Mark(row.number, role)


def _kinds(furniture: Iterable[Furniture]) -> list[tuple[Span, FurnitureKind]]:
    """Furniture in order and without overlaps: where two overlap, the earlier one keeps all."""
    kinds: list[tuple[Span, FurnitureKind]] = []
    reached = 0
    for one in sorted(furniture):
        if one.span.end > reached:
            kinds.append((Span(max(one.span.start, reached), one.span.end), one.kind))
            reached = one.span.end
    return kinds
