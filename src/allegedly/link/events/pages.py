"""One title or text as events are looked for in it: words, clauses, and what dates them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from ...reader.clauses import Clauses, clauses_of
from ...reader.modes import speech_quotes
from ...reader.quotes import find_quotes
from ...reader.times import times_of
from ...records import Span, Time, When
from ..material import Layer, Material
from .words import DATING, OPENERS, POINTING, SINCE

#: A clause with more words is cut to what its own verb says.
LONG = 40
#: Of a sentence with more dates the first of these are looked at.
_MOST = 20
#: Words before a relative clause that are quoted with it where no mention ends before it.
_ANTECEDENT = 6
#: Characters between what a relative clause is about and the clause: a comma, marks, a space.
_GAP = 4
#: The end of an expression that the next one completes.
_TIED = (" before", " after")
#: A day without a year is no further ahead than this.
_HALF_A_YEAR = timedelta(days=183)
_OPENING = OPENERS | frozenset(".,;:!?—–-)”»’")
_CLOSING = frozenset(",;:—–-(")


@dataclass(frozen=True)
class Page:
    """A field with its words in clauses and its times as of when it was written.

    ``article`` is the article's id.
    """

    layer: Layer
    article: str
    sentences: tuple[Span, ...]
    written: When | None
    times: tuple[Time, ...]

    @cached_property
    def words(self) -> Clauses:
        """The words and their clauses."""
        text = self.layer.text
        return clauses_of(text, self.sentences, speech_quotes(text, find_quotes(text)))

    @cached_property
    def _stamps(self) -> dict[int, Time]:
        """The clock time that heads each sentence in a report by the minute."""
        when = self.written
        if when is None or when.earliest is None or when.earliest != when.latest:
            return {}
        found: dict[int, Time] = {}
        current: Time | None = None
        for number, sentence in enumerate(self.sentences):
            inside = self.times_in(sentence)
            if len(inside) == 1 and inside[0].type == "TIME" and self._is_all(inside[0], sentence):
                at = inside[0].span
                current = Time(at, "DATE", when.value, None, when.earliest, when.latest)
            elif current is not None:
                found[number] = current
        return found

    def _is_all(self, time: Time, sentence: Span) -> bool:
        left = sentence.of(self.layer.text)[: time.span.start - sentence.start]
        right = self.layer.text[time.span.end : sentence.end]
        return not (left + right).strip(" .:-–—")

    def stamp(self, sentence: int) -> Time | None:
        """The time that stands over a sentence in a report by the minute."""
        return self._stamps.get(sentence)

    @cached_property
    def _starts(self) -> list[int]:
        return [time.span.start for time in self._in_order]

    @cached_property
    def _in_order(self) -> list[Time]:
        return sorted(self.times, key=lambda one: one.span)

    def times_in(self, span: Span) -> list[Time]:
        """The time expressions that begin inside a span."""
        first = bisect_left(self._starts, span.start)
        return self._in_order[first : bisect_left(self._starts, span.end, first)][:_MOST]

    def head(self, span: Span) -> int:
        """The word at a span, or the nearest one after it."""
        return min(self.words.at(span.start), len(self.words.low) - 1)

    def holds(self, span: Span) -> bool:
        """Whether a word of the sentences stands in a span."""
        k = self.words.at(span.start)
        return k < len(self.words.low) and self.words.starts[k] < span.end

    def same_clause(self, one: int, other: int) -> bool:
        """Whether two words stand in one clause, or one in a clause inside the other's."""
        first, second = self.words.clause[one], self.words.clause[other]
        return first == second or self._under(first, second) or self._under(second, first)

    def _under(self, inner: int, outer: int) -> bool:
        while inner >= 0:
            if inner == outer:
                return True
            inner = self.words.clauses[inner].parent
        return False

    def dating(self, time: Time) -> bool:
        """Whether the word before a time expression, or its first, makes it a date of something."""
        k = self.head(time.span)
        return self.words.word(k) in DATING or self.words.word(k - 1) in DATING

    def begins_state(self, time: Time) -> bool:
        """Whether "since" stands before it."""
        k = self.head(time.span)
        return self.words.word(k - 1) in SINCE

    def clause(self, head: int) -> Span:
        """The stretch that tells of the event at word ``head``: its sentence where that is
        short, else its clause with what belongs to it."""
        words = self.words
        whole = self._stretch(head, lambda _: True)
        if len(whole) <= LONG:
            return self._span(whole)
        home = words.clause[head]
        mine = self._inside(head, home)
        if len(mine) > LONG:
            mine = self._stretch(head, lambda k: words.clause[k] == home)
        while words.clauses[home].parent >= 0:
            home = words.clauses[home].parent
            wider = self._inside(head, home)
            if len(wider) > LONG:
                break
            mine = wider
        if words.clauses[words.clause[mine.start]].kind == "relative":
            # A relative clause by itself says nothing: what it is about stands before it.
            mine = range(max(whole.start, self._antecedent(mine.start)), mine.stop)
        return self._span(mine)

    def _antecedent(self, k: int) -> int:
        """The first word of what a relative clause that begins at word ``k`` is about."""
        start = self.words.starts[k]
        starts = [
            one.span.start
            for one in self.layer.layers.mentions
            if start - _GAP <= one.span.end <= start and one.span.start < start
        ]
        return self.words.at(min(starts)) if starts else k - _ANTECEDENT

    def _inside(self, head: int, clause: int) -> range:
        """The words around ``head`` that stand in a clause or in clauses inside it."""
        return self._stretch(head, lambda k: self._under(self.words.clause[k], clause))

    def _stretch(self, head: int, keep: Callable[[int], bool]) -> range:
        """The words around ``head`` in its sentence for which ``keep`` holds without a gap;
        no more than ``LONG`` on either side."""
        home = self.words.sentence[head]

        def fits(k: int) -> bool:
            return self.words.sentence[k] == home and keep(k)

        first = last = head
        while first > max(0, head - LONG) and fits(first - 1):
            first -= 1
        end = min(len(self.words.low), head + LONG + 1)
        while last + 1 < end and fits(last + 1):
            last += 1
        return range(first, last + 1)

    def _span(self, stretch: range) -> Span:
        """The characters of a stretch, without what opens and closes a part of a sentence."""
        words = self.words
        first, last = stretch.start, stretch.stop - 1
        if first > 0 and words.sentence[first - 1] == words.sentence[first]:
            while first < last and words.low[first] in _OPENING:
                first += 1
        while last > first and words.low[last] in _CLOSING:
            last -= 1
        # "£5": a mark that touches a word from the left belongs to it.
        while first and words.ends[first - 1] == words.starts[first]:
            first -= 1
        return Span(words.starts[first], words.ends[last])


def same_text(material: Material) -> dict[str, str]:
    """Each article with what stands for its text: copies, and versions of a page, share one."""
    found = {one.article.id: material.original(one.article.id) for one in material.readings}
    for version in material.copies.versions:
        if version.earlier in found and version.later in found:
            found[version.later] = found[version.earlier]
    return found


def pages(material: Material) -> Iterator[Page]:
    """All titles and texts of a material that were read."""
    for layer in material.layers():
        reading = layer.reading
        if reading.unread is not None or not layer.text:
            continue
        article = layer.article
        body = layer.field == "text"
        sentences = _apart(reading.sentences) if body else (Span(0, len(layer.text)),)
        written = material.published(article)
        times = layer.layers.times
        if reading.article.published is None and written is not None:
            found = [(one.span, one.type) for one in times]
            read = times_of(layer.text, found, sentences, _closed(written), exact=True)
            times = tuple(
                old if _points(old.span.of(layer.text)) else new
                for old, new in zip(times, read, strict=True)
            )
        yield Page(
            layer, article, sentences, written, _joined(layer.text, times, sentences, written)
        )


def _joined(
    text: str, times: tuple[Time, ...], sentences: tuple[Span, ...], written: When | None
) -> tuple[Time, ...]:
    """The times, with the value of the whole where "the week before" and "Christmas" are two."""
    found = list(times)
    for n, (one, other) in enumerate(pairwise(times)):
        tied = (
            one.span.of(text).lower().endswith(_TIED)
            and not text[one.span.end : other.span.start].strip()
        )
        if tied and other.earliest and written and written.earliest:
            span = Span(one.span.start, other.span.end)
            whole = _as_of(text, span, sentences, written.earliest)
            if whole.earliest and whole.earliest - written.earliest > _HALF_A_YEAR:
                whole = _as_of(text, span, sentences, written.earliest - _HALF_A_YEAR)
            found[n], found[n + 1] = replace(whole, span=one.span), replace(whole, span=other.span)
    return tuple(found)


def _as_of(text: str, span: Span, sentences: tuple[Span, ...], day: date) -> Time:
    written = When(day.isoformat(), day, day, "text")
    return times_of(text, [(span, "DATE")], sentences, written, exact=True)[0]


def _apart(sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences in order, without those that overlap an earlier one."""
    found: list[Span] = []
    for one in sorted(sentences):
        if not found or found[-1].end <= one.start:
            found.append(one)
    return tuple(found)


def _points(words: str) -> bool:
    """Whether an expression only points back: "the year", "that morning"."""
    parts = words.lower().split()
    return len(parts) == 2 and parts[0] in POINTING - {"this"}


def _closed(written: When) -> When | None:
    """A date with both bounds; one that is open tells no year."""
    return written if written.earliest and written.latest else None
