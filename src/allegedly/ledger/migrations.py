"""Bringing a ledger up to the version of this library: forward only, one step at a time.

The version is SQLite's ``user_version``. A new ledger is made whole at the newest
version; an older one takes every step it lacks, each in one transaction, so that
a crash in between leaves a ledger of some version, never a half-changed one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from allegedly.errors import LedgerError

from .schema import ddl
from .shape import quoted
from .steps import MIGRATIONS, Migration
from .views import VIEWS

APPLICATION_ID = 0x616C6C67  # "allg", for `file` and for us


def newest(migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """The version that ``migrations`` lead to."""
    return 1 + len(migrations)


def refuse_newer(found: int, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Raises LedgerError where a ledger is of a version this library does not know."""
    known = newest(migrations)
    if found > known:
        raise LedgerError(
            f"{path}: the ledger has version {found}, this allegedly knows version {known} "
            "(upgrade allegedly to open it; nothing was changed)"
        )


def bring_up(
    connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Makes an empty database a ledger, or an older ledger a current one.

    Raises:
        LedgerError: where the database is not a ledger, or a newer one.
        sqlite3.Error: where it cannot be written.
    """
    # A step may rebuild a table that others refer to; keys are checked before each commit.
    connection.execute("PRAGMA foreign_keys = OFF")
    while not _take_step(connection, path, migrations):
        pass
    connection.execute("PRAGMA foreign_keys = ON")


def version(connection: sqlite3.Connection) -> int:
    """The version of the ledger."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ledger(connection: sqlite3.Connection) -> bool:
    """Whether the database says that it is a ledger."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    return bool(found == APPLICATION_ID)


def _take_step(
    connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...]
) -> bool:
    """Takes one step under the write lock; True where none was left to take."""
    with _transaction(connection):
        if not is_ledger(connection):
            if connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise LedgerError(f"{path}: it is another SQLite database (name another file)")
            _create(connection, newest(migrations))
            return True
        found = version(connection)
        refuse_newer(found, path, migrations)
        if found == newest(migrations):
            return True
        _migrate(connection, path, migrations[found - 1])
        _set_version(connection, found + 1)
        return False


def _create(connection: sqlite3.Connection, at: int) -> None:
    for statement in ddl():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    _set_version(connection, at)


def _migrate(connection: sqlite3.Connection, path: Path, migration: Migration) -> None:
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    ours = {view.name for view in VIEWS}
    for (name,) in views:
        if name in ours:
            connection.execute(f"DROP VIEW {quoted(name)}")
    for statement in migration.statements:
        connection.execute(statement)
    for view in VIEWS:
        connection.execute(view.ddl)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise LedgerError(
            f"{path}: rows would lose what they refer to ({migration.doc}); nothing was changed "
            "(keep the version of allegedly that made the ledger, and report this)"
        )


def _set_version(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(f"PRAGMA user_version = {number:d}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
