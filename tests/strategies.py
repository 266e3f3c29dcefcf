"""Hypothesis strategies for the records, for every room's tests.

Texts carry what breaks offsets and storage: astral and combining characters,
right-to-left script, NUL, lone surrogates, line ends of every kind.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, cast, get_args

from hypothesis import strategies as st

from allegedly.records import (
    Article,
    Attribution,
    Certainty,
    Entity,
    Event,
    EventType,
    Furniture,
    FurnitureKind,
    Hedge,
    Layers,
    Mention,
    MentionKind,
    Mode,
    Reading,
    Sourcing,
    Span,
    Status,
    Time,
    TimeType,
    Unread,
    When,
)

_WORDS = ("Mara Quill", "said", "“no”", " ", "\n", "\r\n", "told the Ferry Post", "2021", "'", "--")
_ODD = (
    "😀",
    "𝔄",
    "e\u0301",
    "שלום",
    "\u202eabc\u202c",
    "\ufeff",
    "\uffff",
    "\u2028",
    "👩‍👩‍👧",
    "%_;",
)
_UNFIT = ("\x00", "\ud800", "\udfff", "\ud83d\ude00")


def texts(*, unfit: bool = True) -> st.SearchStrategy[str]:
    """Texts, perhaps empty; with ``unfit`` also NUL and lone surrogates."""
    odd = _ODD + (_UNFIT if unfit else ())
    drop: tuple[Literal["Cs"], ...] = () if unfit else ("Cs",)
    letters = st.characters(exclude_categories=drop, exclude_characters="" if unfit else "\x00")
    pieces = st.sampled_from(_WORDS + odd) | st.text(letters, max_size=4)
    return st.lists(pieces, max_size=12).map("".join)


def days() -> st.SearchStrategy[date]:
    """Days from year 1 to year 9999."""
    return st.dates()


@st.composite
def whens(draw: st.DrawFn) -> When:
    """ISO prefixes and TIMEX3 values, with both, one or no bounds."""
    basis = draw(st.sampled_from(("given", "json-ld", "meta", "time-element", "url", "text")))
    if draw(st.booleans()):
        day = draw(days()).isoformat()
        return When.from_iso(day[: draw(st.sampled_from((4, 7, 10)))], basis)
    bounds = sorted(draw(st.lists(days(), min_size=2, max_size=2)))
    earliest, latest = (draw(st.sampled_from((bound, None))) for bound in bounds)
    return When(draw(st.sampled_from(("2020-H2", "2021-SU", "PAST_REF"))), earliest, latest, basis)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span inside ``text``, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def articles(draw: st.DrawFn, *, unfit: bool = True) -> Article:
    """Articles with any fields missing, empty or odd."""
    text = draw(texts(unfit=unfit))
    some = st.none() | texts(unfit=unfit)
    kinds = st.sampled_from(get_args(FurnitureKind))
    furniture = _many(st.builds(Furniture, spans(text), kinds), 3) if text else st.just(())
    return Article(
        text=text,
        title=draw(some),
        outlet=draw(some),
        url=draw(some),
        byline=draw(some),
        published=draw(st.none() | whens()),
        language=draw(st.none() | st.sampled_from(("en", "de"))),
        furniture=draw(furniture),
        given_id=draw(some),
        origin=draw(some),
    )


@st.composite
def layers(draw: st.DrawFn, text: str, entities: int, sentences: int) -> Layers:
    """All layers of one field, each pointing only to what there is."""
    if not text:
        return Layers()
    span = spans(text)
    mentions = draw(_many(_mentions(text, entities), 4)) if entities else ()
    hedges = draw(_many(_hedges(span, sentences), 3)) if sentences else ()
    count = draw(st.integers(0, 3))
    attribution = _attributions(span, entities, count, len(hedges))
    attributions = tuple(draw(attribution) for _ in range(count))
    times = draw(_many(_times(span), 3))
    events = draw(_many(_events(span, entities, sentences, len(times)), 3)) if sentences else ()
    return Layers(mentions, attributions, times, events, hedges)


@st.composite
def readings(draw: st.DrawFn, *, unfit: bool = True) -> Reading:
    """Readings that hold together: spans inside the text, numbers that exist."""
    article = draw(articles(unfit=unfit))
    entity = st.builds(Entity, texts(unfit=unfit), st.sampled_from(get_args(MentionKind)))
    entities = draw(_many(entity, 3))
    sentences = draw(_many(spans(article.text), 4)) if article.text else ()
    body = draw(layers(article.text, len(entities), len(sentences)))
    headline = draw(st.none() | layers(article.title or "", len(entities), 1))
    return Reading(
        article=article,
        sentences=sentences,
        entities=entities,
        body=body,
        headline=headline,
        stage=draw(st.sampled_from(("1", "2", "2.1-rc"))),
        unread=draw(st.none() | texts(unfit=unfit)),
    )


def unreads() -> st.SearchStrategy[Unread]:
    """Inputs that could not be read."""
    return st.builds(Unread, texts(), texts(), texts())


def _many(one: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    # Hypothesis refuses a list of what cannot be drawn, even where it may be empty.
    return st.just(()) if one.is_empty else st.lists(one, max_size=most).map(tuple)


def _numbers(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1) if count else st.nothing()


def _maybe(count: int) -> st.SearchStrategy[int | None]:
    return st.none() | _numbers(count)


@st.composite
def _mentions(draw: st.DrawFn, text: str, entities: int) -> Mention:
    """A mention with its head anywhere inside it."""
    span = draw(spans(text))
    start = draw(st.integers(span.start, span.end - 1))
    kind = draw(st.sampled_from(cast("tuple[MentionKind, ...]", get_args(MentionKind))))
    return Mention(
        span,
        kind,
        named=draw(st.booleans()),
        entity=draw(_numbers(entities)),
        head=Span(start, draw(st.integers(start + 1, span.end))),
    )


def _certainties() -> st.SearchStrategy[Certainty]:
    return st.sampled_from(cast("tuple[Certainty, ...]", get_args(Certainty)))


def _hedges(span: st.SearchStrategy[Span], sentences: int) -> st.SearchStrategy[Hedge]:
    return st.builds(Hedge, span, _certainties(), _numbers(sentences), span)


def _attributions(
    span: st.SearchStrategy[Span], entities: int, count: int, hedges: int
) -> st.SearchStrategy[Attribution]:
    return st.builds(
        Attribution,
        source=_many(span, 3),
        cue=_many(span, 2),
        content=_many(span, 3),
        mode=st.sampled_from(cast("tuple[Mode, ...]", get_args(Mode))),
        sourcing=st.sampled_from(cast("tuple[Sourcing, ...]", get_args(Sourcing))),
        speaker=_maybe(entities),
        via=_many(_numbers(entities), 2),
        within=_maybe(count),
        confidence=st.floats(0, 1),
        certainty=_certainties(),
        hedges=_many(_numbers(hedges), 2),
    )


def _times(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Time]:
    return st.builds(
        Time,
        span,
        st.sampled_from(cast("tuple[TimeType, ...]", get_args(TimeType))),
        st.sampled_from(("2021-02", "P3D", "T14:30", "")),
        st.none() | st.sampled_from(("START", "APPROX")),
        st.none() | days(),
        st.none() | days(),
    )


def _events(
    span: st.SearchStrategy[Span], entities: int, sentences: int, times: int
) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        span,
        _numbers(sentences),
        st.sampled_from(cast("tuple[Status, ...]", get_args(Status))),
        st.none() | st.sampled_from(("2021-02", "")),
        _maybe(times),
        _many(_numbers(entities), 3),
        st.sampled_from(cast("tuple[EventType, ...]", get_args(EventType))),
    )
