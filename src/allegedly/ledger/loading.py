"""Rows as records again, equal to what was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allegedly.errors import LedgerError
from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Event,
    Furniture,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    Unread,
    When,
)

from .cells import optional_day, optional_text, text
from .database import Database
from .views import STILL_UNREAD

_ARTICLE = """
SELECT a.id, a.given_id, a.url, a.outlet, a.published, a.title, a.title_exact, a.text, a.text_exact,
    r.language, r.byline, r.origin, r.published_earliest, r.published_latest, r.published_basis
FROM reading r JOIN article a ON a.id = r.article_id WHERE r.id = ?"""


def load_article(db: Database, number: int) -> Article:
    """The article that reading ``number`` read, as it was found then."""
    with undamaged(db, f"reading {number}"):
        return _article(db, number)


def load_reading(db: Database, number: int) -> Reading:
    """The reading of that number."""
    with undamaged(db, f"reading {number}"):
        sql = "SELECT stage, unread, has_headline FROM reading WHERE id = ?"
        ((stage, unread, has_headline),) = db.rows(sql, (number,))
        sentences = _of(db, 'SELECT start, "end" FROM sentence', number)
        entities = _of(db, "SELECT name, kind FROM entity", number)
        return Reading(
            article=_article(db, number),
            sentences=tuple(Span(*row) for row in sentences),
            entities=tuple(Entity(text(name), kind) for name, kind in entities),
            body=_layers(db, number, "text"),
            headline=_layers(db, number, "title") if has_headline else None,
            stage=text(stage),
            unread=optional_text(unread),
        )


def load_unread(db: Database) -> list[Unread]:
    """The inputs that cannot be read, in the order they were met."""
    rows = db.rows(f"SELECT u.origin, u.what, u.todo FROM {STILL_UNREAD} ORDER BY u.number")
    return [Unread(text(origin), text(what), text(todo)) for origin, what, todo in rows]


def same_article(db: Database, article: Article) -> bool | None:
    """Whether the ledger's article of that id is the same; None where it has none."""
    rows = db.rows(
        "SELECT given_id, url, outlet, published, title, title_exact, text, text_exact "
        "FROM article WHERE id = ?",
        (article.id,),
    )
    if not rows:
        return None
    given, url, outlet, published, *texts = rows[0]
    found = (*map(optional_text, (given, url, outlet, published)), *_both(texts))
    when = article.published.value if article.published else None
    ours = (article.given_id, article.url, article.outlet, when, article.title, article.text)
    return found == ours


def _article(db: Database, number: int) -> Article:
    (row,) = db.rows(_ARTICLE, (number,))
    _, given, url, outlet, value, *texts = row[:9]
    language, byline, origin, earliest, latest, basis = row[9:]
    title, body = _both(texts)
    published = None
    if value is not None:
        published = When(text(value), optional_day(earliest), optional_day(latest), text(basis))
    furniture = _of(db, 'SELECT start, "end", kind FROM furniture', number)
    return Article(
        text=text(body),
        title=title,
        outlet=optional_text(outlet),
        url=optional_text(url),
        byline=optional_text(byline),
        published=published,
        language=optional_text(language),
        furniture=tuple(Furniture(Span(start, end), kind) for start, end, kind in furniture),
        given_id=optional_text(given),
        origin=optional_text(origin),
    )


def _both(texts: list[Any]) -> tuple[str | None, str | None]:
    title, title_exact, body, body_exact = texts
    return (
        optional_text(title if title_exact is None else title_exact),
        optional_text(body if body_exact is None else body_exact),
    )


def _of(db: Database, select: str, number: int) -> list[tuple[Any, ...]]:
    return db.rows(f"{select} WHERE reading_id = ? ORDER BY number", (number,))


def _layers(db: Database, number: int, field: str) -> Layers:
    key = (number, field)
    return Layers(
        mentions=tuple(_mentions(db, key)),
        attributions=tuple(_attributions(db, key)),
        times=tuple(_times(db, key)),
        events=tuple(_events(db, key)),
        hedges=tuple(_hedges(db, key)),
    )


def _layer(db: Database, select: str, key: tuple[int, str]) -> list[tuple[Any, ...]]:
    return db.rows(f"{select} WHERE reading_id = ? AND field = ? ORDER BY number", key)


def _mentions(db: Database, key: tuple[int, str]) -> Iterator[Mention]:
    sql = 'SELECT start, "end", kind, named, entity, head_start, head_end FROM mention'
    for start, end, kind, named, entity, *head in _layer(db, sql, key):
        yield Mention(Span(start, end), kind, bool(named), entity, Span(*head))


def _hedges(db: Database, key: tuple[int, str]) -> Iterator[Hedge]:
    sql = 'SELECT start, "end", certainty, sentence, scope_start, scope_end FROM hedge'
    for start, end, certainty, sentence, *scope in _layer(db, sql, key):
        yield Hedge(Span(start, end), certainty, sentence, Span(*scope))


def _times(db: Database, key: tuple[int, str]) -> Iterator[Time]:
    sql = 'SELECT start, "end", type, value, mod, earliest, latest FROM "time"'
    for start, end, kind, value, mod, *days in _layer(db, sql, key):
        earliest, latest = map(optional_day, days)
        yield Time(Span(start, end), kind, text(value), optional_text(mod), earliest, latest)


def _attributions(db: Database, key: tuple[int, str]) -> Iterator[Attribution]:
    sql = "SELECT number, mode, sourcing, speaker, within, confidence, certainty FROM attribution"
    spans: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for number, role, start, end in db.rows(
        'SELECT attribution, role, start, "end" FROM attribution_span '
        "WHERE reading_id = ? AND field = ? ORDER BY attribution, role, part",
        key,
    ):
        spans[number, role].append(Span(start, end))
    via = _numbers(db, "attribution_via", "attribution, entity", key)
    hedges = _numbers(db, "attribution_hedge", "attribution, hedge", key)
    for number, mode, sourcing, speaker, within, confidence, certainty in _layer(db, sql, key):
        source, cue, content = (
            tuple(spans.get((number, role), ())) for role in ("source", "cue", "content")
        )
        yield Attribution(
            source,
            cue,
            content,
            mode,
            sourcing,
            speaker,
            via[number],
            within,
            confidence,
            certainty,
            hedges[number],
        )


def _events(db: Database, key: tuple[int, str]) -> Iterator[Event]:
    sql = 'SELECT number, start, "end", sentence, status, when_value, time, type FROM event'
    participants = _numbers(db, "event_participant", "event, entity", key)
    for number, start, end, sentence, status, when, time, kind in _layer(db, sql, key):
        span, value = Span(start, end), optional_text(when)
        yield Event(span, sentence, status, value, time, participants[number], kind)


def _numbers(
    db: Database, table: str, owner_and_owned: str, key: tuple[int, str]
) -> dict[int, tuple[int, ...]]:
    """What each owner has, in order: of two columns, the numbers in the second by the first."""
    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for owner, owned in db.rows(
        f"SELECT {owner_and_owned} FROM {table} "
        f"WHERE reading_id = ? AND field = ? ORDER BY 1, part",
        key,
    ):
        found[owner] += (owned,)
    return found


def texts_of(db: Database) -> dict[str, tuple[str | None, str]]:
    """The title and the text of every article, by its id."""
    found = {}
    for name, *texts in db.rows("SELECT id, title, title_exact, text, text_exact FROM article"):
        title, body = _both(texts)
        found[text(name)] = (title, text(body))
    return found


@contextmanager
def undamaged(db: Database, what: str) -> Iterator[None]:
    """Turns rows that make no record into a LedgerError that names what is damaged."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise LedgerError(
            f"{db.path}: {what} is damaged: {error} (restore a copy of the ledger, "
            "or read the articles again into a new one)"
        ) from error
