"""A spaCy pipeline component: `nlp.add_pipe("allegedly")`.

Needs the extra ``spacy``; spaCy finds it by the package's entry point. It sets span groups
(see `present.exports.docbin`) and these attributes of a document:

- ``doc._.reading``: the `Reading`, whose offsets count in ``doc.text``;
- ``doc._.attributions``: a tuple of `Quoted`, whose spans are spaCy's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from .present.exports.docbin import add_layers, tokens_at
from .reader import Reader
from .records import Attribution, Reading, Span

_READING, _ATTRIBUTIONS = "reading", "attributions"


@dataclass(frozen=True, slots=True)
class Quoted:
    """An attribution in spaCy's spans, widened to whole tokens where they cut one.

    ``speaker`` is the name of who is behind the source, None where it could not be told;
    ``record`` has the exact offsets and everything else.
    """

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    speaker: str | None
    record: Attribution


@Language.factory("allegedly", assigns=[f"doc._.{_READING}", f"doc._.{_ATTRIBUTIONS}", "doc.spans"])
def make(nlp: Language, name: str) -> Component:
    """The component under the name ``allegedly``."""
    return Component()


class Component:
    """Reads a document as an article without headline, outlet and date.

    Raises:
        WeightsError: where the packaged model is missing or damaged.
    """

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader or Reader()
        for attribute, default in ((_READING, None), (_ATTRIBUTIONS, ())):
            if not Doc.has_extension(attribute):
                Doc.set_extension(attribute, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its layers; a blank one is left as it is."""
        if not doc.text.strip():
            return doc
        reading = self._reader.read(doc.text)
        add_layers(doc, reading.body)
        doc._.set(_READING, reading)
        rows = reading.body.attributions
        doc._.set(_ATTRIBUTIONS, tuple(_quoted(doc, reading, one) for one in rows))
        return doc


def _quoted(doc: Doc, reading: Reading, one: Attribution) -> Quoted:
    def tokens(spans: tuple[Span, ...]) -> tuple[Any, ...]:
        return tuple(tokens_at(doc, span) for span in spans)

    speaker = None if one.speaker is None else reading.entities[one.speaker].name
    return Quoted(tokens(one.source), tokens(one.cue), tokens(one.content), speaker, one)
