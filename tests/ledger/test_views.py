from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from allegedly.ledger import Ledger, deciding
from allegedly.ledger.shape import View
from allegedly.ledger.views import VIEWS
from allegedly.records import Account, Event, Layers, Reading, Span, Time, Tracked, Unread
from tests.account_strategies import reworded
from tests.ledger.samples import bare, query, sample
from tests.present.accounts import account_of
from tests.strategies import readings

ROLES = ("source", "cue", "content")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        ledger.add(replace(sample(2), unread="not English"))
        ledger.add_unread(Unread("x.html", "empty", "save it again"))
        account = account_of([sample(1), sample(2)])
        ledger._store_account(account, ledger._state(), None)
        ledger.track("The pier will close")
    return path


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_runs_and_has_the_columns_it_declares(path: Path, view: View) -> None:
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute(f"SELECT * FROM {view.name}")
        assert [column[0] for column in cursor.description] == [name for name, _ in view.columns]
        assert cursor.fetchall()


def test_quotes_say_who_says_what(path: Path) -> None:
    columns = "outlet, published, speaker, sourcing, mode, source, cue, content, via, field"
    rows = query(path, f"SELECT {columns} FROM quotes WHERE article_title LIKE '%1 stays'")
    post, day = "Ferry Post 1", "2021-02-02"
    assert sorted(map(repr, rows)) == sorted(
        map(
            repr,
            [
                (post, day, "Mara Quill", "named", "mixed", "Mara Quill … she", "said … told",
                 "that pier 1 “will stay 😀 open”", post, "text"),
                (post, day, None, "unnamed", "indirect", "Sources close to the harbour", "denied",
                 "it.", None, "text"),
                (post, day, "Mara Quill", "named", "indirect", "Quill", "says", "pier 1 stays",
                 None, "title"),
            ],
        )
    )  # fmt: skip


def test_quotes_say_where(path: Path) -> None:
    sql = "SELECT source, source_at, article_id FROM quotes WHERE mode = 'mixed'"
    texts = {sample(n).article.id: sample(n).article.text for n in (1, 2)}
    for source, places, article_id in query(path, sql):
        spans = [tuple(map(int, place.split("-"))) for place in str(places).split()]
        text = texts[str(article_id)]
        assert [text[start:end] for start, end in spans] == str(source).split(" … ")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings(unfit=False))
def test_views_cut_exactly_what_the_spans_say(reading: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        with Ledger(path) as ledger:
            ledger.add(reading)
        _assert_cut_exactly(path, reading, reading.article.text, reading.article.title or "")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_views_cut_at_the_right_place_in_texts_sqlite_cannot_hold(reading: Reading) -> None:
    unfit = {ord("\x00"): "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        with Ledger(path) as ledger:
            ledger.add(reading)
        text, title = (
            (part or "").translate(unfit) for part in (reading.article.text, reading.article.title)
        )
        _assert_cut_exactly(path, reading, text, title)
        for view in VIEWS:
            for row in query(path, f"SELECT * FROM {view.name}"):
                assert not [value for value in row if isinstance(value, bytes)]


def test_times_say_what_they_mean_and_where(path: Path) -> None:
    columns = "words, type, value, earliest, latest, sentence, article_title, outlet"
    (first, _) = query(path, f"SELECT {columns} FROM times ORDER BY outlet")
    said = "Mara Quill said on 9 February that pier 1 “will stay 😀 open”, she told Ferry Post 1."
    assert first == (
        "9 February", "DATE", "2021-02-09", "2021-02-09", None, said, "Quill says pier 1 stays",
        "Ferry Post 1",
    )  # fmt: skip


def test_events_say_what_when_and_who(path: Path) -> None:
    columns = "words, type, status, when_value, dated_by, earliest, latest, participants"
    (first, _) = query(path, f"SELECT {columns} FROM events ORDER BY outlet")
    assert first == (
        "stay", "state", "planned", "2021-02-09", "9 February", "2021-02-09", None,
        "Mara Quill, Ferry Post 1",
    )  # fmt: skip


def test_hedges_say_how_sure_of_what(path: Path) -> None:
    (first, _) = query(path, "SELECT words, certainty, scope, sentence FROM hedges")
    assert first == (
        "reportedly", "probable", "denied it",
        "Sources close to the harbour reportedly denied it.",
    )  # fmt: skip
    assert query(path, "SELECT certainty, hedges FROM quotes WHERE cue = 'denied' LIMIT 1") == [
        ("probable", "reportedly")
    ]
    assert query(path, "SELECT DISTINCT certainty, hedges FROM quotes WHERE cue != 'denied'") == [
        ("certain", None)
    ]


def test_mentions_give_the_phrase_and_its_head(path: Path) -> None:
    assert query(path, "SELECT DISTINCT words, head FROM mentions WHERE named = 0") == [
        ("she", "she"),
        ("Sources close to the harbour", "Sources"),
    ]


def test_what_stands_in_a_headline_has_the_headline_as_its_sentence(tmp_path: Path) -> None:
    whole = sample(1)
    title = whole.article.title or ""
    time = Time(Span(11, 15), "DATE", "2021", None, None, None)
    event = Event(Span(18, 23), 0, "ongoing", None, None, (), "state")
    headline = Layers(times=(time,), events=(event,))
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(replace(whole, headline=headline, body=Layers()))
    for view in ("times", "events"):
        assert query(path, f"SELECT sentence FROM {view}") == [(title,)]


def test_an_undated_event_has_no_day(tmp_path: Path) -> None:
    whole = sample(1)
    events = (replace(whole.body.events[0], when=None, time=None, participants=()),)
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(replace(whole, body=replace(whole.body, events=events)))
    columns = "when_value, dated_by, earliest, latest, participants"
    assert query(path, f"SELECT {columns} FROM events") == [(None,) * 5]


def _assert_cut_exactly(path: Path, reading: Reading, text: str, title: str) -> None:
    expected = []
    for words, layers in ((text, reading.body), (title, reading.headline)):
        for n, quote in enumerate(layers.attributions if layers else ()):
            for role in ROLES:
                for part, span in enumerate(getattr(quote, role)):
                    field = "text" if layers is reading.body else "title"
                    expected.append((field, n, role, part, words[span.start : span.end]))
    sql = "SELECT field, attribution, role, part, words FROM quote_parts"
    assert sorted(query(path, sql)) == sorted(expected)
    for layer in ("mentions", "times", "events", "hedges"):
        words_of = [
            words[item.span.start : item.span.end]
            for words, layers in ((text, reading.body), (title, reading.headline))
            for item in (getattr(layers, layer) if layers else ())
        ]
        found = [str(words) for (words,) in query(path, f"SELECT words FROM {layer}")]
        assert sorted(found) == sorted(words_of)
    for layer, inner in (("mentions", "head"), ("hedges", "scope")):
        parts_of = [
            getattr(item, inner).of(words)
            for words, layers in ((text, reading.body), (title, reading.headline))
            for item in (getattr(layers, layer) if layers else ())
        ]
        found = [str(words) for (words,) in query(path, f"SELECT {inner} FROM {layer}")]
        assert sorted(found) == sorted(parts_of)


def test_no_view_shows_bytes(tmp_path: Path) -> None:
    odd = "\ud800"
    whole = sample(1)
    article = replace(whole.article, outlet=odd, url=odd, byline=odd, origin=odd)
    times = tuple(replace(time, value=odd, mod=odd) for time in whole.body.times)
    events = tuple(replace(event, when=odd) for event in whole.body.events)
    entities = tuple(replace(entity, name=odd) for entity in whole.entities)
    body = replace(whole.body, times=times, events=events)
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(replace(whole, article=article, body=body, entities=entities, stage=odd))
        ledger.add(replace(bare(odd, origin=odd), unread=odd))
        ledger.add_unread(Unread(odd, odd, odd))
        account = reworded(account_of(list(ledger.readings())), odd)
        ledger._store_account(account, ledger._state(), None)
        deciding.store_decision(ledger._db, Tracked(odd, None), "2021")
    for view in VIEWS:
        rows = query(path, f"SELECT * FROM {view.name}")
        assert rows
        assert not [value for row in rows for value in row if isinstance(value, bytes)]


def test_superseded_readings_are_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        ledger.add(replace(bare(""), article=sample(1).article, stage="2"))
    for view in ("quotes", "quote_parts", "mentions", "times", "events", "hedges", "speakers"):
        assert query(path, f"SELECT * FROM {view}") == []


def test_speakers_and_articles(path: Path) -> None:
    assert query(path, "SELECT speaker, quotes, articles, outlets FROM speakers") == [
        ("Mara Quill", 4, 2, 2)
    ]
    columns = "title, quotes, times, events, hedges, sentences, characters"
    rows = query(path, f"SELECT {columns} FROM articles_read")
    assert rows == [("Quill says pier 1 stays", 3, 1, 1, 1, 3, len(sample(1).article.text))]


def test_not_read_names_inputs_and_articles(path: Path) -> None:
    assert query(path, "SELECT origin, what, todo FROM not_read") == [
        ("x.html", "empty", "save it again"),
        ("coverage/2.html", "not English", ""),
    ]


def test_views_of_the_account_cut_the_exact_words(path: Path) -> None:
    with Ledger(path, read_only=True) as ledger:
        account = ledger.account()
    assert account is not None
    (rumor,) = account.rumors
    told = [one for one in rumor.stances if one.stance != "unrelated"]
    assert query(path, "SELECT stance, words FROM stances") == [
        (one.stance, one.anchors[0].text) for one in told
    ]
    (found,) = account.contradictions
    assert query(path, "SELECT first, second FROM contradictions") == [
        (found.first.text, found.second.text)
    ]
    assert query(path, 'SELECT statement, "for", against FROM rumors') == [(rumor.statement, 1, 1)]


def test_views_of_the_account_forget_what_is_superseded(path: Path) -> None:
    with Ledger(path) as ledger:
        empty = Account(stage="none")
        ledger._store_account(empty, ledger._state(), ledger._linking())
    for name in ("rumors", "stances", "claims", "cast", "timeline", "sources", "contradictions"):
        assert query(path, f"SELECT * FROM {name}") == []
