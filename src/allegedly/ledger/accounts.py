"""The account of what was read: linked, stored, asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allegedly.errors import LedgerError
from allegedly.records import (
    Account,
    CastMember,
    Claim,
    Contradiction,
    Copies,
    Dating,
    Decisions,
    Edge,
    Overtaken,
    Rumor,
    Story,
    TimelineItem,
)

from . import account_tables as tables
from . import deciding
from .account_check import check_account
from .account_loading import load_account
from .account_rows import account_rows
from .loading import texts_of
from .quotes import Quote, Speakers, quotes_in, said_by
from .store import Readings

if TYPE_CHECKING:
    from allegedly.link.judging import Judge

_FORGET = tuple(table for table in reversed(tables.ACCOUNT_TABLES) if table is not tables.LINKING)


@dataclass(frozen=True, slots=True)
class Linking:
    """The linking that holds now: its number, and what it was made of."""

    number: int
    stage: str
    last_reading: int
    decisions: int


class Accounts(Readings):
    """A ledger's account of its readings."""

    _kept: tuple[tuple[int, int], Account] | None = None

    @property
    def is_linked(self) -> bool:
        """Whether there is an account, of the readings and decisions there are now."""
        found = self._linking()
        return found is not None and (found.last_reading, found.decisions) == self._state()

    def link(
        self,
        judge: Judge | None = None,
        *,
        progress: Callable[[str], None] = lambda step: None,
    ) -> Account:
        """Links all current readings, as people decided, and stores the account.

        ``judge`` is the packaged one unless given. What was found before keeps its ids.
        The linking before is kept as superseded, older ones as one row each: what they found
        can be found again. Linking the same again changes nothing. Others may read and write
        the ledger meanwhile; what they add is for the next linking.

        Raises:
            WeightsError: where the packaged model is missing or damaged.
        """
        from allegedly.link.account import link  # most who open a ledger link nothing

        self._db.refuse_read_only()
        state, before = self._state(), self._linking()
        known = None if before is None else self._stored(before)
        account = link(self.readings(), judge, self.decisions(), known, progress)
        progress("storing")
        return self._store_account(account, state, before)

    def account(self) -> Account | None:
        """The account as it was last linked, None where it never was.

        Where ``is_linked`` is not so, something was read or decided since.
        """
        found = self._linking()
        return None if found is None else self._stored(found)

    def decisions(self) -> Decisions:
        """What people decided and did not take back."""
        return deciding.as_decisions(deciding.load_made(self._db))

    def stories(self) -> tuple[Story, ...]:
        """The stories, the largest first."""
        return self._account().stories

    def rumors(self, story: str | None = None) -> tuple[Rumor, ...]:
        """The rumors with their stances, the most unsettled first; of one story, or of all."""
        return tuple(one for one in self._account().rumors if story in (None, one.story))

    def claims(self, story: str | None = None) -> tuple[Claim, ...]:
        """The claims with every place that carries them."""
        return tuple(one for one in self._account().claims if story in (None, one.story))

    def cast(self, story: str | None = None) -> tuple[CastMember, ...]:
        """Who is in the stories."""
        return tuple(one for one in self._account().cast if story in (None, one.story))

    def timeline(self, story: str | None = None) -> tuple[TimelineItem, ...]:
        """The events, each told once."""
        return tuple(one for one in self._account().timeline if story in (None, one.story))

    def sources(self, story: str | None = None) -> tuple[Edge, ...]:
        """Who relies on whom."""
        return tuple(one for one in self._account().sourcing if story in (None, one.story))

    def contradictions(self, story: str | None = None) -> tuple[Contradiction, ...]:
        """Pairs of places that cannot both hold."""
        return tuple(one for one in self._account().contradictions if story in (None, one.story))

    def overtaken(self, story: str | None = None) -> tuple[Overtaken, ...]:
        """What later coverage replaced."""
        return tuple(one for one in self._account().overtaken if story in (None, one.story))

    def datings(self) -> tuple[Dating, ...]:
        """What is known of the dates of undated articles."""
        return self._account().datings

    def copies(self) -> Copies:
        """Copies, versions of pages, and passages that articles share."""
        return self._account().copies

    def quotes(self, by: str | None = None, story: str | None = None) -> list[Quote]:
        """Who said what: every attribution of the current readings, in the order of ``readings``.

        ``by`` is an id in the cast, or words of a name; all that have them are meant. Where
        ``is_linked`` is not so, names are those each article gives and nobody is of the cast.
        """
        account = self.account() if self.is_linked else None
        told = None if story is None else self._articles_of(story)
        speakers = Speakers(account)
        found = (
            quote
            for reading in self.readings()
            if told is None or reading.article.id in told
            for quote in quotes_in(reading, speakers)
        )
        return list(found if by is None else said_by(found, by, account.cast if account else ()))

    def frame(self, name: str) -> Any:
        """A table as a ``pyarrow.Table``; ``.to_pandas()`` and ``polars.from_arrow`` take it.

        ``name`` is articles, attributions, cast, claims, appearances, rumors, stances,
        timeline, contradictions or sourcing. A ledger that was never linked has the first
        two only; the others are empty.

        Raises:
            ExtraError: pyarrow is not installed (the extra ``frames``).
            InputError: there is no table of that name.
        """
        from .flat import Coverage, arrow

        return arrow(Coverage(tuple(self.readings()), self.account() or Account(stage="")), name)

    def _articles_of(self, story: str) -> set[str]:
        return {a for one in self.stories() if one.id == story for a in one.articles}

    def _account(self) -> Account:
        found = self.account()
        if found is None:
            raise LedgerError(
                f"{self.path}: it was never linked (call `link()` on it, or run "
                f"`allegedly link {self.path}`)"
            )
        return found

    def _linking(self) -> Linking | None:
        sql = (
            "SELECT id, stage, last_reading, decisions FROM linking "
            "WHERE superseded_at IS NULL ORDER BY id DESC LIMIT 1"
        )
        found = self._db.rows(sql)
        return Linking(*found[0]) if found else None

    def _state(self) -> tuple[int, int]:
        """What an account is a function of, in numbers that only grow."""
        ((last,),) = self._db.rows("SELECT coalesce(max(id), 0) FROM reading")
        return int(last), deciding.changes(self._db)

    def _stored(self, linking: Linking) -> Account:
        """The stored account; loaded once as long as nobody links or decides anything."""
        key = (linking.number, deciding.changes(self._db))
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, load_account(self._db, linking.number))
        return self._kept[1]

    def _store_account(
        self, account: Account, state: tuple[int, int], before: Linking | None
    ) -> Account:
        check_account(account, texts_of(self._db))
        with self.atomic():
            current = self._linking()
            if current is not None and current != before and self._newer(current, state):
                return self._stored(current)  # somebody else linked more in the meantime
            if current is not None and self._stored(current) == account:
                sql = "UPDATE linking SET last_reading = ?, decisions = ? WHERE id = ?"
                self._db.change(sql, (*state, current.number))
            else:
                self._replace(account, state)
        self._kept = None
        return account

    @staticmethod
    def _newer(one: Linking, state: tuple[int, int]) -> bool:
        return one.last_reading >= state[0] and one.decisions >= state[1]

    def _replace(self, account: Account, state: tuple[int, int]) -> None:
        """Stores an account as the current one; the one before stays, older ones are pruned."""
        now = self._now()
        for (number,) in self._db.rows("SELECT id FROM linking WHERE superseded_at IS NOT NULL"):
            for table in _FORGET:
                self._db.change(f'DELETE FROM "{table.name}" WHERE linking_id = ?', (number,))
        self._db.change("UPDATE linking SET superseded_at = ? WHERE superseded_at IS NULL", (now,))
        row = (None, account.stage, now, None, *state)
        number = self._db.insert(tables.LINKING.insert, row)
        for table, rows in account_rows(account, number).items():
            self._db.insert_all(table.insert, rows)
