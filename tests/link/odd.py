"""Readings that no reader makes: blank names, spans over marks, sources that are nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import strategies as st

from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Event,
    Hedge,
    Layers,
    Mention,
    MentionKind,
    Reading,
    Span,
    Time,
    When,
)

_BITS = [
    "Ada Finch",
    "Finch",
    "Mr",
    "the mayor",
    "The Courier",
    "her",
    "it",
    "a source",
    "sources",
    "who",
    "one of them",
    "no",
    "not",
    "said",
    "denied",
    "sold",
    "the ferry",
    "married",
    "two",
    "$5 million",
    "12",
    "in May",
    "on Monday",
    "2021",
    "@",
    "'s",
    "’s",
    "“",
    "”",
    '"',
    "(",
    ")",
    "—",
    "…",
    "?",
    ".",
    ",",
    ";",
    ":",
    "\n",
    "\n\n",
    "   ",
    "\xa0",
    "é",
    "ß",
    "İ",
    "😀",
    "-",
    "&",
    "and",
    "of",
    "that",
    "whether",
    "1.",
]
_VALUES = ("2021", "2021-03-04", "XXXX", "P3D", "2021-W09", "FUTURE_REF")
_NAMES = ("", " ", "Ada Finch", "Mr", "’s", "—", "the", "The Courier", "A and B", "and", "😀")
_KINDS: tuple[MentionKind, ...] = (
    "person",
    "organization",
    "place",
    "event",
    "work",
    "group",
    "other",
)
_STATUS = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
_CERTAIN = ("certain", "probable", "possible", "unknown")
_SOURCING = ("named", "unnamed", "outlet", "document", "self", "none")


@st.composite
def odd_readings(draw: st.DrawFn) -> list[Reading]:
    """Up to four articles whose layers hold anything that their types allow."""
    return [_reading(draw, number) for number in range(draw(st.integers(1, 4)))]


def _reading(draw: st.DrawFn, number: int) -> Reading:
    pieces = draw(st.lists(st.sampled_from(_BITS), min_size=1, max_size=25))
    text = draw(st.sampled_from((" ", ""))).join(pieces)
    title = draw(st.sampled_from((None, *_BITS, "Ada Finch denies it", "Is it sold?")))
    names = draw(st.lists(st.sampled_from(_NAMES), max_size=4))
    kinds: st.SearchStrategy[MentionKind] = st.sampled_from(_KINDS)
    day = draw(st.sampled_from((None, date(2021, 3, 4), date(2022, 1, 1))))
    when = When(day.isoformat(), day, day, "meta") if day else None
    return Reading(
        article=Article(
            given_id=f"a{number}",
            title=title,
            text=text,
            url=draw(st.sampled_from((None, "", "https://courier.example/a"))),
            outlet=draw(st.sampled_from((None, "The Courier", " ", "—"))),
            published=when,
        ),
        sentences=_sentences(draw, text),
        entities=tuple(Entity(name, draw(kinds)) for name in names),
        body=_layers(draw, text, len(names)),
        headline=_layers(draw, title, len(names)) if title else None,
        stage="odd",
    )


def _span(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 30))))


def _sentences(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    return tuple(Span(one, other) for one, other in pairwise(cuts))


def _layers(draw: st.DrawFn, text: str, entities: int) -> Layers:
    few = st.integers(0, 3)
    mentions = []
    for _ in range(draw(st.integers(0, 5)) if entities else 0):
        span = _span(draw, text)
        head = _span(draw, text) if draw(st.booleans()) else span
        head = head if span.covers(head) else span
        whose = draw(st.integers(0, entities - 1))
        mentions.append(
            Mention(span, draw(st.sampled_from(_KINDS)), draw(st.booleans()), whose, head)
        )
    times: list[Time] = []
    for _ in range(draw(few)):
        value = draw(st.sampled_from(_VALUES))
        times.append(Time(_span(draw, text), "DATE", value, None, None, None))
    hedges = tuple(
        Hedge(_span(draw, text), draw(st.sampled_from(_CERTAIN)), 0, _span(draw, text))
        for _ in range(draw(few))
    )
    number = draw(st.integers(0, 4))
    attributions = tuple(
        _attribution(draw, text, entities, n, number, len(hedges)) for n in range(number)
    )
    events = tuple(
        Event(
            _span(draw, text),
            0,
            draw(st.sampled_from(_STATUS)),
            draw(st.sampled_from((None, "2021", "2021-03-04", "2021-W09"))),
            draw(st.none() | st.integers(0, len(times) - 1)) if times else None,
            tuple(sorted(draw(st.sets(st.integers(0, entities - 1), max_size=2))))
            if entities
            else (),
            draw(st.sampled_from(("occurrence", "state", "reporting", "intention"))),
        )
        for _ in range(draw(few))
    )
    return Layers(tuple(mentions), attributions, tuple(times), events, hedges)


def _attribution(
    draw: st.DrawFn, text: str, entities: int, n: int, number: int, hedges: int
) -> Attribution:
    def some() -> tuple[Span, ...]:
        return tuple(sorted(_span(draw, text) for _ in range(draw(st.integers(0, 2)))))

    source, cue, content = some(), some(), some()
    who = st.none() | st.integers(0, entities - 1) if entities else st.none()
    told = draw(st.lists(st.integers(0, entities - 1), max_size=2)) if entities else []
    return Attribution(
        source,
        cue if source or cue or content else (_span(draw, text),),
        content,
        draw(st.sampled_from(("direct", "indirect", "mixed"))),
        draw(st.sampled_from(_SOURCING)),
        draw(who),
        tuple(told),
        draw(st.integers(0, n - 1)) if n and draw(st.booleans()) else None,
        0.5,
        draw(st.sampled_from(_CERTAIN)),
        (draw(st.integers(0, hedges - 1)),) if hedges and draw(st.booleans()) else (),
    )
