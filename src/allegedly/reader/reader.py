"""The reader: one article in, everything found in it out."""

from __future__ import annotations

from ..collect import article_from_text
from ..records import Article, Layers, Mention, Reading, Span
from .attributions import attributions_of
from .cast import Cast
from .encoder import Encoder
from .linking import link
from .mentions import Candidate, find_candidates
from .modes import speech_quotes
from .quotes import find_quotes
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
        body = self._candidates(article.text)
        head = self._candidates(article.title) if article.title else None
        cast = Cast()
        fields = [field for field in (head, body) if field is not None]
        cast.name_people(fields)
        sentences = split_sentences(article.text)
        cast.settle_genders(article.text, body[1], sentences)
        for tokens, found in fields:
            cast.resolve(tokens, found, self._encoder.tables, split_sentences(tokens.text))
        headline = None
        if head is not None:
            headline = self._layers(article, head, cast, split_sentences(head[0].text), False)
        layers = self._layers(article, body, cast, sentences, True)
        return Reading(article, sentences, cast.entities(), layers, headline, self.stage)

    def _candidates(self, text: str) -> tuple[Tokens, list[Candidate]]:
        tokens = tokens_of(text, self._encoder.encode(text))
        return tokens, find_candidates(tokens, self._encoder.tables.names)

    def _layers(
        self,
        article: Article,
        field: tuple[Tokens, list[Candidate]],
        cast: Cast,
        sentences: tuple[Span, ...],
        furnished: bool,
    ) -> Layers:
        tokens, found = field
        furniture = article.furniture if furnished else ()
        scene = Scene(tokens.text, found, cast.entities(), article.outlet)
        speech = speech_quotes(tokens.text, find_quotes(tokens.text))
        linked = complete(
            tokens, self._encoder.tables, link(tokens, self._encoder.tables), speech
        )
        mentions = tuple(
            Mention(c.span, c.kind, c.form == "name", c.entity) for c in found if c.entity >= 0
        )
        return Layers(mentions, attributions_of(tokens, linked, scene, sentences, furniture, speech))
