"""Marks up a text with what was found in it: elements that nest, whatever overlaps.

Each layer has an element of its own, chosen for what it means in HTML and for
being short, as a report may hold a hundred thousand of them: ``<data>`` a time
expression with its TIMEX3 value, ``<b>`` the word of an event, ``<u>`` a hedge (text
with an annotation), ``<i>`` a mention or, with class ``h``, its head.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from allegedly.records import Span

from .found import Found
from .offsets import Offsets
from .rows import Field
from .safe import in_html, one_line

#: What is outside where two notes cover the same characters.
_RANK = {"span": 0, "i": 1, "data": 2, "u": 3, "b": 4}


@dataclass(frozen=True, slots=True)
class Note:
    """An element around ``start`` to ``end``; ``anchor`` is its id, "" where it needs none.

    Anchors are letters, digits and hyphens, and need no quotation marks in HTML.
    """

    start: int
    end: int
    tag: str
    anchor: str = ""
    attributes: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """A sort key that puts what encloses before what is enclosed."""
        return self.start, -self.end, _RANK[self.tag]

    def opening(self, *, first: bool) -> str:
        """The start tag; only the first piece of a note that is cut carries its id."""
        name = f" {'id' if first else 'data-of'}={self.anchor}" if self.anchor else ""
        return f"<{self.tag}{name}{self.attributes}>"


def notes_in(
    found: Found, field: Field, offsets: Offsets, targets: Mapping[Span, str]
) -> tuple[Note, ...]:
    """The notes of one field, in order; ``targets`` are spans that have an id."""
    notes = [*_notes(found, field, offsets)]
    notes += [Note(span.start, span.end, "span", name) for span, name in targets.items()]
    return tuple(sorted(notes, key=lambda note: note.order))


def _notes(found: Found, field: Field, offsets: Offsets) -> Iterable[Note]:
    for mention in (one for one in found.mentions if one.field == field):
        span, head = mention.span, mention.head
        member = f"m{mention.member}"
        name = f" class={member}" if mention.named else f' class="{member} d"'
        yield Note(span.start, span.end, "i", "", name)
        if head != span:
            yield Note(head.start, head.end, "i", "", " class=h")
    for time in (one for one in found.times if one.field == field):
        value = f' value="{escape(one_line(time.value))}"'
        yield Note(time.span.start, time.span.end, "data", time.anchor, value)
    listed = {one.anchor for one in found.listed}
    for event in (one for one in found.events if one.field == field):
        anchor = event.anchor if event.anchor in listed else ""
        status = "" if event.status == "happened" else f' data-s="{escape(event.status)}"'
        yield Note(event.span.start, event.span.end, "b", anchor, status)
    for hedge in (one for one in found.hedges if one.field == field):
        about = f"{offsets.at(hedge.scope.start)} {offsets.at(hedge.scope.end)}"
        attributes = f' data-c="{escape(hedge.certainty)}" data-w="{about}"'
        yield Note(hedge.span.start, hedge.span.end, "u", hedge.anchor, attributes)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a note lies in one piece of the text."""

    start: int
    end: int
    note: Note

    @property
    def order(self) -> tuple[int, int, int]:
        return self.start, -self.end, _RANK[self.note.tag]


class Annotated:
    """A text with its notes, given out piece by piece.

    ``starts`` are where the pieces begin, in order; every note is cut where a piece ends.
    """

    def __init__(self, text: str, notes: Iterable[Note], starts: Sequence[int]) -> None:
        self._text = text
        self._ends = dict(pairwise([*starts, len(text)]))
        self._inside: dict[int, list[_Piece]] = {}
        for note in notes:
            at = bisect_right(starts, note.start) - 1
            while 0 <= at < len(starts) and starts[at] < note.end:
                start = starts[at]
                end = min(note.end, self._ends[start])
                piece = _Piece(max(note.start, start), end, note)
                self._inside.setdefault(start, []).append(piece)
                at += 1

    def piece(self, start: int) -> Markup:
        """The piece that begins at ``start``, as HTML."""
        end = self._ends[start]
        inside = self._inside.get(start)
        return nested(self._text, start, end, inside) if inside else _plain(self._text, start, end)


def nested(text: str, start: int, end: int, pieces: Sequence[_Piece]) -> Markup:
    """``text[start:end]`` with an element around each piece.

    Elements cannot cross: where two pieces do, the one that ends later is closed
    and opened again. Joined, the characters are the text.
    """
    waiting = sorted(pieces, key=lambda piece: piece.order, reverse=True)
    edges = sorted({start, end, *(p.start for p in pieces), *(p.end for p in pieces)})
    stack: list[_Piece] = []
    out: list[str] = []
    for edge, following in pairwise([*edges, None]):
        assert edge is not None
        again: list[_Piece] = []
        left = sum(piece.end == edge for piece in stack)
        while left:
            closed = stack.pop()
            out.append(f"</{closed.note.tag}>")
            if closed.end == edge:
                left -= 1
            else:
                again.append(closed)
        while waiting and waiting[-1].start == edge:
            again.append(waiting.pop())
        for piece in sorted(again, key=lambda piece: (-piece.end, _RANK[piece.note.tag])):
            out.append(piece.note.opening(first=piece.note.start == edge))
            stack.append(piece)
        if following is not None:
            out.append(_plain(text, edge, following))
    return Markup("".join(out))


def _plain(text: str, start: int, end: int) -> Markup:
    shown = in_html(text[start:end])
    assert isinstance(shown, Markup)
    return shown
