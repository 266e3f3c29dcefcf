"""What went wrong with a ledger's file, in words that help."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from allegedly.errors import LedgerError

_SAFE = "what was stored before is safe"
_CAUSES = {
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        f"{_SAFE}; free some space and run again, it continues where it stopped",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk cannot be read or written",
        f"{_SAFE}; the disk or a quota may be full, the drive unplugged or failing",
    ),
    sqlite3.SQLITE_BUSY: (
        "another process is writing to it",
        "wait until it is done, or stop it, and run again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "it is being read or written elsewhere in this process",
        "finish that first",
    ),
    sqlite3.SQLITE_READONLY: (
        "it cannot be written",
        "check the permissions of the file and of its folder, or open it read-only",
    ),
    sqlite3.SQLITE_PERM: ("access is denied", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (
        "it cannot be opened",
        "check that the folder exists and that you may read and write it",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the file is damaged",
        "restore a copy, or save what is left with `sqlite3 FILE .recover`",
    ),
    sqlite3.SQLITE_NOTADB: (
        "it is not a ledger, or damaged",
        "restore a copy, or name another file",
    ),
    sqlite3.SQLITE_TOOBIG: ("a text is too long for a ledger", "split the article"),
    sqlite3.SQLITE_NOMEM: ("memory ran out", f"{_SAFE}; store fewer articles at once"),
    sqlite3.SQLITE_CONSTRAINT: (
        "rows that contradict each other were refused",
        f"{_SAFE}; this is a bug, please report it",
    ),
}


def explained(error: sqlite3.Error, path: Path) -> LedgerError:
    """The LedgerError for ``error``: which file, what is wrong, what to do."""
    # Errors of the Python module itself (a closed ledger, a wrong thread) carry no code.
    code = getattr(error, "sqlite_errorcode", None)
    cause = _CAUSES.get(code & 0xFF) if isinstance(code, int) else None
    if cause is None:
        return LedgerError(f"{path}: {error}")
    what, todo = cause
    return LedgerError(f"{path}: {what} ({todo}) [SQLite: {error}]")


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns every error of SQLite in the block into a LedgerError."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except UnicodeDecodeError as error:
        # SQLite quotes the damaged bytes in its message, which Python then cannot read.
        what, todo = _CAUSES[sqlite3.SQLITE_CORRUPT]
        raise LedgerError(f"{path}: {what} ({todo})") from error
