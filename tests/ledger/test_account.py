"""Accounts go into a ledger and come out as they were."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger, deciding
from allegedly.ledger.account_loading import load_account
from allegedly.ledger.account_tables import ACCOUNT_TABLES
from allegedly.records import Account, Anchor, Reading, Span, Story
from tests.account_strategies import accounts, decisions, in_order
from tests.ledger.samples import NOON, dump, query, sample
from tests.present.accounts import account_of
from tests.strategies import readings

FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SOME = st.lists(readings(), min_size=1, max_size=3, unique_by=lambda one: one.article.id)


def store(ledger: Ledger, account: object) -> None:
    """Stores an account as `link` does."""
    ledger._store_account(account, ledger._state(), ledger._linking())  # type: ignore[arg-type]


@FEW
@given(st.data(), SOME)
def test_what_goes_in_comes_out(data: st.DataObject, stored: list[Reading]) -> None:
    account = data.draw(accounts([one.article for one in stored]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        with Ledger(path) as ledger:
            for reading in stored:
                ledger.add(reading)
            store(ledger, account)
            before = dump(path)
            store(ledger, account)
            assert dump(path) == before
        with Ledger(path, read_only=True) as ledger:
            assert ledger.account() == account
            assert ledger.is_linked
            assert not ledger._db.rows("PRAGMA foreign_key_check")


@FEW
@given(st.data(), SOME)
def test_decisions_come_out_in_the_order_they_were_made(
    data: st.DataObject, stored: list[Reading]
) -> None:
    articles = [one.article for one in stored if one.article.text]
    made = data.draw(decisions(articles)) if articles else []
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "story.db") as ledger:
        for reading in stored:
            ledger.add(reading)
        for one in made:
            deciding.store_decision(ledger._db, one, "2021-02-09T12:00:00.000Z")
        assert ledger.decisions() == in_order(made)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    """A linked ledger of three articles."""
    with Ledger(tmp_path / "story.db", clock=lambda: NOON) as ledger:
        for number in range(3):
            ledger.add(sample(number))
        store(ledger, account_of(list(ledger.readings())))
        yield ledger


def test_the_text_of_an_anchor_is_not_stored_twice(told: Ledger) -> None:
    account = told.account()
    assert account is not None
    place = account.claims[0].appearances[0].anchor
    assert place.text in told.article(place.article).text  # type: ignore[union-attr]
    holding = {line.split(" VALUES")[0] for line in dump(told.path) if place.text in line}
    # The summary of an event is the one line that is kept in words.
    assert holding <= {'INSERT INTO "article"', 'INSERT INTO "timeline_item"'}


def test_an_anchor_outside_its_article_is_damage(told: Ledger) -> None:
    told._db.change('UPDATE anchor SET "end" = 99999 WHERE owner = ?', ("claim",))
    with pytest.raises(LedgerError, match=r"linking 1 is damaged.*ends after"):
        told.account()


def test_the_linking_before_is_kept_and_older_ones_are_pruned(told: Ledger) -> None:
    account = told.account()
    assert account is not None
    for number in range(3):
        store(told, replace(account, stage=f"later {number}"))
    rows = query(told.path, "SELECT id, superseded_at IS NULL FROM linking")
    assert rows == [(1, 0), (2, 0), (3, 0), (4, 1)]
    for table in ACCOUNT_TABLES:
        if table.name != "linking":
            kept = {n for (n,) in query(told.path, f"SELECT linking_id FROM {table.name}")}
            assert kept <= {3, 4}
    assert load_account(told._db, 3) == replace(account, stage="later 1")


def test_a_reading_or_a_decision_since_makes_it_stale(told: Ledger) -> None:
    assert told.is_linked
    told.add(sample(0))
    assert told.is_linked
    told.add(sample(9))
    assert not told.is_linked
    assert told.rumors()
    store(told, account_of(list(told.readings())))
    assert told.is_linked
    told.track("The pier will close")
    assert not told.is_linked


def test_linking_takes_what_was_read_decided_and_found_before(
    told: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def link(readings: Iterator[Reading], judge: None, *rest: object) -> Account:
        given.append((list(readings), *rest[:2]))
        return account_of(list(told.readings()))

    monkeypatch.setattr("allegedly.link.account.link", link)
    before = told.account()
    told.track("The pier will close")
    account = told.link()
    assert given == [(list(told.readings()), told.decisions(), before)]
    assert told.is_linked
    assert told.account() == account == before
    assert query(told.path, "SELECT count(*) FROM linking") == [(1,)]


def test_what_is_read_while_others_link_is_for_the_next_linking(told: Ledger) -> None:
    state, before = told._state(), told._linking()
    account = account_of(list(told.readings()))
    told.add(sample(7))
    told._store_account(replace(account, stage="slow"), state, before)
    assert not told.is_linked
    newer = account_of(list(told.readings()))
    store(told, newer)
    told._store_account(replace(account, stage="slower still"), state, before)
    assert told.account() == newer


BROKEN: dict[str, Callable[[Account], Account]] = {
    "is not in the ledger": lambda a: replace(a, stories=(Story("s-1", "", ("nowhere",)),)),
    "ends after the": lambda a: _claim(a, replace(a.claims[0].anchor, span=Span(1, 99999))),
    "not 'other words'": lambda a: _claim(a, replace(a.claims[0].anchor, text="other words")),
    "two rumor items": lambda a: replace(a, rumors=a.rumors * 2),
    "points to cast p-1": lambda a: replace(a, cast=()),
    "points to story s-1": lambda a: replace(a, stories=()),
    "points to claim k-1": lambda a: replace(a, claims=()),
    "is false where people ruled": lambda a: replace(
        a, rumors=(replace(a.rumors[0], resolution=None),)
    ),
    "kind is 'sort'": lambda a: replace(
        a, contradictions=(replace(a.contradictions[0], kind="sort"),)  # type: ignore[arg-type]
    ),
    "confidence nan": lambda a: replace(
        a, contradictions=(replace(a.contradictions[0], confidence=float("nan")),)
    ),
}  # fmt: skip


def _claim(account: Account, anchor: Anchor) -> Account:
    return replace(account, claims=(replace(account.claims[0], anchor=anchor),))


@pytest.mark.parametrize("fault", BROKEN)
def test_an_account_that_does_not_hold_together_is_refused(told: Ledger, fault: str) -> None:
    account, before = told.account(), dump(told.path)
    assert account is not None
    with pytest.raises(LedgerError, match=f"cannot be stored.*{fault}"):
        store(told, BROKEN[fault](account))
    assert dump(told.path) == before
    assert told.account() == account


def test_an_account_is_stored_as_a_whole_or_not_at_all(told: Ledger) -> None:
    account, before = told.account(), dump(told.path)
    assert account is not None
    # The last table but one cannot be written: nothing of it may stay.
    told._db.connection.execute("ALTER TABLE contradiction RENAME TO away")
    with pytest.raises(LedgerError):
        store(told, replace(account, stage="half"))
    told._db.connection.execute("ALTER TABLE away RENAME TO contradiction")
    assert told.account() == account
    assert len(dump(told.path)) == len(before)
