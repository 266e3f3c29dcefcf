from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from allegedly.ledger.migrations import APPLICATION_ID
from tests.ledger.samples import numbers, query, sample


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.commit()


def _empty_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("VACUUM")


FOREIGN: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_text("Quill says no.\n" * 20), "not a ledger"),
    "one byte": (lambda path: path.write_bytes(b"\n"), "not a ledger"),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), "not a ledger"),
    "magic only": (lambda path: path.write_bytes(b"SQLite format 3\x00"), "not a ledger"),
    "another database": (_other_database, "another SQLite database"),
    "a database without tables": (_empty_database, "another SQLite database"),
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(
    tmp_path: Path, kind: str, read_only: bool
) -> None:
    make, message = FOREIGN[kind]
    path = tmp_path / "story.db"
    make(path)
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(LedgerError, match=message) as caught:
        Ledger(path, read_only=read_only)
    assert str(path) in str(caught.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_file_is_refused(tmp_path: Path, read_only: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "note").write_text("x")
    places = {
        tmp_path: "a folder",
        tmp_path / "pipe": "not an ordinary file",
        Path("/dev/full"): "not an ordinary file",
        tmp_path / "nowhere" / "story.db": "nowhere does not exist",
        tmp_path / "note" / "story.db": "cannot be opened",
        tmp_path / "a\x00b.db": "cannot be opened",
        tmp_path / ("x" * 300): "cannot be opened",
    }
    for path, message in places.items():
        with pytest.raises(LedgerError, match=message):
            Ledger(path, read_only=read_only)
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "note"}


def test_a_missing_or_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("empty.db", "missing.db", "odd ?#%41 näme.db"):
        path = tmp_path / name
        with Ledger(path) as ledger:
            ledger.add(sample(1))
        with Ledger(str(path)) as ledger:
            assert numbers(ledger.readings()) == [1]
        assert query(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
        assert query(path, "PRAGMA journal_mode") == [("wal",)]


def test_read_only_needs_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("empty.db", "missing.db"):
        with pytest.raises(LedgerError, match="no ledger yet"):
            Ledger(tmp_path / name, read_only=True)
    assert [path.name for path in tmp_path.iterdir()] == ["empty.db"]


def test_read_only_reads_and_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
    before = path.read_bytes()
    with Ledger(path, read_only=True) as ledger:
        assert numbers(ledger.readings()) == [1]
        with ledger.atomic():
            assert ledger.counts().articles == 1
        with pytest.raises(LedgerError, match="opened read-only"):
            ledger.add(sample(2))
        with pytest.raises(LedgerError):
            ledger._db.change("UPDATE reading SET stage = ?", ("x",))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_settings_that_make_it_safe(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        found = {
            name: ledger._db.rows(f"PRAGMA {name}")[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    full = 2
    expected = {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "trusted_schema": 0}
    assert found == expected


def test_one_file_remains_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        assert Path(f"{path}-wal").exists()
    assert list(tmp_path.iterdir()) == [path]
    copy = tmp_path / "mailed.db"
    copy.write_bytes(path.read_bytes())
    with Ledger(copy, read_only=True) as ledger:
        assert numbers(ledger.readings()) == [1]


def test_closing_does_not_wait_for_readers(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as writer:
        writer.add(sample(1))
        with Ledger(path, read_only=True) as reader, reader.atomic():
            assert numbers(reader.readings()) == [1]
            writer.add(sample(2))
            writer.close()
            assert numbers(reader.readings()) == [1]
        with Ledger(path) as again:
            assert numbers(again.readings()) == [1, 2]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        ledger._db.connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"version 99.*knows version \d+.*upgrade"):
        Ledger(path, read_only=read_only)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_version_that_lies_in_the_log_is_seen_too(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        ledger._db.connection.execute("PRAGMA user_version = 99")
        with pytest.raises(LedgerError, match="version 99"):
            Ledger(path, read_only=read_only)


def test_an_older_ledger_cannot_be_opened_read_only(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger._db.connection.execute("PRAGMA user_version = 0")
    with pytest.raises(LedgerError, match="once for writing"):
        Ledger(path, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_ledger_is_a_ledger_error(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        for number in range(20):
            ledger.add(sample(number))
    whole = path.read_bytes()
    for start in range(100, len(whole), len(whole) // 12):
        path.write_bytes(whole[:start] + b"\xa5" * 3000 + whole[start + 3000 :])
        _use(path, read_only)
        path.write_bytes(whole[:start])
        _use(path, read_only)
    path.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))
    with pytest.raises(LedgerError, match="damaged"):
        Ledger(path, read_only=read_only)


def _use(path: Path, read_only: bool) -> None:
    """Uses all of the ledger; only a LedgerError may come of it."""
    with suppress(LedgerError), Ledger(path, read_only=read_only) as ledger:
        list(ledger.readings())
        ledger.counts()
        if not read_only:
            ledger.add(sample(99))


def test_rows_that_make_no_record_are_a_ledger_error(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
        ledger._db.change("UPDATE time SET earliest = ?", ("the ninth",))
        with pytest.raises(LedgerError, match="reading 1 is damaged"):
            list(ledger.readings())
