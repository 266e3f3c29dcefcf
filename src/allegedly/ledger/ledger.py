"""The ledger: what was read, what linking found in it, and what people decided."""

from __future__ import annotations

from datetime import date
from typing import Literal

from allegedly.errors import LedgerError
from allegedly.records import Resolution, Ruling, Rumor, Tracked

from . import account_tables as tables
from . import deciding
from .account_rows import ruling_cells, track_rows
from .casting import Casting
from .naming import find_rumor, nearest, plain
from .rulings import is_of, ruled


class Ledger(Casting):
    """One SQLite file: readings, the account that links them, decisions; a context manager.

    ``Ledger(path)`` makes the ledger where the file is missing or empty;
    ``read_only=True`` opens one that exists, also in a folder that cannot be
    written. A writer waits ``busy_seconds`` for another process that is writing.
    ``clock`` gives the time that rows are stamped with. A Ledger belongs to the
    thread that opened it.

    Each ``add`` is stored, on the disk, when it returns. To store many articles
    fast, let several share one commit, and do the slow reading outside, because
    the block keeps other writers waiting::

        for batch in batches(readings, 100):
            with ledger.atomic():
                for reading in batch:
                    ledger.add(reading)

    Within such a block everything is stored when the outermost block ends, or
    nothing of it: after a crash, a full disk or Ctrl-C the batches before it are
    there, and no half article.

    What people decide (`track`, `resolve`, `merge`, `split`) is kept whatever is read or
    linked later, tied to places in the coverage, and can be taken back. It takes effect
    with the next `link`; `resolve` at once.

    Raises:
        LedgerError: from every method, where the file cannot be read or written,
            is damaged, is no ledger or a newer one; the message says what to do.
    """

    def track(self, statement: str, story: str | None = None) -> bool:
        """Follows a statement as a rumor from the next linking on; False where it is already.

        ``story`` is the id of the story to follow it in, None wherever it is told.
        """
        self._db.refuse_read_only()
        words = " ".join(statement.split())
        if not plain(words):
            raise LedgerError("an empty statement cannot be followed (say what is rumored)")
        if story is not None:
            self._check_story(story)
        with self.atomic():
            if any(one.story == story for _, one in self._tracked(words)):
                return False
            deciding.store_decision(self._db, Tracked(words, story), self._now())
        return True

    def untrack(self, statement: str) -> None:
        """Follows a statement no longer.

        Raises:
            LedgerError: where it is not followed; the message names the nearest that are.
        """
        self._db.refuse_read_only()
        with self.atomic():
            found = self._tracked(statement)
            if not found:
                every = [one.statement for one in self.decisions().tracked]
                near = "; ".join(f"“{one}”" for one in nearest(statement, every))
                raise LedgerError(
                    f"{self.path}: {statement!r} is not tracked"
                    + (f" (tracked: {near})" if near else " (nothing is)")
                )
            for number, _ in found:
                deciding.withdraw(self._db, number, self._now())

    def resolve(
        self,
        rumor: str,
        state: Literal["true", "false"],
        *,
        on: date,
        proof: str,
        note: str | None = None,
    ) -> Rumor:
        """Rules a rumor true or false, as a person did: from which day, and on what proof.

        ``rumor`` is its id, its number in ``rumors()`` from 1, or its statement. An earlier
        ruling stays in the ledger; the last one holds. Returns the rumor as it is now.

        Raises:
            LedgerError: where there is no such rumor; the message names the nearest.
        """
        self._db.refuse_read_only()
        if not proof.strip():
            raise LedgerError("a ruling needs a proof (an address, a file, or words)")
        with self.atomic():
            found = find_rumor(self.rumors(), rumor)
            resolution = Resolution(state, on, proof.strip(), note, self._now())
            place = found.anchors[0].place if found.anchors else None
            linked = self.is_linked
            ruling = Ruling(found.statement, place, resolution)
            deciding.store_decision(self._db, ruling, resolution.made_at)
            return self._apply(found, linked)

    def unresolve(self, rumor: str) -> Rumor:
        """Takes the last ruling on a rumor back; the one before it holds again, if there is one."""
        self._db.refuse_read_only()
        with self.atomic():
            found = find_rumor(self.rumors(), rumor)
            ours = [
                number
                for number, one in deciding.load_made(self._db)
                if isinstance(one, Ruling) and is_of(one, found)
            ]
            if not ours:
                raise LedgerError(f"nobody has resolved “{found.statement}” (nothing to undo)")
            linked = self.is_linked
            deciding.withdraw(self._db, ours[-1], self._now())
            return self._apply(found, linked)

    def _tracked(self, statement: str) -> list[tuple[int, Tracked]]:
        """The decisions to follow this statement that hold."""
        return [
            (number, one)
            for number, one in deciding.load_made(self._db)
            if isinstance(one, Tracked) and plain(one.statement) == plain(statement)
        ]

    def _check_story(self, story: str) -> None:
        every = [one.id for one in self.stories()]
        if story not in every:
            raise LedgerError(f"{self.path}: no story has the id {story!r} ({', '.join(every)})")

    def _apply(self, rumor: Rumor, was_linked: bool) -> Rumor:
        """Stores what the rulings make of a rumor; the account is as current as it was."""
        articles = (self.article(one.article) for one in rumor.stances)
        now = ruled(rumor, self.decisions(), [one for one in articles if one is not None])
        linking = self._linking()
        assert linking is not None  # the rumor is of it
        key = (linking.number, rumor.id)
        ((number,),) = self._db.rows("SELECT number FROM rumor WHERE linking_id=? AND id=?", key)
        self._db.change(
            "UPDATE rumor SET state = ?, resolved_on = ?, proof = ?, note = ?, resolved_at = ? "
            "WHERE linking_id = ? AND number = ?",
            (*ruling_cells(now), linking.number, number),
        )
        key = (linking.number, number)
        self._db.change("DELETE FROM track WHERE linking_id = ? AND rumor = ?", key)
        rows = [(linking.number, *row) for row in track_rows(now, number)]
        self._db.insert_all(tables.TRACK.insert, rows)
        if was_linked:
            done = (deciding.changes(self._db), linking.number)
            self._db.change("UPDATE linking SET decisions = ? WHERE id = ?", done)
        self._kept = None
        return now
