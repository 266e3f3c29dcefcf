from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from allegedly.ledger.migrations import Migration, bring_up, version
from allegedly.ledger.views import VIEWS
from tests.ledger.samples import dump, query, sample

NOTE = Migration("notes on articles", ("ALTER TABLE article ADD COLUMN note TEXT",))
DECISION = Migration("decisions", ("CREATE TABLE decision (number INTEGER PRIMARY KEY)",))
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


def _bring_up(path: Path, *migrations: Migration) -> int:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        bring_up(connection, path, migrations)
        return version(connection)


def test_steps_are_taken_in_order_and_once(path: Path) -> None:
    assert _bring_up(path, NOTE) == 2
    assert _bring_up(path, NOTE, DECISION, REBUILD) == 4
    before = dump(path)
    assert _bring_up(path, NOTE, DECISION, REBUILD) == 4
    assert dump(path) == before
    assert query(path, "SELECT note, id FROM article") == [(None, sample(1).article.id)]
    for view in VIEWS:
        query(path, f"SELECT * FROM {view.name}")


def test_a_step_that_fails_leaves_the_version_before_it(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        _bring_up(path, NOTE, FAILING)
    assert query(path, "PRAGMA user_version") == [(2,)]
    assert query(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    assert _bring_up(path, NOTE, DECISION) == 3


def test_a_step_that_would_orphan_rows_is_undone(path: Path) -> None:
    before = dump(path)
    with pytest.raises(LedgerError, match="loses rows"):
        _bring_up(path, ORPHANING)
    assert dump(path) == before


def test_an_older_library_refuses_the_result(path: Path) -> None:
    _bring_up(path, NOTE)
    before = dump(path)
    with pytest.raises(LedgerError, match=r"version 2.*knows version 1"):
        Ledger(path)
    assert dump(path) == before


def test_a_new_ledger_has_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    assert _bring_up(path, NOTE) == 2
