"""Hypothesis strategies for whole accounts, each of whose rows rests on the articles given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast, get_args

from hypothesis import strategies as st

from allegedly.records import (
    Account,
    Anchor,
    Appearance,
    Article,
    CastDecision,
    CastMember,
    Certainty,
    Chain,
    Claim,
    Contradiction,
    ContradictionKind,
    Copies,
    CopyGroup,
    DatedBy,
    Dating,
    Decisions,
    Edge,
    EntityRef,
    Field,
    MentionKind,
    Overtaken,
    Place,
    Resolution,
    Ruling,
    Rumor,
    Shared,
    Sourcing,
    Span,
    Stance,
    StanceValue,
    Status,
    Story,
    TimelineItem,
    Track,
    Tracked,
    Version,
    Voice,
)
from tests.strategies import days, spans, texts, whens

_INSTANT = "2021-02-09T12:00:00.000Z"


def many(one: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of these, in order; none where there can be none."""
    return st.just(()) if one.is_empty else st.lists(one, max_size=most).map(tuple)


def words(kind: Any) -> st.SearchStrategy[Any]:
    """A word of a vocabulary."""
    return st.sampled_from(get_args(kind))


@st.composite
def places(draw: st.DrawFn, articles: Sequence[Article]) -> Place:
    """Somewhere in the text or title of one of the articles."""
    fields: list[tuple[str, Field, str]] = []
    for one in articles:
        whole = ((one.text, "text"), (one.title or "", "title"))
        fields += [(one.id, cast(Field, field), text) for text, field in whole if text]
    name, field, text = draw(st.sampled_from(fields))
    return Place(name, draw(spans(text)), field)


def anchors(articles: Sequence[Article]) -> st.SearchStrategy[Anchor]:
    """A place with the characters that stand there."""
    by_id = {one.id: one for one in articles}

    def cut(place: Place) -> Anchor:
        article = by_id[place.article]
        text = article.text if place.field == "text" else article.title or ""
        return Anchor(place.article, place.field, place.span, place.span.of(text))

    return places(articles).map(cut)


def chains(cast_ids: Sequence[str]) -> st.SearchStrategy[Chain]:
    """On whose word; somebody of the cast where there is anybody."""
    return st.builds(
        Chain,
        texts(),
        many(texts()),
        st.none() | texts(),
        st.none() | (st.sampled_from(cast_ids) if cast_ids else st.nothing()),
        words(Sourcing),
        texts(),
    )


def _ids(draw: st.DrawFn, prefix: str) -> list[str]:
    return [f"{prefix}{n}" for n in range(draw(st.integers(0, 2)))]


def _chances() -> st.SearchStrategy[float]:
    return st.floats(0, 1)


@st.composite
def accounts(draw: st.DrawFn, articles: Sequence[Article]) -> Account:
    """An account that holds together, of these articles; without any it is empty."""
    names = st.sampled_from([one.id for one in articles]) if articles else st.nothing()
    if not any(one.text for one in articles):
        return Account(draw(texts()))
    anchor, place, some = anchors(articles), places(articles), texts()
    stories = [
        Story(f"s{n}", draw(some), draw(many(names))) for n in range(draw(st.integers(1, 2)))
    ]
    story = st.sampled_from([one.id for one in stories])
    people = _ids(draw, "p")
    member = st.sampled_from(people) if people else st.nothing()
    chain = chains(people)
    cast = [
        CastMember(
            one, draw(story), draw(some), draw(words(MentionKind)), draw(many(some)),
            draw(many(some)), draw(many(st.builds(EntityRef, names, st.integers(0, 9)))),
            draw(many(anchor)),
        )
        for one in people
    ]  # fmt: skip
    claims = [
        Claim(
            one, draw(story), draw(some), draw(anchor),
            draw(many(st.builds(
                Appearance, anchor, words(Voice), words(StanceValue), words(Certainty), chain,
                st.none() | st.integers(0, 9), st.none() | whens(), _chances(),
            ))),
            draw(many(member)), draw(st.integers(0, 9)),
        )
        for one in _ids(draw, "c")
    ]  # fmt: skip
    claim = st.sampled_from([one.id for one in claims]) if claims else st.nothing()
    edge = st.builds(
        Edge, story, some, many(some), st.none() | some, st.none() | member, words(Sourcing),
        many(claim), many(anchor),
    )  # fmt: skip
    return Account(
        stage=draw(some),
        stories=tuple(stories),
        datings=draw(many(st.builds(Dating, names, whens(), some, many(anchor)))),
        copies=draw(_copies(names, place)),
        cast=tuple(cast),
        claims=tuple(claims),
        rumors=tuple(
            draw(_rumors(one, story, claim, names, chain, anchor)) for one in _ids(draw, "r")
        ),
        sourcing=draw(many(edge)),
        timeline=tuple(draw(_events(one, story, member, names, anchor)) for one in _ids(draw, "t")),
        contradictions=tuple(
            draw(st.builds(
                Contradiction, st.just(one), story, words(ContradictionKind), some, anchor, anchor,
                some, st.none() | anchor, _chances(),
            ))
            for one in _ids(draw, "x")
        ),
        overtaken=tuple(
            draw(st.builds(
                Overtaken, st.just(one), story, some, anchor, anchor, st.none() | days(), some
            ))
            for one in _ids(draw, "o")
        ),
    )  # fmt: skip


@st.composite
def _rumors(
    draw: st.DrawFn,
    name: str,
    story: st.SearchStrategy[str],
    claim: st.SearchStrategy[str],
    names: st.SearchStrategy[str],
    chain: st.SearchStrategy[Chain],
    anchor: st.SearchStrategy[Anchor],
) -> Rumor:
    some = texts()
    resolution = draw(st.none() | resolutions())
    stance = st.builds(
        Stance, names, words(StanceValue), st.none() | words(StanceValue), _chances(),
        st.none() | whens(), many(anchor), st.none() | chain,
    )  # fmt: skip
    track = st.builds(
        Track, some, names, st.sampled_from(("for", "against")), st.none() | whens(),
        words(Sourcing), st.none() | st.booleans(),
    )  # fmt: skip
    return Rumor(
        name, draw(story), draw(some), draw(st.none() | claim), draw(st.booleans()),
        resolution.state if resolution else "unverified", draw(many(some)), draw(many(stance)),
        draw(st.booleans()), draw(st.integers(0, 9)), draw(some), resolution,
        draw(many(track)), draw(many(anchor)),
    )  # fmt: skip


@st.composite
def _events(
    draw: st.DrawFn,
    name: str,
    story: st.SearchStrategy[str],
    member: st.SearchStrategy[str],
    names: st.SearchStrategy[str],
    anchor: st.SearchStrategy[Anchor],
) -> TimelineItem:
    some, day = texts(), st.none() | days()
    return TimelineItem(
        name, draw(story), draw(st.none() | some), draw(day), draw(day), draw(words(Status)),
        draw(some), draw(many(member)), draw(many(some)), draw(many(names)),
        draw(many(st.builds(DatedBy, some, day, day, anchor))), draw(st.none() | some),
        draw(st.none() | some), draw(many(anchor)),
    )  # fmt: skip


def _copies(
    names: st.SearchStrategy[str], place: st.SearchStrategy[Place]
) -> st.SearchStrategy[Copies]:
    span = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda p: Span(p[0], sum(p)))
    kinds = st.sampled_from(("passage", "quote"))
    return st.builds(
        Copies,
        many(st.builds(CopyGroup, names, many(names), st.booleans())),
        many(st.builds(Version, texts(), names, names, many(span), many(span))),
        many(st.builds(Shared, kinds, place, place, st.integers(1, 99))),
    )


def resolutions() -> st.SearchStrategy[Resolution]:
    """What a person may rule."""
    return st.builds(
        Resolution, st.sampled_from(("true", "false")), days(), texts(), st.none() | texts(),
        st.just(_INSTANT),
    )  # fmt: skip


def decisions(articles: Sequence[Article]) -> st.SearchStrategy[list[Any]]:
    """Decisions of every kind, in order."""
    place = places(articles)
    return st.lists(
        st.builds(CastDecision, st.sampled_from(("merge", "split")), place, place)
        | st.builds(Tracked, texts(), st.none() | texts())
        | st.builds(Ruling, texts(), st.none() | place, resolutions()),
        max_size=5,
    )


def in_order(made: Sequence[Any]) -> Decisions:
    """The decisions by kind."""

    def of(kind: type[Any]) -> tuple[Any, ...]:
        return tuple(one for one in made if isinstance(one, kind))

    return Decisions(of(CastDecision), of(Tracked), of(Ruling))


#: The fields of the account that hold words out of the coverage, or a person's.
_FREE = {
    "about", "account", "aliases", "conflict", "name", "note", "origin", "outcome", "outlet",
    "proof", "reasons", "roles", "root", "sources", "statement", "summary", "teller", "title",
    "value", "via", "when",
}  # fmt: skip


def reworded(record: Any, words: str) -> Any:
    """The record with ``words`` wherever it holds free text; ids and anchors stay."""
    if isinstance(record, tuple):
        return tuple(reworded(one, words) for one in record)
    if isinstance(record, (Anchor, CopyGroup)) or not is_dataclass(record):
        return record
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        free = field.name in _FREE and not (isinstance(record, Claim) and field.name == "about")
        if free and isinstance(value, str):
            changed[field.name] = words
        elif free and isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            changed[field.name] = (words,)
        else:
            changed[field.name] = reworded(value, words)
    return replace(record, **changed)  # type: ignore[type-var]
