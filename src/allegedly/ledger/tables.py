"""The tables of a ledger, as data."""

from __future__ import annotations

from typing import get_args

from allegedly.records import (
    Certainty,
    EventType,
    FurnitureKind,
    MentionKind,
    Mode,
    Sourcing,
    Status,
    TimeType,
)

from .account_tables import ACCOUNT_TABLES
from .decision_tables import DECISION
from .shape import Column, Index, Reference, Table

_READING = Column("reading_id", "integer", "the reading that found it")
_FIELD = Column("field", "text", "what the spans count in", choices=("title", "text"))
_START = Column("start", "integer", "first code point, counted from 0")
_END = Column("end", "integer", "one past the last code point")
_PART = Column("part", "integer", "its place among its like, from 0")
_OF_READING = Reference(("reading_id",), "reading", ("id",))
_SPAN_CHECK = '0 <= "start" AND "start" < "end"'
_SENTENCE = Column("sentence", "integer", "number of the sentence it stands in")


def _number(doc: str) -> Column:
    return Column("number", "integer", doc)


def _to_entity(column: str) -> Reference:
    return Reference(("reading_id", column), "entity", ("reading_id", "number"))


def _to_layer(table: str, column: str) -> Reference:
    return Reference(("reading_id", "field", column), table, ("reading_id", "field", "number"))


ARTICLE = Table(
    "article",
    "One version of one page: what its id is a hash of, which never changes.",
    (
        _number("the order in which articles came in"),
        Column("id", "text", "16 hex digits of a hash over the columns that follow"),
        Column("outlet", "text", "who publishes it", nullable=True),
        Column("published", "text", "ISO prefix or TIMEX3 value, as fine as known", nullable=True),
        Column("title", "text", "its headline", nullable=True),
        Column("url", "text", "where it was published", nullable=True),
        Column("given_id", "text", "the id that its input gave it", nullable=True),
        Column("text", "text", "what spans count in; NUL and lone surrogates show as U+FFFD"),
        Column("title_exact", "bytes", "the title where `title` cannot hold it", nullable=True),
        Column("text_exact", "bytes", "the text where `text` cannot hold it", nullable=True),
    ),
    key=("number",),
    indexes=(Index("article_by_id", ("id",), unique=True),),
)

READING = Table(
    "reading",
    "What one version of the reader found in one article; superseded, never deleted.",
    (
        Column("id", "integer", "number of the reading"),
        Column("article_id", "text", "the article that was read"),
        Column("stage", "text", "version of the reader"),
        Column("created_at", "instant", "when it was stored"),
        Column("superseded_at", "instant", "when another took its place", nullable=True),
        Column("unread", "text", "why the article was not read", nullable=True),
        Column("language", "text", "ISO 639-1 code", nullable=True),
        Column("byline", "text", "who wrote it, as the page says", nullable=True),
        Column("origin", "text", "the input it came from", nullable=True),
        Column("published_earliest", "day", "first day it may be from", nullable=True),
        Column("published_latest", "day", "last day it may be from", nullable=True),
        Column("published_basis", "text", "what the date rests on", nullable=True),
        Column("has_headline", "flag", "whether the title was read too"),
    ),
    key=("id",),
    references=(Reference(("article_id",), "article", ("id",)),),
    indexes=(
        Index("reading_current", ("article_id",), unique=True, where="superseded_at IS NULL"),
        Index("reading_by_article", ("article_id",)),
    ),
)

FURNITURE = Table(
    "furniture",
    "Text on the page that is not the article; it is not read as news.",
    (
        _READING,
        _number("its place in the reading, from 0"),
        _START,
        _END,
        Column("kind", "text", "what it is", choices=get_args(FurnitureKind)),
    ),
    key=("reading_id", "number"),
    references=(_OF_READING,),
    checks=(_SPAN_CHECK,),
)

SENTENCE = Table(
    "sentence",
    "The sentences of the text.",
    (_READING, _number("its place in the reading, from 0"), _START, _END),
    key=("reading_id", "number"),
    references=(_OF_READING,),
    checks=(_SPAN_CHECK,),
)

ENTITY = Table(
    "entity",
    "Somebody or something that an article mentions.",
    (
        _READING,
        _number("its number in the reading, from 0"),
        Column("name", "text", "its fullest name"),
        Column("kind", "text", "what it is", choices=get_args(MentionKind)),
    ),
    key=("reading_id", "number"),
    references=(_OF_READING,),
)

MENTION = Table(
    "mention",
    "A span that names or describes an entity: the whole noun phrase, and its head.",
    (
        _READING,
        _FIELD,
        _number("its place in the layer, from 0"),
        _START,
        _END,
        Column("head_start", "integer", "first code point of the name or noun in it"),
        Column("head_end", "integer", "one past the last code point of that"),
        Column("kind", "text", "what is mentioned", choices=get_args(MentionKind)),
        Column("named", "flag", "1 where it names, 0 where it describes"),
        Column("entity", "integer", "number of the entity"),
    ),
    key=("reading_id", "field", "number"),
    references=(_OF_READING, _to_entity("entity")),
    checks=(
        _SPAN_CHECK,
        '"start" <= "head_start" AND "head_start" < "head_end" AND "head_end" <= "end"',
    ),
)

ATTRIBUTION = Table(
    "attribution",
    "Somebody is said to have said, written, thought or planned something.",
    (
        _READING,
        _FIELD,
        _number("its place in the layer, from 0"),
        Column("mode", "text", "how it is quoted", choices=get_args(Mode)),
        Column("sourcing", "text", "what the source is", choices=get_args(Sourcing)),
        Column("speaker", "integer", "number of the entity behind the source", nullable=True),
        Column("within", "integer", "number of the attribution around it", nullable=True),
        Column("confidence", "real", "probability that it is one"),
        Column(
            "certainty",
            "text",
            "how sure the words are of the content",
            choices=get_args(Certainty),
        ),
    ),
    key=("reading_id", "field", "number"),
    references=(_OF_READING, _to_entity("speaker"), _to_layer("attribution", "within")),
)

ATTRIBUTION_SPAN = Table(
    "attribution_span",
    "Where the source, cue and content of an attribution stand.",
    (
        _READING,
        _FIELD,
        Column("attribution", "integer", "number of the attribution"),
        Column("role", "text", "what the span is", choices=("source", "cue", "content")),
        _PART,
        _START,
        _END,
    ),
    key=("reading_id", "field", "attribution", "role", "part"),
    references=(_to_layer("attribution", "attribution"),),
    checks=(_SPAN_CHECK,),
)

ATTRIBUTION_VIA = Table(
    "attribution_via",
    "The outlets that passed an attribution on.",
    (
        _READING,
        _FIELD,
        Column("attribution", "integer", "number of the attribution"),
        _PART,
        Column("entity", "integer", "number of the entity that passed it on"),
    ),
    key=("reading_id", "field", "attribution", "part"),
    references=(_to_layer("attribution", "attribution"), _to_entity("entity")),
)

ATTRIBUTION_HEDGE = Table(
    "attribution_hedge",
    "The hedges that say how sure an attribution is of its content.",
    (
        _READING,
        _FIELD,
        Column("attribution", "integer", "number of the attribution"),
        _PART,
        Column("hedge", "integer", "number of the hedge"),
    ),
    key=("reading_id", "field", "attribution", "part"),
    references=(_to_layer("attribution", "attribution"), _to_layer("hedge", "hedge")),
)

HEDGE = Table(
    "hedge",
    "Words that say how sure the text is, and what they speak of.",
    (
        _READING,
        _FIELD,
        _number("its place in the layer, from 0"),
        _START,
        _END,
        Column("certainty", "text", "the degree it leaves", choices=get_args(Certainty)),
        _SENTENCE,
        Column("scope_start", "integer", "first code point of what it speaks of"),
        Column("scope_end", "integer", "one past the last code point of that"),
    ),
    key=("reading_id", "field", "number"),
    references=(_OF_READING,),
    checks=(_SPAN_CHECK, '0 <= "scope_start" AND "scope_start" < "scope_end"'),
)

TIME = Table(
    "time",
    "A time expression with its TIMEX3 reading.",
    (
        _READING,
        _FIELD,
        _number("its place in the layer, from 0"),
        _START,
        _END,
        Column("type", "text", "TIMEX3 type", choices=get_args(TimeType)),
        Column("value", "text", "TIMEX3 value"),
        Column("mod", "text", "TIMEX3 mod", nullable=True),
        Column("earliest", "day", "first day it may mean", nullable=True),
        Column("latest", "day", "last day it may mean", nullable=True),
    ),
    key=("reading_id", "field", "number"),
    references=(_OF_READING,),
    checks=(_SPAN_CHECK,),
)

EVENT = Table(
    "event",
    "Something said to have happened, or planned, possible, denied.",
    (
        _READING,
        _FIELD,
        _number("its place in the layer, from 0"),
        _START,
        _END,
        _SENTENCE,
        Column("type", "text", "what kind of event, after TimeML", choices=get_args(EventType)),
        Column("status", "text", "what is said of it", choices=get_args(Status)),
        Column("when_value", "text", "TIMEX3 value of its date", nullable=True),
        Column("time", "integer", "number of the time expression that dates it", nullable=True),
    ),
    key=("reading_id", "field", "number"),
    references=(_OF_READING, _to_layer("time", "time")),
    checks=(_SPAN_CHECK,),
)

EVENT_PARTICIPANT = Table(
    "event_participant",
    "Who takes part in an event.",
    (
        _READING,
        _FIELD,
        Column("event", "integer", "number of the event"),
        _PART,
        Column("entity", "integer", "number of the entity that takes part"),
    ),
    key=("reading_id", "field", "event", "part"),
    references=(_to_layer("event", "event"), _to_entity("entity")),
)

UNREAD = Table(
    "unread",
    "Inputs that could not be read.",
    (
        _number("the order in which they were met"),
        Column("origin", "text", "the input, and the item of it"),
        Column("what", "text", "what is wrong with it"),
        Column("todo", "text", "what to do about it"),
        Column("seen_at", "instant", "when it was first met, or met again after a reading"),
    ),
    key=("number",),
    indexes=(Index("unread_once", ("origin", "what"), unique=True),),
)

READING_TABLES = (
    ARTICLE,
    READING,
    FURNITURE,
    SENTENCE,
    ENTITY,
    MENTION,
    ATTRIBUTION,
    ATTRIBUTION_SPAN,
    ATTRIBUTION_VIA,
    ATTRIBUTION_HEDGE,
    HEDGE,
    TIME,
    EVENT,
    EVENT_PARTICIPANT,
    UNREAD,
)

TABLES = (*READING_TABLES, *ACCOUNT_TABLES, DECISION)
