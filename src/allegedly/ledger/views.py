"""The views of a ledger: what a person who browses it wants to see, from current readings."""

from __future__ import annotations

from .account_views import ACCOUNT_VIEWS
from .shape import View

_CURRENT = """
JOIN reading r ON r.id = x.reading_id AND r.superseded_at IS NULL
JOIN article a ON a.id = r.article_id"""


def _cut(start: str, end: str) -> str:
    # SQLite's substr counts code points, as spans do, but from 1.
    return f"""substr(CASE x.field WHEN 'title' THEN a.title ELSE a.text END,
        {start} + 1, {end} - {start})"""


_EXACT = _cut("x.start", 'x."end"')


def _text(column: str) -> str:
    # What SQLite cannot hold as text lies in the table as bytes, which browsers of
    # databases stumble over; the view shows that there is something.
    return f"CASE typeof({column}) WHEN 'blob' THEN '\ufffd' ELSE {column} END"


def _sentence(which: str) -> str:
    # The sentences are those of the text; a headline counts as one.
    return f"""CASE x.field WHEN 'title' THEN a.title ELSE (
        SELECT substr(a.text, s.start + 1, s."end" - s.start) FROM sentence s
        WHERE s.reading_id = x.reading_id AND {which}) END AS sentence"""


_NUMBERED = _sentence("s.number = x.sentence")
_AROUND = _sentence("""s.number = (
            SELECT max(number) FROM sentence
            WHERE reading_id = x.reading_id AND start <= x.start AND x.start < "end")""")
_IN_SENTENCE = ("sentence", "the sentence it stands in, or the headline")

_NAME = _text("name")
_OUTLET = f"{_text('a.outlet')} AS outlet"

_WHERE_FROM = (
    ("outlet", "who published it"),
    ("published", "when, as fine as known"),
)
_ANCHOR = (
    ("article_title", "the headline of the article"),
    ("article_id", "the article"),
    ("reading_id", "the reading"),
    ("field", "whether the span counts in the title or the text"),
    ("start", "first code point, counted from 0"),
    ("end", "one past the last code point"),
)
_ANCHOR_SQL = (
    'a.title AS article_title, a.id AS article_id, x.reading_id, x.field, x.start, x."end"'
)


def _parts(what: str, between: str, role: str) -> str:
    return f"""(SELECT group_concat(part, '{between}') FROM (
        SELECT {what} AS part FROM attribution_span x
        WHERE x.reading_id = q.reading_id AND x.field = q.field
        AND x.attribution = q.number AND x.role = '{role}' ORDER BY x.part))"""


def _words(role: str) -> str:
    return _parts(_EXACT, " … ", role)


def _places(role: str) -> str:
    return _parts("""x.start || '-' || x."end\"""", " ", role)


QUOTES = View(
    "quotes",
    "Who says what: one row per attribution.",
    (
        *_WHERE_FROM,
        ("speaker", "name of who is behind the source, where known"),
        ("sourcing", "what the source is"),
        ("mode", "how it is quoted"),
        ("source", "exact words of the source; parts joined by an ellipsis"),
        ("cue", "exact words of the cue"),
        ("content", "exact words of the content"),
        ("via", "names of the outlets that passed it on"),
        ("certainty", "how sure the words are of the content"),
        ("hedges", "exact words that say so; joined by an ellipsis"),
        ("confidence", "probability that it is an attribution"),
        ("article_title", "the headline of the article"),
        ("article_id", "the article"),
        ("reading_id", "the reading"),
        ("field", "whether offsets count in the title or the text"),
        ("number", "its place in the layer, from 0"),
        ("within", "number of the attribution around it"),
        ("source_at", "where the source stands, start-end in code points from 0, end excluded"),
        ("cue_at", "where the cue stands"),
        ("content_at", "where the content stands"),
    ),
    f"""
SELECT {_OUTLET}, a.published, {_text("e.name")} AS speaker, q.sourcing, q.mode,
    {_words("source")} AS source,
    {_words("cue")} AS cue,
    {_words("content")} AS content,
    (SELECT group_concat({_NAME}, ', ') FROM (
        SELECT o.name FROM attribution_via v
        JOIN entity o ON o.reading_id = v.reading_id AND o.number = v.entity
        WHERE v.reading_id = q.reading_id AND v.field = q.field AND v.attribution = q.number
        ORDER BY v.part)) AS via,
    q.certainty,
    (SELECT group_concat(words, ' … ') FROM (
        SELECT {_EXACT} AS words FROM attribution_hedge h
        JOIN hedge x ON x.reading_id = h.reading_id AND x.field = h.field AND x.number = h.hedge
        WHERE h.reading_id = q.reading_id AND h.field = q.field AND h.attribution = q.number
        ORDER BY h.part)) AS hedges,
    q.confidence, a.title AS article_title, a.id AS article_id,
    q.reading_id, q.field, q.number, q.within,
    {_places("source")} AS source_at,
    {_places("cue")} AS cue_at,
    {_places("content")} AS content_at
FROM attribution q
JOIN reading r ON r.id = q.reading_id AND r.superseded_at IS NULL
JOIN article a ON a.id = r.article_id
LEFT JOIN entity e ON e.reading_id = q.reading_id AND e.number = q.speaker""",
)

QUOTE_PARTS = View(
    "quote_parts",
    "Every source, cue and content span with its exact words.",
    (
        *_WHERE_FROM,
        ("role", "source, cue or content"),
        ("words", "exactly what the span covers"),
        ("attribution", "number of the attribution"),
        ("part", "its place among the spans of that role, from 0"),
        *_ANCHOR,
    ),
    f"""
SELECT {_OUTLET}, a.published, x.role, {_EXACT} AS words, x.attribution, x.part, {_ANCHOR_SQL}
FROM attribution_span x {_CURRENT}""",
)

MENTIONS = View(
    "mentions",
    "Where somebody or something is named or described.",
    (
        *_WHERE_FROM,
        ("entity", "name of who or what is meant"),
        ("kind", "what it is"),
        ("named", "1 where the words name it, 0 where they describe it"),
        ("words", "exactly what the span covers: the whole noun phrase"),
        ("head", "exactly the name or noun in it"),
        *_ANCHOR,
    ),
    f"""
SELECT {_OUTLET}, a.published, {_text("e.name")} AS entity, x.kind, x.named,
    {_EXACT} AS words, {_cut("x.head_start", "x.head_end")} AS head, {_ANCHOR_SQL}
FROM mention x {_CURRENT}
JOIN entity e ON e.reading_id = x.reading_id AND e.number = x.entity""",
)

TIMES = View(
    "times",
    "Time expressions and what they mean.",
    (
        *_WHERE_FROM,
        ("words", "exactly what the span covers"),
        ("type", "TIMEX3 type"),
        ("value", "TIMEX3 value"),
        ("mod", "TIMEX3 mod"),
        ("earliest", "first day it may mean"),
        ("latest", "last day it may mean"),
        _IN_SENTENCE,
        *_ANCHOR,
    ),
    f"""
SELECT {_OUTLET}, a.published, {_EXACT} AS words, x.type, {_text("x.value")} AS value,
    {_text("x.mod")} AS mod, x.earliest, x.latest,
    {_AROUND}, {_ANCHOR_SQL}
FROM time x {_CURRENT}""",
)

EVENTS = View(
    "events",
    "What is said to have happened, or to be planned, possible, denied.",
    (
        *_WHERE_FROM,
        ("words", "exactly what the span covers"),
        ("type", "what kind of event, after TimeML"),
        ("status", "what is said of it"),
        ("when_value", "TIMEX3 value of its date, as fine as known"),
        ("dated_by", "exact words of the time expression that dates it"),
        ("earliest", "first day that may mean"),
        ("latest", "last day that may mean"),
        ("participants", "names of who takes part"),
        _IN_SENTENCE,
        *_ANCHOR,
    ),
    f"""
SELECT {_OUTLET}, a.published, {_EXACT} AS words, x.type, x.status,
    {_text("x.when_value")} AS when_value, {_cut("t.start", 't."end"')} AS dated_by,
    t.earliest, t.latest,
    (SELECT group_concat({_NAME}, ', ') FROM (
        SELECT e.name FROM event_participant p
        JOIN entity e ON e.reading_id = p.reading_id AND e.number = p.entity
        WHERE p.reading_id = x.reading_id AND p.field = x.field AND p.event = x.number
        ORDER BY p.part)) AS participants,
    {_NUMBERED}, {_ANCHOR_SQL}
FROM event x {_CURRENT}
LEFT JOIN time t ON t.reading_id = x.reading_id AND t.field = x.field AND t.number = x.time""",
)

HEDGES = View(
    "hedges",
    "Words that say how sure the text is, and what they speak of.",
    (
        *_WHERE_FROM,
        ("words", "exactly what the span covers"),
        ("certainty", "the degree it leaves"),
        ("scope", "exact words it speaks of"),
        _IN_SENTENCE,
        *_ANCHOR,
    ),
    f"""
SELECT {_OUTLET}, a.published, {_EXACT} AS words, x.certainty,
    {_cut("x.scope_start", "x.scope_end")} AS scope,
    {_NUMBERED}, {_ANCHOR_SQL}
FROM hedge x {_CURRENT}""",
)

SPEAKERS = View(
    "speakers",
    "Who is quoted, by name as each article gives it, and how often.",
    (
        ("speaker", "the name"),
        ("kind", "what it is"),
        ("quotes", "how many attributions"),
        ("articles", "in how many articles"),
        ("outlets", "in how many outlets"),
        ("first_published", "earliest day of these articles"),
        ("last_published", "latest day of these articles"),
    ),
    f"""
SELECT {_text("e.name")} AS speaker, e.kind, count(*) AS quotes,
    count(DISTINCT a.id) AS articles, count(DISTINCT a.outlet) AS outlets,
    min(r.published_earliest) AS first_published, max(r.published_latest) AS last_published
FROM attribution q
JOIN reading r ON r.id = q.reading_id AND r.superseded_at IS NULL
JOIN article a ON a.id = r.article_id
JOIN entity e ON e.reading_id = q.reading_id AND e.number = q.speaker
GROUP BY e.name, e.kind
ORDER BY quotes DESC, speaker, e.kind""",
)

ARTICLES_READ = View(
    "articles_read",
    "The articles that were read, with what was found in them.",
    (
        *_WHERE_FROM,
        ("title", "its headline"),
        ("byline", "who wrote it, as the page says"),
        ("url", "where it was published"),
        ("quotes", "how many attributions"),
        ("times", "how many time expressions"),
        ("events", "how many events"),
        ("hedges", "how many hedges"),
        ("sentences", "how many sentences"),
        ("characters", "length of the text in code points"),
        ("origin", "the input it came from"),
        ("stage", "version of the reader"),
        ("read_at", "when the reading was stored"),
        ("article_id", "the article"),
        ("reading_id", "the reading"),
    ),
    f"""
SELECT {_OUTLET}, a.published, a.title, {_text("r.byline")} AS byline, {_text("a.url")} AS url,
    (SELECT count(*) FROM attribution q WHERE q.reading_id = r.id) AS quotes,
    (SELECT count(*) FROM time t WHERE t.reading_id = r.id) AS times,
    (SELECT count(*) FROM event v WHERE v.reading_id = r.id) AS events,
    (SELECT count(*) FROM hedge h WHERE h.reading_id = r.id) AS hedges,
    (SELECT count(*) FROM sentence s WHERE s.reading_id = r.id) AS sentences,
    length(a.text) AS characters, {_text("r.origin")} AS origin,
    {_text("r.stage")} AS stage, r.created_at AS read_at,
    a.id AS article_id, r.id AS reading_id
FROM reading r JOIN article a ON a.id = r.article_id
WHERE r.superseded_at IS NULL AND r.unread IS NULL
ORDER BY r.published_earliest IS NULL, r.published_earliest, a.number""",
)

# An input that was read after it could not be is no longer unreadable.
STILL_UNREAD = """unread u LEFT JOIN (
    SELECT origin, max(created_at) AS read_at FROM reading GROUP BY origin
) later ON later.origin = u.origin
WHERE (later.read_at IS NULL OR later.read_at < u.seen_at)"""

NOT_READ = View(
    "not_read",
    "What gave no reading, and why: unreadable inputs, and articles that were not read.",
    (
        ("origin", "the input, and the item of it"),
        ("what", "what is wrong with it"),
        ("todo", "what to do about it"),
        ("seen_at", "when it was first met"),
        ("article_id", "the article, where it got that far"),
    ),
    f"""
SELECT {_text("u.origin")} AS origin, {_text("u.what")} AS what, {_text("u.todo")} AS todo,
    u.seen_at, NULL AS article_id
FROM {STILL_UNREAD}
UNION ALL
SELECT {_text("coalesce(r.origin, a.url)")}, {_text("r.unread")}, '', r.created_at, a.id
FROM reading r JOIN article a ON a.id = r.article_id
WHERE r.superseded_at IS NULL AND r.unread IS NOT NULL""",
)

VIEWS = (
    QUOTES,
    QUOTE_PARTS,
    MENTIONS,
    TIMES,
    EVENTS,
    HEDGES,
    SPEAKERS,
    ARTICLES_READ,
    NOT_READ,
    *ACCOUNT_VIEWS,
)
