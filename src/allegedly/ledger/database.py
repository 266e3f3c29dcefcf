"""The connection of a ledger: statements, transactions, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from allegedly.errors import LedgerError

from .cells import Cell, cell
from .failures import explaining
from .opening import open_reader, open_writer


class Database:
    """One open ledger file. Every ``sqlite3.Error`` leaves it as a LedgerError.

    A Database belongs to the thread that opened it.
    """

    def __init__(self, path: Path, *, read_only: bool, busy_seconds: float) -> None:
        self.path = path
        self.read_only = read_only
        self._depth = 0
        self._closed = False
        opener = open_reader if read_only else open_writer
        self.connection: sqlite3.Connection = opener(path, busy_seconds)

    def rows(self, sql: str, values: Sequence[Cell] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with explaining(self.path):
            return self.connection.execute(sql, [cell(value) for value in values]).fetchall()

    def insert(self, sql: str, values: Sequence[Cell]) -> int:
        """Adds one row; returns its number."""
        with explaining(self.path):
            cursor = self.connection.execute(sql, [cell(value) for value in values])
            return cursor.lastrowid or 0

    def insert_all(self, sql: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Adds rows."""
        with explaining(self.path):
            self.connection.executemany(sql, ([cell(value) for value in row] for row in rows))

    def change(self, sql: str, values: Sequence[Cell]) -> int:
        """Runs an INSERT or UPDATE; returns how many rows it changed."""
        with explaining(self.path):
            return self.connection.execute(sql, [cell(value) for value in values]).rowcount

    def refuse_read_only(self) -> None:
        """Raises LedgerError where the ledger was opened read-only."""
        if self.read_only:
            raise LedgerError(f"{self.path}: opened read-only (open it for writing to change it)")

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of the block or nothing of it; nests."""
        depth = self._depth
        try:
            self._depth = depth + 1
            self._begin(depth)
            yield
            self._commit(depth)
        except BaseException:
            self._roll_back(depth)
            raise
        finally:
            self._depth = depth

    def close(self) -> None:
        """Closes the file, once; a writer first folds the write-ahead log into it.

        Raises:
            LedgerError: where that fails (a full disk); nothing stored is lost, but
                the ``-wal`` file beside the ledger belongs to it then.
        """
        if self._closed:
            return
        self._closed = True
        with explaining(self.path):
            try:
                if not self.read_only:
                    self._checkpoint()
            finally:
                self.connection.close()

    def _begin(self, depth: int) -> None:
        if depth and not self.connection.in_transaction:
            raise self._lost()
        if depth:
            self._run(f"SAVEPOINT level_{depth:d}")
        else:
            # A writer takes the lock at once: waiting for it later, with rows
            # already read, would fail at once instead of waiting its turn.
            self._run("BEGIN" if self.read_only else "BEGIN IMMEDIATE")

    def _commit(self, depth: int) -> None:
        # On a full disk SQLite rolls everything back by itself. A caller who
        # caught that error inside the block must not believe the rest was stored.
        if not self.connection.in_transaction:
            raise self._lost()
        self._run(f"RELEASE level_{depth:d}" if depth else "COMMIT")

    def _roll_back(self, depth: int) -> None:
        if not self.connection.in_transaction:
            return
        if depth:
            self._run(f"ROLLBACK TO level_{depth:d}")
            self._run(f"RELEASE level_{depth:d}")
        else:
            self._run("ROLLBACK")

    def _run(self, sql: str) -> None:
        with explaining(self.path):
            self.connection.execute(sql)

    def _lost(self) -> LedgerError:
        return LedgerError(
            f"{self.path}: SQLite gave up the whole transaction after an earlier error "
            "(nothing of this atomic block was stored; what was stored before it is safe)"
        )

    def _checkpoint(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        # Others who still read keep the log; that is no reason to wait for them.
        self.connection.execute("PRAGMA busy_timeout = 0")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
