"""The stretches of an article that may be propositions, and whose word each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...records import Attribution, Span
from ..material import Layer
from .clauses import Parts
from .relations import stems, words_of
from .words import DESIRES, FINITE, NO_STATEMENT, PLAY

_DESIRES, _PLAY = stems(DESIRES), stems(PLAY)
_LABEL = re.compile(r"[^:?!.]{2,40}:\s+")
#: A label before a headline's colon has at most so many words.
_LABEL_WORDS = 4
#: What may stand behind the last word of a sentence.
_ENDS = " \n\"”’'"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch, the number of the attribution whose content it is, and its sentence."""

    span: Span
    attribution: int | None
    sentence: Span


def units(layer: Layer) -> Iterator[Unit]:
    """The units of a field, sentence by sentence: what others say, then what it says itself."""
    parts = Parts(layer)
    said = _said(layer, parts)
    for sentence in _sentences(layer):
        here = [n for n in said if any(s.overlaps(sentence) for s in said[n].spans)]
        attributed = [
            unit for n in here for unit in _attributed(layer, parts, n, said[n], sentence)
        ]
        yield from attributed
        taken = [unit.span for unit in attributed]
        taken += [s for n in here for s in said[n].taken if s.overlaps(sentence)]
        heard = {unit.attribution for unit in attributed}
        taken += [s for n in here if n in heard for s in said[n].one.cue if s.overlaps(sentence)]
        if asks(layer.text, sentence):
            if not any(span.overlaps(sentence) for span in taken):
                yield Unit(sentence, None, sentence)
            continue
        found = parts.clauses(sentence)
        if not found and layer.field == "title" and not _orders(layer, parts, sentence):
            found = [sentence]
        for clause in found:
            if not any(span.overlaps(clause) for span in taken):
                yield Unit(clause, None, sentence)


def asks(text: str, sentence: Span) -> bool:
    """Whether a sentence ends with a question mark."""
    return sentence.of(text).rstrip(_ENDS).endswith("?")


def _sentences(layer: Layer) -> Sequence[Span]:
    """The sentences of a body without furniture; a title without a label before it."""
    if layer.field == "text":
        furniture = [one.span for one in layer.reading.article.furniture]
        return [s for s in layer.reading.sentences if not any(f.overlaps(s) for f in furniture)]
    start = 0
    label = _LABEL.match(layer.text)
    if label and len(label.group().split()) <= _LABEL_WORDS:
        # "Live from the chamber: …" is a label, "‘There is no sale’: …" is not.
        start = 0 if any(w.form in FINITE for w in words_of(label.group())) else label.end()
    return [Span(start, len(layer.text))] if start < len(layer.text) else []


@dataclass(frozen=True, slots=True)
class _Said:
    """One attribution: all its spans, and where its sentence says only who spoke."""

    one: Attribution
    spans: tuple[Span, ...]
    taken: tuple[Span, ...]


def _said(layer: Layer, parts: Parts) -> dict[int, _Said]:
    """The attributions of a field by number.

    Taken are quotations, and cues: the clause around a cue says only who spoke.
    """
    found = {}
    for number, one in enumerate(layer.layers.attributions):
        taken = (*one.content, *one.cue) if one.mode != "indirect" else ()
        if not taken and any(_reported(layer, parts, one, piece) for piece in one.content):
            taken = one.cue
        found[number] = _Said(one, (*one.source, *one.cue, *one.content), taken)
    return found


def _attributed(
    layer: Layer, parts: Parts, number: int, said: _Said, sentence: Span
) -> Iterator[Unit]:
    """What somebody says in a sentence, a clause a unit."""
    one = said.one
    if one.within is not None or not any(s.overlaps(sentence) for s in one.content):
        return
    for piece in _pieces(layer, one, sentence):
        if _reported(layer, parts, one, piece):
            found = parts.clauses(piece)
            for clause in found or [piece] * (layer.field == "title"):
                yield Unit(clause, number, sentence)


def _pieces(layer: Layer, one: Attribution, sentence: Span) -> list[Span]:
    """The content of an attribution within a sentence."""
    inside = [
        Span(max(s.start, sentence.start), min(s.end, sentence.end))
        for s in one.content
        if s.overlaps(sentence)
    ]
    words = [s for s in (*one.source, *one.cue) if s.overlaps(sentence)]
    if one.mode == "direct" or not words:
        return inside
    first = min(s.start for s in words)
    # "The line is to be sold, a person told the Gull": all before the source is content,
    # where nobody else is said to say it.
    before = Span(sentence.start, max(inside[0].start, sentence.start + 1))
    others = any(cue.overlaps(before) for a in layer.layers.attributions for cue in a.cue)
    if all(s.end <= first for s in inside) and not others:
        end = inside[-1].end
        if layer.text[end:first].strip(' ,;”"') == "":
            return [Span(sentence.start, end)]
    # "Councillors are said to be voting on Thursday".
    if len(inside) > 1 and not one.source and inside[0].end <= first:
        return [Span(inside[0].start, inside[-1].end)]
    return inside


def _reported(layer: Layer, parts: Parts, one: Attribution, piece: Span) -> bool:
    """Whether a piece of content is a statement of the source, not what it wants or knows."""
    words = words_of(layer.text[piece.start : piece.start + 60])
    if not words or not (layer.field == "title" or parts.is_clause(piece)):
        return False
    cues = {word.stem for cue in one.cue for word in words_of(cue.of(layer.text))}
    if cues & _PLAY:
        return False
    if one.mode == "direct" or words[0].form == "that":
        return True
    return words[0].form not in NO_STATEMENT and not cues & _DESIRES


def _orders(layer: Layer, parts: Parts, sentence: Span) -> bool:
    """Whether a headline begins with an imperative: "Stop selling our boats"."""
    found = parts.sentence(sentence)
    if not found.low or found.starts[0] not in {e.span.start for e in layer.layers.events}:
        return False
    return not found.low[0].endswith(("s", "ed", "ing"))
