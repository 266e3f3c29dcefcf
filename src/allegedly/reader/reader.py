"""The reader: one article in, everything found in it out."""

from __future__ import annotations

from dataclasses import dataclass

from ..collect import article_from_text
from ..records import Article, Entity, Furniture, Layers, Mention, Reading, Span
from .attributions import attributions_of
from .cast import Cast
from .encoder import Encoder
from .linking import Linked, link
from .mentions import Candidate, find_candidates
from .modes import speech_quotes
from .quotes import Quote, find_quotes
from .sentences import split_sentences
from .sourcing import Scene
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
        head = self._field(article.title, ()) if article.title else None
        body = self._field(article.text, article.furniture)
        cast = Cast()
        fields = [field for field in (head, body) if field is not None]
        cast.name_people([(field.tokens, field.found) for field in fields])
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

    def _field(self, text: str, furniture: tuple[Furniture, ...]) -> _Field:
        tables = self._encoder.tables
        tokens = tokens_of(text, self._encoder.encode(text))
        speech = speech_quotes(text, find_quotes(text))
        linked = complete(tokens, tables, link(tokens, tables), speech)
        found = find_candidates(tokens, tables.names)
        _mark(found, tokens, linked, speech)
        return _Field(tokens, found, linked, speech, split_sentences(text), furniture)


@dataclass(frozen=True, slots=True)
class _Field:
    """One text (title or body) on its way to layers."""

    tokens: Tokens
    found: list[Candidate]
    linked: list[Linked]
    speech: list[Quote]
    sentences: tuple[Span, ...]
    furniture: tuple[Furniture, ...]


def _mark(
    found: list[Candidate], tokens: Tokens, linked: list[Linked], speech: list[Quote]
) -> None:
    """Note which candidates stand in quotation marks and which are sources."""
    sources = {tokens.spans[first, 0] for item in linked for first, _ in item.source}
    for c in found:
        c.quoted = any(q.start <= c.span.start < q.end for q in speech)
        c.speaks = c.span.start in sources


def _layers(field: _Field, entities: tuple[Entity, ...], outlet: str | None) -> Layers:
    scene = Scene(field.tokens.text, field.found, entities, outlet)
    mentions = tuple(
        Mention(c.span, c.kind, c.form == "name", c.entity) for c in field.found if c.entity >= 0
    )
    attributions = attributions_of(
        field.tokens, field.linked, scene, field.sentences, field.furniture, field.speech
    )
    return Layers(mentions, attributions)
