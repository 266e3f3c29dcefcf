"""One text (title or body) on its way from tokens to layers."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Furniture, Span
from .encoder import Tables
from .lexicon import REPLYING
from .linking import CueScores, Linked, link
from .mentions import Candidate, find_candidates, in_capitals, may_describe
from .modes import speech_quotes
from .quotes import Quote, find_quotes
from .sentences import split_sentences
from .sources import mend_sources
from .sourcing import described_person
from .speech import complete
from .tokens import Tokens
from .works import mark_works


@dataclass(frozen=True, slots=True)
class Field:
    """A text with what was found in it so far; ``found`` is in reading order."""

    tokens: Tokens
    scorer: CueScores
    found: list[Candidate]
    linked: list[Linked]
    speech: list[Quote]
    sentences: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    is_title: bool

    def mark(self) -> None:
        """Note which candidates stand in quotation marks, which are sources, which reply."""
        tokens = self.tokens
        sources = [(item, tokens.span(*r)) for item in self.linked for r in item.source]
        starts = {_speaking(tokens.text, span, self.found) for _, span in sources}
        replies = {
            span.start
            for item, span in sources
            if item.cue and not REPLYING.isdisjoint(tokens.at(*item.cue[0]).lower().split())
        }
        for c in self.found:
            c.quoted = any(q.start <= c.span.start < q.end for q in self.speech)
            c.speaks = c.span.start in starts
            c.answers = c.span.start in replies


def field_of(
    tokens: Tokens, tables: Tables, furniture: tuple[Furniture, ...], is_title: bool
) -> Field:
    """Read one text as far as it can be read without its article's other text."""
    quotes = find_quotes(tokens.text)
    speech = speech_quotes(tokens.text, quotes)
    titles = [q for q in quotes if q.depth == 0 and q not in speech]
    mentioned = find_candidates(tokens, tables)
    people = [c.span for c in mentioned if c.form == "name" and c.kind == "person"]
    scorer = CueScores(tokens, tables)
    linked = complete(tokens, scorer, link(tokens, scorer), speech, people)
    mend_sources(tokens, linked, mentioned)
    sentences = split_sentences(tokens.text)
    field = Field(tokens, scorer, [], linked, speech, sentences, furniture, is_title)
    field.found.extend(_candidates(field, mentioned, titles))
    return field


def _candidates(field: Field, found: list[Candidate], titles: list[Quote]) -> list[Candidate]:
    """Who may be mentioned: outside furniture, with sources that describe somebody added."""
    tokens = field.tokens
    taken = {place for c in found for place in (c.span.start, ~c.last)}
    sources = [tokens.span(*r) for item in field.linked for r in item.source]
    for source in sources:
        head = described_person(tokens.text, source)
        last = tokens.range(head)[1] if head is not None else 0
        new = head is not None and taken.isdisjoint((head.start, ~last))
        if head is not None and new and may_describe(tokens, last):
            taken.update((head.start, ~last))
            found.append(Candidate(head, "person", "description", last, last))
    found = [c for c in found if not any(f.span.overlaps(c.span) for f in field.furniture)]
    found.sort(key=lambda c: c.span)
    mark_works(tokens, found, titles)
    headlines = [s for s in field.sentences if field.is_title or in_capitals(s.of(tokens.text))]
    for c in found:
        c.headline = any(s.covers(c.span) for s in headlines)
    return found


def _speaking(text: str, source: Span, found: list[Candidate]) -> int:
    """Where the mention that a source stands for begins; for "who", the name before it."""
    if source.of(text).lower() == "who":
        before = [c for c in found if c.form == "name" and c.span.end < source.start]
        return before[-1].span.start if before else source.start
    return source.start
