"""Opening a ledger's file, and refusing every other file without touching it."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from pathlib import Path

from allegedly.errors import LedgerError, OldLedgerError

from . import migrations
from .failures import explaining

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_VERSION_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)


def open_writer(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """A connection that may write; makes the ledger where the file is missing or empty.

    Raises:
        LedgerError: where the file is not a ledger, is newer than this library,
            or cannot be opened or written.
    """
    if _examine(path) and not os.access(path, os.W_OK):
        # SQLite would open it, say so with the first row, and leave its side files behind.
        raise LedgerError(
            f"{path}: it cannot be written (check the permissions of the file, or name another)"
        )
    with explaining(path):
        connection = _connect(path, "mode=rwc", busy_seconds)
        try:
            # A ledger is born in one rollback transaction and only then turned to WAL:
            # so its file names itself a ledger from the first page on.
            migrations.bring_up(connection, path)
            _turn_to_wal(connection, busy_seconds)
            connection.execute("PRAGMA synchronous = FULL")
            # After a renamed table SQLite reads the schema again with the next statement.
            # Were that the checkpoint of an immediate close, it would find itself in its way.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def open_reader(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """A connection that cannot write, also on a read-only file, folder or disk.

    Raises:
        LedgerError: where there is no ledger, it is newer than this library, or
            cannot be opened.
        OldLedgerError: where it is older than this library.
    """
    header = _examine(path)
    if not header:
        raise LedgerError(f"{path}: there is no ledger yet (read some articles into it first)")
    with explaining(path):
        connection = _connect_reader(path, busy_seconds)
        try:
            connection.execute("PRAGMA query_only = ON")
            _check_reader(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, query: str, busy_seconds: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{query}"
    connection = sqlite3.connect(uri, timeout=busy_seconds, isolation_level=None, uri=True)
    # Views and defaults of a file from elsewhere must not call functions with side effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _turn_to_wal(connection: sqlite3.Connection, busy_seconds: float) -> None:
    # SQLite does not wait its turn for this one statement: two processes that make
    # one ledger at the same moment would see "locked" at once.
    deadline = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _connect_reader(path: Path, busy_seconds: float) -> sqlite3.Connection:
    left = _left_behind(path)
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    # Opened for writing, SQLite clears its two side files away on close; opened
    # mode=ro it leaves them, but does not fold a crashed writer's pages into the file.
    modes = ["mode=rw" if writable and not left else "mode=ro"]
    if not left:
        # No shared memory can be made in a read-only folder; where nothing is
        # pending, the file alone is the ledger.
        modes.append("immutable=1")
    for mode in modes[:-1]:
        try:
            return _try_reader(path, mode, busy_seconds)
        except sqlite3.OperationalError as error:
            if not _folder_is_closed(error):
                raise
    return _try_reader(path, modes[-1], busy_seconds)


def _try_reader(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    connection = _connect(path, mode, busy_seconds)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _left_behind(path: Path) -> bool:
    """Whether a write-ahead log with pages in it lies beside the file."""
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except OSError:
        return False


def _folder_is_closed(error: sqlite3.OperationalError) -> bool:
    closed = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    return (error.sqlite_errorcode & 0xFF) in closed


def _check_reader(connection: sqlite3.Connection, path: Path) -> None:
    found = migrations.version(connection)
    migrations.refuse_newer(found, path)
    if found < migrations.newest():
        raise OldLedgerError(
            f"{path}: the ledger has version {found}, this allegedly reads version "
            f"{migrations.newest()} (open it once for writing to bring it up)"
        )


def _examine(path: Path) -> bytes:
    """The header of the file, empty where there is none yet; LedgerError for other files."""
    header = _header(path)
    if not header:
        return header
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise LedgerError(f"{path}: it is not a ledger (name another file; nothing was changed)")
    if int.from_bytes(header[_APPLICATION_AT], "big") != migrations.APPLICATION_ID:
        raise LedgerError(
            f"{path}: it is another SQLite database, not a ledger "
            "(name another file; nothing was changed)"
        )
    migrations.refuse_newer(int.from_bytes(header[_VERSION_AT], "big"), path)
    return header


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            raise LedgerError(f"{path}: it is {kind} (name a file for the ledger)")
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        folder = path.absolute().parent
        if not folder.is_dir():
            raise LedgerError(
                f"{path}: the folder {folder} does not exist (make it first)"
            ) from None
        return b""
    except (OSError, ValueError) as error:
        raise LedgerError(
            f"{path}: it cannot be opened: {error} (check the path and its permissions)"
        ) from error
