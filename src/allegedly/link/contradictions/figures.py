"""Figures in their sentences: what each one measures, and of whom or what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Mention, Span
from ..cast.finding import Cast
from ..claims.relations import stem
from . import words
from .places import Sentence, Sentences
from .quantities import Quantity, find_quantities
from .quantity_words import BASIS, SCALES, TENS, UNITS

#: How many words away from a figure what it measures may stand, and what a comma costs.
_NEAR, _COMMA = 10, 4
#: How far, in code points, the person may stand whose age a figure is.
_PERSON = 40
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_STOP = re.compile(r"[,;:.!?]\s|[.,!?;]*[”\"’]?\s*\Z")
_TRAILING = re.compile(
    r"(?:\s+(?:is|are|was|were|be|been|at|of|for|by|to|as|could|would|may|might))+\Z"
)
_HEAVY = ";:—–\n"
_NEGATION = frozenset(("not", "never", "no", "nor"))
_FIGURE = re.compile(
    rf"\d|\b(?:{'|'.join(sorted({*UNITS, *TENS, *SCALES} - {'zero', 'one'}))})\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Figure:
    """A quantity in its sentence.

    ``measure`` is what it is a figure of, ``span`` the stretch that says so, ``about``
    what it says is measured. ``terms`` are the stems of that stretch, ``owners`` ids of
    the cast it is of. ``based`` says whether it states a basis of its own, ``definite``
    whether it is *the* price, sum, …
    """

    sentence: Sentence
    quantity: Quantity
    measure: str
    span: Span
    about: str
    terms: frozenset[str]
    owners: frozenset[str]
    based: bool
    definite: bool

    @property
    def as_of(self) -> tuple[int, int] | None:
        """The first and last day (ordinals) at which it held: its own words', else its article's.

        None where neither is known.
        """
        for time in self.sentence.times:
            inside = self.span.start <= time.span.start < self.span.end
            after = self.sentence.layer.text[time.span.end - 2 : time.span.end + 2]
            # "Tuesday's explosion": the day of what happened, not that of the count.
            owned = "'s" in after or "’s" in after
            if inside and not owned and time.type == "DATE" and time.earliest and time.latest:
                return time.earliest.toordinal(), time.latest.toordinal()
        return self.sentence.day


def find_figures(sentences: Sentences) -> tuple[Figure, ...]:
    """The figures of a story whose measure is known, by article and place.

    Figures in corrections are none: they are quoted as what was wrong.
    """
    return tuple(
        one
        for sentence in sentences
        if not sentence.corrected and _countable(sentence)
        for one in _figures(sentence, sentences.cast)
    )


def _countable(sentence: Sentence) -> bool:
    return _FIGURE.search(sentence.text) is not None


def _figures(sentence: Sentence, cast: Cast) -> Iterator[Figure]:
    dates = [one.span for one in sentence.times if one.type in ("DATE", "TIME")]
    text, span = sentence.layer.text, sentence.span
    for quantity in find_quantities(text, dates, span.start, span.end):
        if _denied(text, span, quantity):
            continue
        whole = _clause(text, span, quantity)
        near = list(_around(text, whole, quantity))
        owners = sentence.owners
        person = _person(sentence, quantity, cast) if quantity.unit == "age" else None
        if quantity.unit == "age":
            measured: tuple[str, Span | None] | None = ("age", None) if person else None
            owners = frozenset((person,)) if person else owners
        else:
            measured = _measure(text, whole, quantity, near)
        if measured is None:
            continue
        measure, beside = measured
        shown = _shown(text, whole, quantity, beside)
        yield Figure(
            sentence=sentence,
            quantity=quantity,
            measure=measure,
            span=shown,
            about=f"{cast.get(person).name}’s age" if person else _about(text, shown, quantity),
            terms=_terms(shown.of(text)),
            owners=owners,
            based=_says(whole.of(text), BASIS),
            definite=beside is not None and text[: beside.start].lower().endswith("the "),
        )


def _denied(text: str, span: Span, quantity: Quantity) -> bool:
    """Whether the figure itself is denied: "not £40 million"."""
    before = text[span.start : quantity.span.start].lower().split()[-2:]
    return not _NEGATION.isdisjoint(word.strip("“\"'") for word in before)


def _clause(text: str, span: Span, quantity: Quantity) -> Span:
    """The stretch between the heavier marks around a quantity."""
    start = max(text.rfind(mark, span.start, quantity.span.start) for mark in _HEAVY)
    ends = [text.find(mark, quantity.span.end, span.end) for mark in _HEAVY]
    return Span(max(span.start, start + 1), min([span.end, *(e for e in ends if e >= 0)]))


def _around(text: str, whole: Span, quantity: Quantity) -> Iterator[tuple[str, Span, int]]:
    """The words near a quantity with their distance; a comma makes it longer."""
    before = list(_TOKEN.finditer(text, whole.start, quantity.span.start))
    for tokens in (reversed(before), _TOKEN.finditer(text, quantity.span.end, whole.end)):
        distance = 0
        for match in tokens:
            form = match.group().lower().replace("’", "'")
            distance += _COMMA if form == "," else 1
            if distance > _NEAR or form in ".?!":
                break
            if form[0].isalnum():
                yield form, Span(match.start(), match.end()), distance


def _measure(
    text: str, whole: Span, quantity: Quantity, near: list[tuple[str, Span, int]]
) -> tuple[str, Span | None] | None:
    """What a quantity measures, and the word that says so."""
    if quantity.money:
        return _money(text, whole, quantity, near)
    if quantity.unit in ("votes", "percent"):
        return quantity.unit, None
    noun = quantity.noun or ""
    # The nearest word tells: "a worker … killed nine people" is no count of staff.
    found: list[tuple[int, int, str, Span | None]] = []
    for rank, (measure, (nouns, beside)) in enumerate(words.COUNTED.items()):
        if noun in nouns:
            said = min(
                (
                    (away, at)
                    for form, at, away in near
                    if form in beside and at != quantity.counted
                ),
                key=lambda one: one[0],
                default=None,
            )
            if said is not None:
                found.append((said[0], rank, measure, said[1]))
            elif noun in beside:
                found.append((_NEAR + 1, rank, measure, None))
    if found:
        _, _, measure, at = min(found, key=lambda one: one[:2])
        return measure, at
    return None if noun in words.BROAD else (f"={noun}", None)


def _money(
    text: str, whole: Span, quantity: Quantity, near: list[tuple[str, Span, int]]
) -> tuple[str, Span | None] | None:
    found = [
        (distance, measure, at)
        for form, at, distance in near
        for measure, forms in words.MONEY.items()
        if form in forms
    ]
    best = min(found, key=lambda one: one[0], default=None)
    if text[whole.start : quantity.span.start].lower().split()[-1:] == ["for"]:
        traded = next((at for form, at, _ in near if form in words.TRADING), None)
        if traded and (best is None or best[0] > 2):
            return "price", traded
    return (best[1], best[2]) if best else None


def _shown(text: str, whole: Span, quantity: Quantity, beside: Span | None) -> Span:
    """From the comma before the measure to the one behind the figure, or the clause."""
    counted = quantity.counted.end if quantity.counted else 0
    last = max(quantity.span.end, beside.end if beside else 0, counted)
    stop = _STOP.search(text, last, whole.end)
    end = stop.start() if stop else whole.end
    if text[quantity.span.end : quantity.span.end + 1] in ("”", '"') and end == quantity.span.end:
        end += 1
    start = whole.start
    while start < end and text[start].isspace():
        start += 1
    return Span(start, max(end, last))


def _about(text: str, shown: Span, quantity: Quantity) -> str:
    """What is measured, in the words before the figure, else in those behind it."""
    before = " ".join(text[shown.start : quantity.span.start].split()).strip('“"‘ ')
    before = _TRAILING.sub("", before)
    counted = quantity.counted
    noun = counted.of(text) if counted and counted.start > quantity.span.start else ""
    if before:
        return f"{before} … {noun}" if noun else before
    return noun or " ".join(text[quantity.span.end : shown.end].split()).strip(' ,.”"')


def _terms(text: str) -> frozenset[str]:
    """Stems of the telling words of a stretch; names, which share no meaning, are left out."""
    forms = (m.group().replace("’", "'") for m in _TOKEN.finditer(text))
    return frozenset(stem(form) for form in forms if form[0].islower() and form not in words.EMPTY)


def _says(text: str, phrases: frozenset[str]) -> bool:
    padded = f" {' '.join(m.group().lower() for m in _TOKEN.finditer(text))} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _person(sentence: Sentence, quantity: Quantity, cast: Cast) -> str | None:
    """Whose age it is: who is described by it, else the nearest named before it."""
    before: Mention | None = None
    for mention in sentence.mentions:
        if mention.span.start > quantity.span.end:
            break
        if mention.kind != "person":
            continue
        if mention.span.start <= quantity.span.start and quantity.span.end <= mention.span.end:
            return cast.of(sentence.article, mention.entity)
        if mention.head.end <= quantity.span.start:
            before = mention
    if before is None or quantity.span.start - before.head.end > _PERSON:
        return None
    return cast.of(sentence.article, before.entity)
