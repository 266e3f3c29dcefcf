"""Coverage of a rumor about an invented mill, its claims made by hand, and a judge that only
counts words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import numpy as np

from allegedly.link.cast.finding import find_cast
from allegedly.link.judging import Floats, Judgement
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains, find_chains
from allegedly.link.words import words
from allegedly.reader.sentences import split_sentences
from allegedly.records import (
    Appearance,
    Certainty,
    Chain,
    Claim,
    Copies,
    Field,
    Layers,
    Reading,
    Sourcing,
    Span,
    StanceValue,
    Voice,
)

from .making import article

SOLD = "The Tarn mill will be sold"
#: Words by which the judge of these tests tells a denial, and doubt.
NO, OPEN = ("denied", "not", "untrue"), ("could", "rumor", "may", "asks")


def reading(text: str, *, title: str | None = None, day: str | None = None, **more: str) -> Reading:
    """An article with its sentences and nothing else read in it."""
    found = article(text, title=title, day=day, **more)
    return Reading(
        article=found,
        sentences=split_sentences(found.text),
        entities=(),
        body=Layers(),
        headline=Layers() if found.title else None,
        stage="test",
    )


def material(*readings: Reading, copies: Copies | None = None) -> Material:
    """A story of these readings."""
    return Material(readings[0].article.id if readings else "s", readings, copies)


def chains(story: Material) -> Chains:
    """The chains of a story."""
    return find_chains(story, find_cast(story))


def seen(
    story: Material,
    place: Reading,
    words_there: str,
    *,
    field: Field = "text",
    voice: Voice = "asserted",
    stance: StanceValue = "for",
    certainty: Certainty = "certain",
    sourcing: Sourcing = "self",
    root: str | None = None,
    via: tuple[str, ...] = (),
) -> Appearance:
    """An appearance where these words stand."""
    text = place.article.text if field == "text" else place.article.title or ""
    start = text.index(words_there)
    teller = story.teller(place.article.id)
    return Appearance(
        anchor=story.anchor(place.article.id, field, Span(start, start + len(words_there))),
        voice=voice,
        stance=stance,
        certainty=certainty,
        chain=Chain(teller, via, None, None, sourcing, root or f"{teller}-{place.article.id}"),
        attribution=None,
        published=place.article.published,
        confidence=0.9,
    )


def claim(story: Material, appearances: Sequence[Appearance], statement: str = SOLD) -> Claim:
    """A claim with these appearances."""
    return Claim(
        id=f"k{zlib.crc32(statement.encode()):x}",
        story=story.story,
        statement=f"{statement}.",
        anchor=appearances[0].anchor,
        appearances=tuple(appearances),
        about=(),
        origins=len({one.chain.root for one in appearances}),
    )


class WordJudge:
    """Compares sentences by the words they share, and counts what it was asked."""

    stage = "words"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def embed(self, texts: Sequence[str]) -> Floats:
        """Counts of words, as unit vectors."""
        found = np.zeros((len(texts), 512), np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                found[row, zlib.crc32(word.form.encode()) % 512] += 1
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Floats = found / np.maximum(lengths, 1e-9)
        return unit

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Entailed where all words of the second are in the first; never a contradiction."""
        found = np.zeros((len(pairs), 3), np.float32)
        for row, (first, second) in enumerate(pairs):
            whole = _forms([second]) <= _forms([first])
            found[row] = (0.9, 0.0, 0.1) if whole else (0.1, 0.0, 0.9)
        return found

    def stance(
        self, statement: str, title: str | None, text: str, sentences: Sequence[Span] | None = None
    ) -> Judgement:
        """By the sentence that shares most words with the statement."""
        self.asked.append((statement, text))
        spans = split_sentences(text) if sentences is None else tuple(sentences)
        wanted = _forms([statement])
        best = max(spans, key=lambda s: len(wanted & _forms([s.of(text)])), default=None)
        return Judgement(
            scores=_scores(best.of(text) if best else ""),
            headline=_scores(title) if title else None,
            evidence=(("text", best),) if best else (),
        )


def _forms(texts: Iterable[str]) -> set[str]:
    return {word.form for text in texts for word in words(text)}


def _scores(text: str) -> dict[StanceValue, float]:
    forms = _forms([text])
    values: tuple[StanceValue, ...] = ("for", "against", "observing", "unrelated")
    best: StanceValue = "for"
    if forms.intersection(OPEN):
        best = "observing"
    elif forms.intersection(NO):
        best = "against"
    elif "mill" not in forms:
        best = "unrelated"
    return {value: 0.91 if value == best else 0.03 for value in values}
