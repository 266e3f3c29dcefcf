"""Standoff files for brat: one text and one annotation file an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from allegedly.ledger.flat import Coverage
from allegedly.records import Reading, Span

from ..safe import writable
from .file import File

_LABELS = {"source": "Source", "cue": "Cue", "content": "Content"}


def standoff(coverage: Coverage) -> Iterator[File]:
    """``ID.txt`` and ``ID.ann`` for each article, and the configuration that brat asks for.

    Offsets are code points of the text alone; headlines are left out, as brat knows one
    text per document. A span over a line break is given in fragments.
    """
    yield File("annotation.conf", _CONFIGURATION.encode())
    for reading in coverage.readings:
        key = reading.article.id
        yield File(f"{key}.txt", writable(reading.article.text).encode())
        yield File(f"{key}.ann", writable(_annotations(coverage, reading)).encode())


_CONFIGURATION = """\
[entities]
Source
Cue
Content
Time
Event
Person
Organization
Place
Group
Work
Other

[relations]
Says\tArg1:Source, Arg2:Content
By\tArg1:Cue, Arg2:Content

[events]

[attributes]
Mode\tArg:Content, Value:direct|indirect|mixed
Sourcing\tArg:Content, Value:named|unnamed|outlet|document|self|none
Certainty\tArg:Content, Value:certain|probable|possible|unknown
Status\tArg:Event, Value:happened|ongoing|planned|possible|denied|hypothetical
"""


@dataclass(slots=True)
class _File:
    text: str
    lines: list[str] = field(default_factory=list)
    bounds: int = 0
    relations: int = 0
    attributes: int = 0
    notes: int = 0

    def bound(self, label: str, spans: Sequence[Span]) -> str | None:
        pieces = [piece for span in spans for piece in _fragments(self.text, span)]
        if not pieces:
            return None
        self.bounds += 1
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.of(self.text) for piece in pieces)
        self.lines.append(f"T{self.bounds}\t{label} {places}\t{words}")
        return f"T{self.bounds}"

    def relation(self, label: str, first: str | None, second: str | None) -> None:
        if first and second:
            self.relations += 1
            self.lines.append(f"R{self.relations}\t{label} Arg1:{first} Arg2:{second}")

    def attribute(self, label: str, of: str | None, value: str) -> None:
        if of:
            self.attributes += 1
            self.lines.append(f"A{self.attributes}\t{label} {of} {value}")

    def note(self, of: str | None, text: str) -> None:
        if of:
            self.notes += 1
            words = " ".join(text.split())
            self.lines.append(f"#{self.notes}\tAnnotatorNotes {of}\t{words}")


def _annotations(coverage: Coverage, reading: Reading) -> str:
    out = _File(reading.article.text)
    layers = reading.body
    for one in layers.attributions:
        source, cue, content = (
            out.bound(_LABELS[role], spans)
            for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
        )
        out.relation("Says", source, content)
        out.relation("By", cue, content)
        out.attribute("Mode", content, one.mode)
        out.attribute("Sourcing", content, one.sourcing)
        out.attribute("Certainty", content, one.certainty)
        name = coverage.name(coverage.member(reading.article.id, one.speaker))
        if name:
            out.note(source or content, f"speaker: {name}")
    for time in layers.times:
        out.note(out.bound("Time", [time.span]), f"{time.type} {time.value}")
    for event in layers.events:
        out.attribute("Status", out.bound("Event", [event.span]), event.status)
    for mention in (one for one in layers.mentions if one.named):
        label = mention.kind.title() if mention.kind != "event" else "Other"
        out.bound(label, [mention.head])
    return "".join(line + "\n" for line in out.lines)


def _fragments(text: str, span: Span) -> Iterator[Span]:
    """The span without line breaks: brat wants none in an annotation."""
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            yield Span(first, first + len(words))
        start += len(line)
