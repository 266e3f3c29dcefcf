"""The reader: one article in, everything found in it out."""

from __future__ import annotations

from dataclasses import dataclass

from ..collect import article_from_text
from ..records import Article, Entity, Furniture, Layers, Mention, Reading, Span
from .attributions import attributions_of
from .cast import Cast
from .encoder import Encoder
from .lexicon import DETERMINERS, PLURAL_VERBS, REPLYING
from .linking import Linked, Range, link
from .mentions import Candidate, find_candidates, in_capitals
from .modes import speech_quotes
from .quotes import Quote, find_quotes
from .sentences import split_sentences
from .sourcing import Scene, described_person
from .speech import complete
from .tokens import Tokens, tokens_of

#: Version of the rules around the network; part of every reading's stage.
RULES = "1"


class Reader:
    """Reads articles with the packaged model. Loads it once; safe to share between threads.

    Raises:
        WeightsError: where the packaged model is missing or damaged.
    """

    def __init__(self) -> None:
        self._encoder = Encoder()
        self.stage = f"{self._encoder.tables.stage}.{RULES}"

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
    ) -> Reading:
        """Read ``text``, which is used verbatim; all offsets are code points of it.

        ``published`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            InputError: where the text is empty or ``published`` is no date.
        """
        return self.read_article(
            article_from_text(text, title=title, published=published, outlet=outlet)
        )

    def read_article(self, article: Article) -> Reading:
        """Read a collected article; one in another language is returned unread, saying so."""
        if article.language not in (None, "en"):
            why = f"language {article.language}: only English is read"
            return Reading(article, (), (), Layers(), None, self.stage, why)
        head = self._field(article.title, (), True) if article.title else None
        body = self._field(article.text, article.furniture, False)
        cast = Cast()
        fields = [field for field in (head, body) if field is not None]
        cast.name_people([(field.tokens, field.found) for field in fields])
        for field in fields:
            _mark(field)
        cast.settle_genders(article.text, body.found, body.sentences)
        for field in fields:
            cast.resolve(field.tokens, field.found, self._encoder.tables, field.sentences)
        entities = cast.entities()
        return Reading(
            article,
            body.sentences,
            entities,
            _layers(body, entities, article.outlet),
            _layers(head, entities, article.outlet) if head else None,
            self.stage,
        )

    def _field(self, text: str, furniture: tuple[Furniture, ...], is_title: bool) -> _Field:
        tables = self._encoder.tables
        tokens = tokens_of(text, self._encoder.encode(text))
        quotes = find_quotes(text)
        speech = speech_quotes(text, quotes)
        titles = [q for q in quotes if q.depth == 0 and q not in speech]
        mentioned = find_candidates(tokens, tables.names)
        people = [c.span for c in mentioned if _is_person(c)]
        linked = complete(tokens, tables, link(tokens, tables), speech, people)
        _mend_sources(tokens, linked, mentioned)
        field = _Field(tokens, [], linked, speech, split_sentences(text), furniture)
        field.found.extend(_candidates(field, mentioned, titles, is_title))
        return field


@dataclass(frozen=True, slots=True)
class _Field:
    """One text (title or body) on its way to layers."""

    tokens: Tokens
    found: list[Candidate]
    linked: list[Linked]
    speech: list[Quote]
    sentences: tuple[Span, ...]
    furniture: tuple[Furniture, ...]


def _candidates(
    field: _Field, found: list[Candidate], titles: list[Quote], is_title: bool
) -> list[Candidate]:
    """Who may be mentioned: outside furniture, with sources that describe somebody added."""
    tokens = field.tokens
    taken = {c.span.start for c in found}
    sources = [tokens.span(*r) for item in field.linked for r in item.source]
    for source in sources:
        head = described_person(tokens.text, source)
        if head is not None and head.start not in taken:
            _, last = tokens.range(head)
            found.append(Candidate(head, "person", "description", last, last))
    found = [c for c in found if not any(f.span.overlaps(c.span) for f in field.furniture)]
    found.sort(key=lambda c: c.span)
    headlines = [s for s in field.sentences if is_title or in_capitals(s.of(tokens.text))]
    for c in found:
        c.headline = any(s.covers(c.span) for s in headlines)
        if c.form == "name" and any(q.start < c.span.start and c.span.end < q.end for q in titles):
            c.kind = "work"
    return found


def _mark(field: _Field) -> None:
    """Note which candidates stand in quotation marks, which are sources, which reply."""
    tokens = field.tokens
    sources = [(item, tokens.span(*r)) for item in field.linked for r in item.source]
    starts = {_speaking(tokens.text, span, field.found) for _, span in sources}
    replies = {
        span.start
        for item, span in sources
        if item.cue and not REPLYING.isdisjoint(tokens.at(*item.cue[0]).lower().split())
    }
    for c in field.found:
        c.quoted = any(q.start <= c.span.start < q.end for q in field.speech)
        c.speaks = c.span.start in starts
        c.answers = c.span.start in replies


def _mend_sources(tokens: Tokens, linked: list[Linked], mentioned: list[Candidate]) -> None:
    """Give a cue the subject right before it; let a lone "the" grow to the mention it begins."""
    ranges = [tokens.range(c.span) for c in mentioned]
    ends = {last: (first, last) for first, last in ranges}
    begins = dict(ranges)
    people = {tokens.range(c.span) for c in mentioned if _is_person(c)}
    for item in linked:
        plural = item.cue and tokens.at(*item.cue[0]).lower().split()[0] in PLURAL_VERBS
        if plural:
            # "Attempts to win back Ada Finch have shown": not she, the verb is plural.
            item.source = [source for source in item.source if source not in people]
        elif item.cue and not item.source:
            subject = ends.get(item.cue[0][0] - 1)
            inside = subject and any(a <= subject[0] <= b for a, b in item.content)
            if subject and not inside:
                item.source = [subject]
        item.source = [_before_cue(tokens, source, item.cue) for source in item.source]
        item.source = [
            (first, max(last, begins.get(first, last)))
            if tokens.at(first, last).lower() in DETERMINERS
            else (first, last)
            for first, last in item.source
        ]


def _before_cue(tokens: Tokens, source: Range, cue: list[Range]) -> Range:
    """A source without the cue it runs into, and without marks that open what follows."""
    first, last = source
    if cue and first < cue[0][0] <= last:
        last = cue[0][0] - 1
    while last > first and tokens.at(last, last) in '“"‘':
        last -= 1
    return first, last


def _is_person(c: Candidate) -> bool:
    return c.form == "name" and c.kind == "person"


def _speaking(text: str, source: Span, found: list[Candidate]) -> int:
    """Where the mention that a source stands for begins; for "who", the name before it."""
    if source.of(text).lower() == "who":
        before = [c for c in found if c.form == "name" and c.span.end < source.start]
        return before[-1].span.start if before else source.start
    return source.start


def _layers(field: _Field, entities: tuple[Entity, ...], outlet: str | None) -> Layers:
    scene = Scene(field.tokens.text, field.found, entities, outlet)
    mentions = tuple(
        Mention(c.span, c.kind, c.form == "name", c.entity) for c in field.found if c.entity >= 0
    )
    attributions = attributions_of(
        field.tokens, field.linked, scene, field.sentences, field.furniture, field.speech
    )
    return Layers(mentions, attributions)
