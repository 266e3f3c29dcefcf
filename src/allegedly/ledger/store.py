"""The ledger: readings go in, records come out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from allegedly.errors import LedgerError
from allegedly.records import Article, Reading, Unread

from . import loading, rows, tables
from .check import check
from .database import Database
from .views import STILL_UNREAD

_IN_ORDER = """
SELECT r.id FROM reading r JOIN article a ON a.id = r.article_id WHERE r.superseded_at IS NULL
ORDER BY r.published_earliest IS NULL, r.published_earliest, r.published_latest, a.number"""

_COUNTS = f"""
WITH current AS (SELECT * FROM reading WHERE superseded_at IS NULL),
quote AS (
    SELECT mode, count(*) AS n FROM attribution
    WHERE reading_id IN (SELECT id FROM current) GROUP BY mode
)
SELECT (SELECT count(*) FROM current),
    (SELECT count(*) FROM current WHERE unread IS NOT NULL),
    (SELECT count(DISTINCT outlet) FROM article),
    (SELECT coalesce(sum(n), 0) FROM quote WHERE mode = 'direct'),
    (SELECT coalesce(sum(n), 0) FROM quote WHERE mode = 'indirect'),
    (SELECT coalesce(sum(n), 0) FROM quote WHERE mode = 'mixed'),
    (SELECT count(*) FROM {STILL_UNREAD}),
    (SELECT count(*) FROM "time" WHERE reading_id IN (SELECT id FROM current)),
    (SELECT count(*) FROM event WHERE reading_id IN (SELECT id FROM current)),
    (SELECT count(*) FROM hedge WHERE reading_id IN (SELECT id FROM current))"""

_MET_AGAIN = """ ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at WHERE EXISTS (
    SELECT 1 FROM reading WHERE origin = excluded.origin AND created_at >= unread.seen_at)"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a ledger holds, for a summary; what was found is counted in current readings.

    ``articles`` counts all articles, ``articles_not_read`` those among them whose
    reading says why they were not read, ``unread`` the inputs that could not be
    read at all.
    """

    articles: int
    articles_not_read: int
    outlets: int
    direct: int
    indirect: int
    mixed: int
    unread: int
    times: int = 0
    events: int = 0
    hedges: int = 0

    @property
    def attributions(self) -> int:
        """Attributions of every mode."""
        return self.direct + self.indirect + self.mixed


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Readings:
    """A ledger's readings: they go in, and come out as they were."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        busy_seconds: float = 10.0,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._db = Database(Path(path), read_only=read_only, busy_seconds=busy_seconds)
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except LedgerError:
            # What ended the block says more than that closing failed after it.
            if error is None:
                raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    def close(self) -> None:
        """Closes the file; what is stored then lies in it alone, ready to be copied.

        While another process has it open, pages may remain in the ``-wal`` file.
        """
        self._db.close()

    def atomic(self) -> AbstractContextManager[None]:
        """A block that is stored as a whole or not at all; blocks nest."""
        return self._db.atomic()

    def add(self, reading: Reading) -> bool:
        """Stores a reading; True where that changed anything.

        A reading by the ``stage`` that made the article's current one changes
        nothing. By another stage it takes the current one's place, which is kept
        as superseded.

        Raises:
            LedgerError: where the reading points outside its text, or to an entity,
                time, sentence, hedge or attribution it does not have, or says in a
                word of no vocabulary what something is; or two different articles
                have the same id.
        """
        self._db.refuse_read_only()
        check(reading)
        article = reading.article
        with self.atomic():
            same = loading.same_article(self._db, article)
            if same is None:
                self._db.insert(tables.ARTICLE.insert, rows.article_row(article))
            elif not same:
                raise LedgerError(
                    f"{self.path}: {article.origin or article.url or 'an article'} has the id "
                    f"{article.id} of another article (give it an id of its own)"
                )
            elif self.has(article.id, reading.stage):
                return False
            self._store(reading)
        return True

    def add_unread(self, unread: Unread) -> None:
        """Stores that an input could not be read; the same origin and reason once.

        Where it was read in between, the entry counts from now on.
        """
        self._db.refuse_read_only()
        values = (None, unread.origin, unread.what, unread.todo, self._now())
        with self.atomic():
            self._db.change(tables.UNREAD.insert + _MET_AGAIN, values)

    def has(self, article_id: str, stage: str) -> bool:
        """Whether the current reading of the article is by ``stage``."""
        sql = "SELECT 1 FROM reading WHERE article_id = ? AND stage = ? AND superseded_at IS NULL"
        return bool(self._db.rows(sql, (article_id, stage)))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, None where the ledger has none."""
        number = self._current(article_id)
        return None if number is None else loading.load_article(self._db, number)

    def reading(self, article_id: str) -> Reading | None:
        """The current reading of the article, None where the ledger has none."""
        number = self._current(article_id)
        return None if number is None else loading.load_reading(self._db, number)

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of ``readings``."""
        for (number,) in self._db.rows(_IN_ORDER):
            yield loading.load_article(self._db, number)

    def readings(self) -> Iterator[Reading]:
        """The current readings, by first day of publication, then as they came in.

        Articles without a date come last. Readings added meanwhile are left out.
        """
        for (number,) in self._db.rows(_IN_ORDER):
            yield loading.load_reading(self._db, number)

    def unread(self) -> list[Unread]:
        """The inputs that could not be read, in the order they were met.

        One of whose origin there is a later reading is left out.
        """
        return loading.load_unread(self._db)

    def counts(self) -> Counts:
        """What the ledger holds, in numbers."""
        return Counts(*self._db.rows(_COUNTS)[0])

    def _current(self, article_id: str) -> int | None:
        sql = "SELECT id FROM reading WHERE article_id = ? AND superseded_at IS NULL"
        found = self._db.rows(sql, (article_id,))
        return int(found[0][0]) if found else None

    def _store(self, reading: Reading) -> None:
        now = self._now()
        self._db.change(
            "UPDATE reading SET superseded_at = ? WHERE article_id = ? AND superseded_at IS NULL",
            (now, reading.article.id),
        )
        number = self._db.insert(tables.READING.insert, rows.reading_row(reading, now))
        for table, found in rows.found_rows(reading, number):
            self._db.insert_all(table.insert, found)

    def _now(self) -> str:
        now = self._clock().astimezone(UTC)
        return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
