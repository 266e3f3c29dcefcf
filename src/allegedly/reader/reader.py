"""The reader: one article in, everything found in it out."""

from __future__ import annotations

from ..collect import article_from_text
from ..records import Article, Furniture, Layers, Reading, Span
from .cast import Cast
from .confidence import assess, load_calibration
from .encoder import Encoder
from .field import Field, field_of
from .layers import layers_of
from .parts import joined, parts_of, within
from .tokens import tokens_of

#: Version of the rules around the network; part of every reading's stage.
RULES = "3"


class Reader:
    """Reads articles with the packaged model. Loads it once; safe to share between threads.

    Raises:
        WeightsError: where the packaged model is missing or damaged.
    """

    def __init__(self) -> None:
        self.encoder = Encoder()
        self._calibration = load_calibration()
        self.stage = f"{self.encoder.tables.stage}.{RULES}"

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
        cast, headline = Cast(), None
        head = self._field(article.title, (), True) if article.title else None
        parts = parts_of(article.text)
        found: list[Layers] = []
        sentences: list[tuple[Span, ...]] = []
        for part in parts:
            body = self._field(part.of(article.text), within(part, article.furniture), False)
            self._settle(cast, body, head if not found else None)
            if head is not None and not found:
                headline = layers_of(head, cast, article, self.encoder.tables)
            found.append(layers_of(body, cast, article, self.encoder.tables))
            sentences.append(body.sentences)
        whole, ends = joined(parts, found, sentences)
        return Reading(article, ends, cast.entities(), whole, headline, self.stage)

    def _settle(self, cast: Cast, body: Field, head: Field | None) -> None:
        """Find out who is who in a part of the text (and the title), knowing the parts before."""
        fields = [field for field in (head, body) if field is not None]
        cast.name_people([(field.tokens, field.found) for field in fields])
        for field in fields:
            field.mark()
        cast.settle_genders(body.tokens.text, body.found, body.sentences)
        for field in fields:
            cast.resolve(field.tokens, field.found, self.encoder.tables, field.sentences)

    def _field(self, text: str, furniture: tuple[Furniture, ...], is_title: bool) -> Field:
        tables = self.encoder.tables
        tokens = tokens_of(text, self.encoder.encode(text), tables)
        field = field_of(tokens, tables, furniture, is_title)
        assess(tokens, field.scorer, field.linked, self._calibration)
        return field
