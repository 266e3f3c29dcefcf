from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from allegedly.errors import LedgerError, OldLedgerError
from allegedly.ledger import Ledger
from allegedly.ledger.migrations import APPLICATION_ID, bring_up, newest, version
from allegedly.ledger.steps import MIGRATIONS, Migration
from allegedly.ledger.views import VIEWS
from allegedly.records import Event, Mention, Span, Unread
from tests.ledger.samples import dump, query, sample
from tests.present.accounts import account_of

VERSION_1 = Path(__file__).with_name("version1.sql")
VERSION_2 = Path(__file__).with_name("version2.sql")
NOW = newest()

NOTE = Migration("notes on articles", ("ALTER TABLE article ADD COLUMN note TEXT",))
FURTHER = Migration("further", ("CREATE TABLE further (number INTEGER PRIMARY KEY)",))
REBUILD = Migration(
    "a table made anew",
    (
        "CREATE TABLE article2 AS SELECT * FROM article",
        "DROP TABLE article",
        "ALTER TABLE article2 RENAME TO article",
        "CREATE UNIQUE INDEX article_by_id ON article (id)",
    ),
)
FAILING = Migration("cannot be", ("CREATE TABLE half (x)", "ALTER TABLE nothing ADD COLUMN x"))
ORPHANING = Migration("loses rows", ("DELETE FROM entity",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
    return path


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A ledger as version 1 made it: one article, read by two stages, and an unreadable input."""
    return _restored(tmp_path / "old.db", VERSION_1, 1)


@pytest.fixture
def version_2(tmp_path: Path) -> Path:
    """A ledger as version 2 made it: one article, read by two stages, and an unreadable input."""
    return _restored(tmp_path / "old.db", VERSION_2, 2)


def _restored(path: Path, dumped: Path, number: int) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dumped.read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute(f"PRAGMA user_version = {number:d}")
    return path


def _bring_up(path: Path, *further: Migration) -> int:
    """Takes the steps there are and ``further`` ones; the version it comes to."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        bring_up(connection, path, (*MIGRATIONS, *further))
        return version(connection)


def test_steps_are_taken_in_order_and_once(path: Path) -> None:
    assert _bring_up(path, NOTE) == NOW + 1
    assert _bring_up(path, NOTE, FURTHER, REBUILD) == NOW + 3
    before = dump(path)
    assert _bring_up(path, NOTE, FURTHER, REBUILD) == NOW + 3
    assert dump(path) == before
    assert query(path, "SELECT note, id FROM article") == [(None, sample(1).article.id)]
    for view in VIEWS:
        query(path, f"SELECT * FROM {view.name}")


def test_a_step_that_fails_leaves_the_version_before_it(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        _bring_up(path, NOTE, FAILING)
    assert query(path, "PRAGMA user_version") == [(NOW + 1,)]
    assert query(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    assert _bring_up(path, NOTE, FURTHER) == NOW + 2


def test_a_step_that_would_orphan_rows_is_undone(path: Path) -> None:
    before = dump(path)
    with pytest.raises(LedgerError, match="loses rows"):
        _bring_up(path, ORPHANING)
    assert dump(path) == before


def test_an_older_library_refuses_the_result(path: Path) -> None:
    _bring_up(path, NOTE)
    before = dump(path)
    with pytest.raises(LedgerError, match=rf"version {NOW + 1}.*knows version {NOW}"):
        Ledger(path)
    assert dump(path) == before


def test_a_new_ledger_has_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    assert _bring_up(path, NOTE) == NOW + 1


def _shape(path: Path) -> dict[object, list[object]]:
    """The tables with their columns, keys and indexes, and what the views say."""
    made = query(path, "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
    parts = ("table_info", "foreign_key_list", "index_list")
    return {
        name: [sql]
        if kind == "view"
        else [sorted(query(path, f"PRAGMA {part}('{name}')")) for part in parts]
        for name, kind, sql in made
    }


def test_a_ledger_of_version_1_becomes_like_a_new_one(version_1: Path, tmp_path: Path) -> None:
    Ledger(version_1).close()
    Ledger(tmp_path / "new.db").close()
    assert query(version_1, "PRAGMA user_version") == [(NOW,)]
    assert _shape(version_1) == _shape(tmp_path / "new.db")


def test_a_ledger_of_version_1_keeps_its_readings(version_1: Path) -> None:
    old = query(version_1, "SELECT * FROM reading ORDER BY id")
    spans = query(version_1, "SELECT * FROM attribution_span")
    with Ledger(version_1) as ledger:
        (reading,) = ledger.readings()
        assert ledger.unread() == [Unread("coverage/x.bin", "it is binary", "save it as text")]
    assert query(version_1, "SELECT * FROM reading ORDER BY id") == old
    assert query(version_1, "SELECT * FROM attribution_span") == spans
    assert (len(old), reading.stage) == (2, "1.1")
    text = reading.article.text
    name, she = reading.body.mentions
    assert name == Mention(Span(11, 21), "person", True, 0, Span(11, 21))
    assert (she.span.of(text), she.head) == ("she", she.span)
    (event,) = reading.body.events
    assert event == Event(Span(63, 67), 0, "planned", "2021-02-09", 0, (0, 1), "occurrence")
    quote, denial = reading.body.attributions
    assert (quote.via, denial.within) == ((1,), 0)
    assert {(q.certainty, q.hedges) for q in (quote, denial)} == {("certain", ())}
    assert reading.body.hedges == ()


def test_a_ledger_of_version_1_takes_new_readings(version_1: Path) -> None:
    with Ledger(version_1) as ledger:
        (old,) = ledger.readings()
        assert ledger.add(sample(3))
        assert ledger.add(replace(old, stage="2"))
        assert list(ledger.readings()) == [sample(3), replace(old, stage="2")]
    assert query(version_1, "SELECT count(*) FROM reading") == [(4,)]
    assert query(version_1, "PRAGMA foreign_key_check") == []
    for view in VIEWS:
        query(version_1, f"SELECT * FROM {view.name}")


def test_a_step_that_is_interrupted_leaves_version_1(version_1: Path) -> None:
    before = dump(version_1)
    with closing(sqlite3.connect(version_1)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    with closing(sqlite3.connect(version_1, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            bring_up(connection, version_1)
    assert dump(version_1) == before
    assert query(version_1, "PRAGMA user_version") == [(1,)]


def test_version_1_cannot_be_opened_read_only(version_1: Path) -> None:
    with pytest.raises(OldLedgerError, match=r"version 1.*once for writing"):
        Ledger(version_1, read_only=True)


def test_a_ledger_of_version_2_becomes_like_a_new_one(version_2: Path, tmp_path: Path) -> None:
    before = dump(version_2)
    Ledger(version_2).close()
    Ledger(tmp_path / "new.db").close()
    assert query(version_2, "PRAGMA user_version") == [(NOW,)]
    assert _shape(version_2) == _shape(tmp_path / "new.db")
    kept = [line for line in before if line.startswith("INSERT")]
    assert kept == [line for line in dump(version_2) if line.startswith("INSERT")]


def test_a_ledger_of_version_2_was_never_linked_and_can_be(version_2: Path) -> None:
    with Ledger(version_2) as ledger:
        (reading,) = ledger.readings()
        assert reading.stage == "2.1"
        assert reading.body.hedges
        assert ledger.account() is None
        assert not ledger.is_linked
        with pytest.raises(LedgerError, match="never linked"):
            ledger.rumors()
        account = account_of([reading, reading])
        ledger._store_account(account, ledger._state(), None)
        assert ledger.account() == account
        assert ledger.is_linked
    for view in VIEWS:
        query(version_2, f"SELECT * FROM {view.name}")
