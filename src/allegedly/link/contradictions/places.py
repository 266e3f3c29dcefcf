"""The sentences of a story with what is needed to set one beside another.

Copies are left out: what they say is said by their origin.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ...records import Anchor, Attribution, Event, Field, Mention, Span, Time, When
from ..cast.finding import Cast
from ..material import Layer, Material
from . import words

Days = tuple[int, int]
Placed = TypeVar("Placed", Time, Event, Mention)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Sentences that begin so speak of what the sentence before spoke of.
_CARRYING = re.compile(
    r"\W*(?:it|its|they|their|he|his|she|her|the (?:company|firm|line|group|pair|couple|two|club|"
    r"team|council|band))\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words.CORRECTION)))})(?!\w)", re.IGNORECASE
)
#: A sentence of more code points is a list or a dump; nothing is read from it.
LONGEST = 2000
#: How many sentences a correction runs on for.
_BLOCK = 5
#: How many of its cast an article is about.
_TOPIC = 12


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text, or a whole title, of one article of the story.

    ``members`` are ids of the cast mentioned in it, its sources left out; ``carried``
    those it speaks of by a pronoun it begins with. ``corrected`` says whether it stands
    in a correction. ``day`` is the first and last day (ordinals) of the article.
    """

    article: str
    field: Field
    number: int
    span: Span
    text: str
    members: frozenset[str]
    carried: frozenset[str]
    topic: frozenset[str]
    day: Days | None
    corrected: bool
    layer: Layer = dataclasses.field(repr=False)
    #: The attributions whose content overlaps it, with their numbers.
    told: tuple[tuple[int, Attribution], ...] = dataclasses.field(repr=False)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(m.group().lower().replace("’", "'") for m in _WORD.finditer(self.text))

    @property
    def owners(self) -> frozenset[str]:
        """The members it is about."""
        return self.members | self.carried

    def says(self, phrases: frozenset[str]) -> bool:
        """Whether one of the phrases stands in it."""
        padded = f" {' '.join(self.forms)} "
        return any(f" {phrase} " in padded for phrase in phrases)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The time expressions in it."""
        return _within(self.layer.layers.times, self.span)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events in it."""
        return _within(self.layer.layers.events, self.span)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that begin in it."""
        return _within(self.layer.layers.mentions, self.span)


class Sentences:
    """All sentences of a story's originals, by article and by date."""

    def __init__(self, material: Material, cast: Cast) -> None:
        self.material = material
        self.cast = cast
        self._by_article: dict[str, tuple[Sentence, ...]] = {}
        named = (cast.by_name(material.teller(one.article.id)) for one in material.readings)
        #: Who tells the story is not who it is about.
        self._tellers = frozenset(one.id for one in named if one is not None)
        for reading in material.originals:
            name = reading.article.id
            self._by_article[name] = tuple(self._of(name))

    def __iter__(self) -> Iterator[Sentence]:
        for found in self._by_article.values():
            yield from found

    def of(self, article: str) -> tuple[Sentence, ...]:
        """The sentences of an article, its title first; none of a copy."""
        return self._by_article.get(article, ())

    def anchor(self, sentence: Sentence, span: Span | None = None) -> Anchor:
        """The anchor of the sentence or of a span in it."""
        return self.material.anchor(sentence.article, sentence.field, span or sentence.span)

    def _of(self, article: str) -> Iterator[Sentence]:
        reading = self.material.reading(article)
        day = days(self.material.published(article))
        layers = list(self.material.layers_of(reading))
        topic = self._topic(article, layers)
        for layer in layers:
            spans: Sequence[Span] = (
                reading.sentences if layer.field == "text" else (Span(0, len(layer.text)),)
            )
            yield from self._sentences(article, layer, spans, topic, day)

    def _topic(self, article: str, layers: Sequence[Layer]) -> frozenset[str]:
        """The members of the cast that an article mentions most."""
        counts = Counter(
            found
            for layer in layers
            for mention in layer.layers.mentions
            if (found := self.cast.of(article, mention.entity)) is not None
        )
        return frozenset(name for name, _ in counts.most_common(_TOPIC))

    def _sentences(
        self,
        article: str,
        layer: Layer,
        spans: Sequence[Span],
        topic: frozenset[str],
        day: Days | None,
    ) -> Iterator[Sentence]:
        mentions = sorted(
            (mention.span.start, found)
            for mention in layer.layers.mentions
            if (found := self.cast.of(article, mention.entity)) is not None
        )
        sources = sorted(s for one in layer.layers.attributions for s in one.source)
        told = _told(layer.layers.attributions, spans)
        place, source, block, subject = 0, 0, 0, frozenset[str]()
        for number, span in enumerate(spans):
            members: list[str] = []
            while place < len(mentions) and mentions[place][0] < span.end:
                at, name = mentions[place]
                place += 1
                while source < len(sources) and sources[source].end <= at:
                    source += 1
                named = source < len(sources) and sources[source].start <= at
                if at >= span.start and not named and name not in self._tellers:
                    members.append(name)
            text = span.of(layer.text)
            block = _BLOCK if _corrects(text) else max(0, block - 1)
            if number and "\n" in layer.text[spans[number - 1].end : span.start]:
                block = _BLOCK if _corrects(text) else 0
            carried = subject if _CARRYING.match(text) else frozenset[str]()
            if span.end - span.start > LONGEST:
                continue
            yield Sentence(
                article, layer.field, number, span, text, frozenset(members), carried,
                topic, day, block > 0, layer, told.get(number, ()),
            )  # fmt: skip
            if members:
                subject = frozenset(members[:1])


def _told(
    attributions: Sequence[Attribution], spans: Sequence[Span]
) -> dict[int, tuple[tuple[int, Attribution], ...]]:
    """The attributions of each sentence, by its number."""
    ends = [span.end for span in spans]
    found: dict[int, dict[int, Attribution]] = defaultdict(dict)
    for number, one in enumerate(attributions):
        for piece in one.content:
            first = bisect_right(ends, piece.start)
            while first < len(spans) and spans[first].start < piece.end:
                found[first][number] = one
                first += 1
    return {place: tuple(sorted(rows.items())) for place, rows in found.items()}


def _within(items: Sequence[Placed], span: Span) -> tuple[Placed, ...]:
    """Those of ``items`` (in order) that begin in a span."""
    first = bisect_left(items, span.start, key=lambda one: one.span.start)
    last = bisect_left(items, span.end, key=lambda one: one.span.start)
    return tuple(items[first:last])


def _corrects(text: str) -> bool:
    return _CORRECTS.search(text.replace("’", "'")) is not None


def days(when: When | None) -> Days | None:
    """The first and last day (ordinals) of a date; None where both are open."""
    bounds = [day.toordinal() for day in (when.earliest, when.latest) if day] if when else []
    return (bounds[0], bounds[-1]) if bounds else None


def apart(one: Days | None, other: Days | None) -> int:
    """The least number of days between two dates; 0 where one is unknown."""
    if one is None or other is None:
        return 0
    return max(0, one[0] - other[1], other[0] - one[1])


def order(sentence: Sentence) -> tuple[int, int, int]:
    """By the latest day of the article, undated last; the text before the title."""
    last = sentence.day[1] if sentence.day else 10**7
    return last, sentence.field == "title", sentence.span.start
