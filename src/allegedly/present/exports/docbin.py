"""The articles as spaCy documents in a DocBin, their layers as span groups."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from allegedly.errors import ExtraError
from allegedly.ledger.flat import Coverage
from allegedly.records import Layers, Reading, Span

from ..safe import writable

_EXTRA = "spaCy is not installed: pip install 'allegedly[spacy]'"


def doc_bin(coverage: Coverage) -> bytes:
    """A DocBin of all texts (``spacy.tokens.DocBin().from_bytes``).

    Span groups ``source``, ``cue``, ``content``, ``time``, ``event`` and ``mention`` hold
    the spans, widened to whole tokens where they cut one; a span's ``id_`` counts its row,
    its label says what it is. ``doc.user_data`` has the article's id, outlet and date.

    Raises:
        ExtraError: spaCy is not installed.
    """
    try:
        spacy: Any = import_module("spacy")
        tokens: Any = import_module("spacy.tokens")
    except ImportError as error:
        raise ExtraError(_EXTRA) from error
    nlp = spacy.blank("en")
    found = tokens.DocBin(store_user_data=True)
    for reading in coverage.readings:
        doc = nlp.make_doc(writable(reading.article.text))
        add_layers(doc, reading.body)
        doc.user_data.update(_facts(reading))
        found.add(doc)
    return bytes(found.to_bytes())


def add_layers(doc: Any, layers: Layers) -> None:
    """Put the layers of a text into the span groups of its spaCy document."""
    groups: dict[str, list[Any]] = {
        name: [] for name in ("source", "cue", "content", "time", "event", "mention")
    }
    for number, one in enumerate(layers.attributions):
        roles = (("source", one.source), ("cue", one.cue), ("content", one.content))
        for role, spans in roles:
            groups[role] += [tokens_at(doc, span, one.sourcing, number) for span in spans]
    for number, time in enumerate(layers.times):
        groups["time"].append(tokens_at(doc, time.span, time.value, number))
    for number, event in enumerate(layers.events):
        groups["event"].append(tokens_at(doc, event.span, event.status, number))
    for number, mention in enumerate(layers.mentions):
        groups["mention"].append(tokens_at(doc, mention.head, mention.kind, number))
    for name, found in groups.items():
        doc.spans[name] = found


def tokens_at(doc: Any, span: Span, label: str = "", number: int = 0) -> Any:
    """The tokens that the span touches; a span without any is an error, never a silent None."""
    found = doc.char_span(
        span.start, span.end, label=label, span_id=str(number), alignment_mode="expand"
    )
    if found is None:
        raise ValueError(f"no token at {span.start}-{span.end} of the text")
    return found


def _facts(reading: Reading) -> dict[str, str | None]:
    article = reading.article
    when = article.published
    return {
        "article": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": when.value if when else None,
    }
