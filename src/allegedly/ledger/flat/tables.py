"""A ledger as flat tables: what JSON lines, CSV, Parquet and data frames share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from allegedly.records import (
    Anchor,
    Chain,
    Span,
    When,
)

from .coverage import Coverage

Kind = Literal["text", "integer", "real", "flag", "texts"]
Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``texts`` holds several texts in order; every cell may be unknown (None)."""

    name: str
    kind: Kind
    doc: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a function that gives its rows."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    rows: Callable[[Coverage], Iterator[Row]]


def _text(*columns: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "text", doc) for name, doc in columns)


_PLACE = (
    Column("article", "text", "id of the article"),
    Column("field", "text", "what the span counts in: title or text"),
    Column("start", "integer", "first code point, from 0"),
    Column("end", "integer", "one past the last code point"),
    Column("quoted", "text", "exactly the characters that stand there"),
)
_CHAIN = (
    Column("teller", "text", "who tells it"),
    Column("via", "texts", "outlets that passed it on, the nearest first"),
    Column("origin", "text", "who it comes from, in words"),
    Column("speaker", "text", "that origin's id in the cast"),
    Column("sourcing", "text", "what the source is"),
)
_WHEN = (
    Column("published", "text", "ISO prefix or TIMEX3 value"),
    Column("earliest", "text", "first day it may be from"),
    Column("latest", "text", "last day it may be from"),
    Column("basis", "text", "what the date rests on"),
)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _when(when: When | None) -> Row:
    if when is None:
        return (None, None, None, None)
    return (when.value, _day(when.earliest), _day(when.latest), when.basis)


def _place(anchor: Anchor) -> Row:
    return (anchor.article, anchor.field, anchor.span.start, anchor.span.end, anchor.text)


def _chain(chain: Chain | None) -> Row:
    if chain is None:
        return (None, (), None, None, None)
    return (chain.teller, chain.via, chain.origin, chain.speaker, chain.sourcing)


def _articles(coverage: Coverage) -> Iterator[Row]:
    dated = {one.article: one.when for one in coverage.account.datings}
    for one in coverage.readings:
        article = one.article
        when = article.published or dated.get(article.id)
        yield (
            article.id,
            coverage.story(article.id),
            article.outlet,
            article.title,
            *_when(when),
            article.url,
            article.byline,
            article.language,
            one.unread,
            article.text,
        )


def _words(text: str, spans: Sequence[Span]) -> str | None:
    return " … ".join(span.of(text) for span in spans) or None


def _attributions(coverage: Coverage) -> Iterator[Row]:
    for reading in coverage.readings:
        fields = (("title", reading.article.title or "", reading.headline),
                  ("text", reading.article.text, reading.body))  # fmt: skip
        for field, text, layers in fields:
            for number, one in enumerate(layers.attributions if layers else ()):
                spans = sorted((*one.source, *one.cue, *one.content))
                whole = Span(spans[0].start, max(span.end for span in spans))
                member = coverage.member(reading.article.id, one.speaker)
                via = [coverage.member(reading.article.id, entity) for entity in one.via]
                yield (
                    reading.article.id,
                    field,
                    whole.start,
                    whole.end,
                    whole.of(text),
                    number,
                    _words(text, one.source),
                    _words(text, one.cue),
                    _words(text, one.content),
                    one.mode,
                    one.sourcing,
                    member,
                    coverage.name(member),
                    coverage.names([key for key in via if key]),
                    one.certainty,
                    one.confidence,
                )


def _cast(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.cast:
        articles = len({ref.article for ref in one.entities})
        yield (one.id, one.story, one.name, one.kind, one.aliases, one.roles, articles)


def _claims(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.claims:
        articles = len({found.anchor.article for found in one.appearances})
        yield (
            one.id, one.story, one.statement, coverage.names(one.about), articles, one.origins,
            *_place(one.anchor),
        )  # fmt: skip


def _appearances(coverage: Coverage) -> Iterator[Row]:
    for claim in coverage.account.claims:
        for one in claim.appearances:
            yield (
                claim.id, one.voice, one.stance, one.certainty, one.confidence,
                *_chain(one.chain), *_when(one.published), *_place(one.anchor),
            )  # fmt: skip


def _rumors(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.rumors:
        ruling = one.resolution
        yield (
            one.id, one.story, one.statement, one.claim, one.tracked, one.state,
            one.controversial, one.origins, one.account, one.reasons,
            _day(ruling.on) if ruling else None, ruling.proof if ruling else None,
        )  # fmt: skip


def _stances(coverage: Coverage) -> Iterator[Row]:
    for rumor in coverage.account.rumors:
        for one in rumor.stances:
            yield (
                rumor.id, one.article, one.stance, one.headline, one.confidence,
                tuple(anchor.text for anchor in one.anchors),
                *_chain(one.chain), *_when(one.published),
            )  # fmt: skip


def _timeline(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.timeline:
        yield (
            one.id, one.story, one.when, _day(one.earliest), _day(one.latest), one.status,
            coverage.names(one.participants), one.sources, one.conflict, one.outcome,
            *_place(one.anchors[0]),
        )  # fmt: skip


def _contradictions(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.contradictions:
        yield (
            one.id, one.story, one.kind, one.about, one.note,
            *_place(one.first), *_place(one.second),
        )  # fmt: skip
    for pair in coverage.account.overtaken:
        yield (
            pair.id, pair.story, "overtaken", pair.about, pair.note,
            *_place(pair.before), *_place(pair.after),
        )  # fmt: skip


def _sourcing(coverage: Coverage) -> Iterator[Row]:
    for one in coverage.account.sourcing:
        yield (
            one.story, one.teller, one.via, one.origin, one.speaker, one.sourcing,
            one.claims, len(one.anchors),
        )  # fmt: skip


def _second(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(Column(f"second_{one.name}", one.kind, one.doc) for one in columns)


TABLES = (
    Table(
        "articles",
        "The articles, each with its story and its date.",
        (
            *_text(
                ("id", "id of the article"),
                ("story", "id of its story"),
                ("outlet", "who publishes it"),
                ("title", "its headline"),
            ),
            *_WHEN,
            *_text(
                ("url", "where it was published"),
                ("byline", "who wrote it, as the page says"),
                ("language", "ISO 639-1 code"),
                ("unread", "why it was not read"),
                ("text", "what spans count in"),
            ),
        ),
        _articles,
    ),
    Table(
        "attributions",
        "Who says what, with the words of source, cue and content.",
        (
            *_PLACE,
            Column("number", "integer", "its place in the layer of its field"),
            *_text(
                ("source", "the words for who says it"),
                ("cue", "the words that say that it is said"),
                ("content", "what is said"),
                ("mode", "direct, indirect or mixed"),
                ("sourcing", "what the source is"),
                ("speaker", "id in the cast of who is behind the source"),
                ("speaker_name", "that member's name"),
            ),
            Column("via", "texts", "the outlets that passed it on"),
            Column("certainty", "text", "how sure the words are of the content"),
            Column("confidence", "real", "probability that it is an attribution"),
        ),
        _attributions,
    ),
    Table(
        "cast",
        "Who and what is in the stories, across articles.",
        (
            *_text(("id", "id in the cast"), ("story", "id of the story"), ("name", "fullest name"),
                   ("kind", "what it is")),
            Column("aliases", "texts", "other names and spellings"),
            Column("roles", "texts", "what the coverage calls it"),
            Column("articles", "integer", "how many articles mention it"),
        ),
        _cast,
    ),
    Table(
        "claims",
        "Propositions that articles carry.",
        (
            *_text(("id", "id of the claim"), ("story", "id of the story"),
                   ("statement", "a readable sentence of the coverage's own words")),
            Column("about", "texts", "names of the cast it is about"),
            Column("articles", "integer", "how many articles carry it"),
            Column("origins", "integer", "number of independent origins"),
            *_PLACE,
        ),
        _claims,
    ),
    Table(
        "appearances",
        "Each place where a claim is carried.",
        (
            *_text(("claim", "id of the claim"), ("voice", "attributed, asserted or question"),
                   ("stance", "what this place says of the claim"),
                   ("certainty", "how sure the words are")),
            Column("confidence", "real", "probability that it is about the claim"),
            *_CHAIN,
            *_WHEN,
            *_PLACE,
        ),
        _appearances,
    ),
    Table(
        "rumors",
        "Claims that the coverage treats as unsettled, and tracked statements.",
        (
            *_text(("id", "id of the rumor"), ("story", "id of the story"),
                   ("statement", "what is rumored"), ("claim", "id of the claim")),
            Column("tracked", "flag", "whether a person asked for it"),
            Column("state", "text", "unverified; true or false as a person resolved it"),
            Column("controversial", "flag", "two outlets or more for it, two or more against"),
            Column("origins", "integer", "number of independent origins"),
            Column("account", "text", "on what it rests, in words"),
            Column("reasons", "texts", "why it counts as unsettled"),
            Column("resolved_on", "text", "day from which it is known"),
            Column("proof", "text", "the person's proof"),
        ),
        _rumors,
    ),
    Table(
        "stances",
        "What each article says of each rumor.",
        (
            *_text(("rumor", "id of the rumor"), ("article", "id of the article"),
                   ("stance", "stance of the body"), ("headline", "stance of the headline")),
            Column("confidence", "real", "probability of the body's stance"),
            Column("evidence", "texts", "the sentences that weigh most, exactly"),
            *_CHAIN,
            *_WHEN,
        ),
        _stances,
    ),
    Table(
        "timeline",
        "What is said to have happened, the same event told once.",
        (
            *_text(("id", "id of the event"), ("story", "id of the story"),
                   ("when", "TIMEX3 value, the intersection of what articles say"),
                   ("earliest", "first day it may be"), ("latest", "last day it may be"),
                   ("status", "what is said of it")),
            Column("participants", "texts", "names of the cast"),
            Column("sources", "texts", "the outlets that tell it"),
            *_text(("conflict", "where two dates cannot both hold"),
                   ("outcome", "what became of a plan")),
            *_PLACE,
        ),
        _timeline,
    ),
    Table(
        "contradictions",
        "Two places that cannot both hold, or of which one has overtaken the other.",
        (
            *_text(("id", "id of the pair"), ("story", "id of the story"),
                   ("kind", "what they disagree in; overtaken where both held in turn"),
                   ("about", "what they disagree on"), ("note", "why")),
            *_PLACE,
            *_second(_PLACE),
        ),
        _contradictions,
    ),
    Table(
        "sourcing",
        "Who relies on whom.",
        (
            Column("story", "text", "id of the story"),
            *_CHAIN,
            Column("claims", "texts", "ids of the claims"),
            Column("places", "integer", "how many places rest on it"),
        ),
        _sourcing,
    ),
)  # fmt: skip

BY_NAME = {table.name: table for table in TABLES}
