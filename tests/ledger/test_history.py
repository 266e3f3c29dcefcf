from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.ledger import Counts, Ledger
from allegedly.records import Event, Furniture, Span, Unread
from tests.ledger.samples import NOON, bare, dump, numbers, query, sample


def test_another_stage_supersedes_and_keeps_the_old_rows(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    hours = itertools.count()
    with Ledger(path, clock=lambda: NOON + timedelta(hours=next(hours))) as ledger:
        ledger.add(sample(1))
        before = {line for line in dump(path) if not line.startswith('INSERT INTO "reading"')}
        assert ledger.add(sample(1, "2"))
        assert before <= set(dump(path))
        assert list(ledger.readings()) == [sample(1, "2")]
        assert ledger.has(sample(1).article.id, "2")
        assert not ledger.has(sample(1).article.id, "1")
    assert query(path, "SELECT stage, created_at, superseded_at FROM reading ORDER BY id") == [
        ("1", "2021-02-09T12:00:00.000Z", "2021-02-09T13:00:00.000Z"),
        ("2", "2021-02-09T13:00:00.000Z", None),
    ]


def test_the_last_stage_to_read_is_the_current_one(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        assert [ledger.add(sample(1, stage)) for stage in "12211"] == [
            True,
            True,
            False,
            True,
            False,
        ]
        assert [reading.stage for reading in ledger.readings()] == ["1"]


def test_a_new_stage_brings_what_it_found_around_the_text(tmp_path: Path) -> None:
    old = bare("Share this. News.", byline="x", origin="a")
    furniture = (Furniture(Span(0, 11), "share"),)
    article = replace(old.article, byline=None, origin="b", language="en", furniture=furniture)
    new = replace(old, article=article, stage="2")
    with Ledger(tmp_path / "story.db") as ledger:
        ledger.add(old)
        assert not ledger.add(replace(new, stage="1"))
        assert ledger.article(old.article.id) == old.article
        assert ledger.add(new)
        assert ledger.article(old.article.id) == new.article


def test_times_are_stored_in_utc(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    elsewhere = NOON.astimezone(timezone(timedelta(hours=9)))
    with Ledger(path, clock=lambda: elsewhere) as ledger:
        ledger.add_unread(Unread("a", "b", "c"))
    assert query(path, "SELECT seen_at FROM unread") == [("2021-02-09T12:00:00.000Z",)]


def test_an_unread_input_seen_again_changes_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        ledger.add_unread(Unread("a.html", "empty", "save it again"))
        before = dump(ledger.path)
        ledger.add_unread(Unread("a.html", "empty", "something else"))
        assert dump(ledger.path) == before
        ledger.add_unread(Unread("a.html", "not HTML"))
        assert [unread.what for unread in ledger.unread()] == ["empty", "not HTML"]


def test_counts(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        assert ledger.counts() == Counts(*[0] * 10)
        for number in range(4):
            ledger.add(sample(number))
        ledger.add(sample(1, "2"))
        ledger.add(replace(bare("Nichts."), unread="not English"))
        ledger.add_unread(Unread("x", "y"))
        counts = ledger.counts()
        assert counts == Counts(
            5, 1, 3, direct=0, indirect=8, mixed=4, unread=1, times=4, events=4, hedges=4
        )
        assert counts.attributions == 12


def _fail_after_adding(ledger: Ledger, number: int, error: BaseException) -> None:
    with ledger.atomic():
        ledger.add(sample(number))
        raise error


def test_an_atomic_block_is_all_or_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            _fail_after_adding(ledger, 1, KeyboardInterrupt())
        assert numbers(ledger.readings()) == []
        with ledger.atomic():
            ledger.add(sample(1))
            with pytest.raises(ValueError, match="inner"):
                _fail_after_adding(ledger, 2, ValueError("inner"))
            with ledger.atomic():
                ledger.add(sample(3))
        assert numbers(ledger.readings()) == [1, 3]


class Interrupting(tuple[Event, ...]):
    """Events that may be gone through ``left`` times before Ctrl-C is pressed."""

    left = 0

    def __iter__(self) -> Iterator[Event]:
        Interrupting.left -= 1
        if Interrupting.left < 0:
            raise KeyboardInterrupt
        return super().__iter__()


def test_an_interrupted_add_leaves_no_half_article(tmp_path: Path) -> None:
    whole = sample(2)
    broken = replace(whole, body=replace(whole.body, events=Interrupting(whole.body.events)))
    interruptions = 0
    for times in range(8):
        with Ledger(tmp_path / f"{times}.db") as ledger:
            ledger.add(sample(1))
            before = dump(ledger.path)
            Interrupting.left = times
            try:
                ledger.add(broken)
            except KeyboardInterrupt:
                interruptions += 1
                assert dump(ledger.path) == before
            ledger.add(whole)
            assert numbers(ledger.readings()) == [1, 2]
    # Some interrupt the check, the last one the writing of rows.
    assert 2 <= interruptions < 8


def test_many_articles_share_one_commit(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        commits: list[str] = []
        ledger._db.connection.set_trace_callback(commits.append)
        with ledger.atomic():
            for number in range(50):
                ledger.add(sample(number))
        ledger._db.connection.set_trace_callback(None)
        assert commits.count("COMMIT") == 1
        assert numbers(ledger.readings()) == list(range(50))


def test_a_closed_ledger_says_so(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "story.db")
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.counts()


HISTORIES = [
    ("u", 1),
    ("ur", 0),
    ("ru", 1),
    ("uru", 1),
    ("urr", 0),
    ("uruu", 1),
    ("urur", 0),
    ("uo", 1),
]


@pytest.mark.parametrize(("history", "left"), HISTORIES)
def test_what_was_read_later_is_no_longer_unread(tmp_path: Path, history: str, left: int) -> None:
    path = tmp_path / "story.db"
    hours = itertools.count()
    with Ledger(path, clock=lambda: NOON + timedelta(hours=next(hours))) as ledger:
        for number, step in enumerate(history):
            if step == "u":
                ledger.add_unread(Unread("a.txt", "empty"))
            else:
                origin = "a.txt" if step == "r" else "other.txt"
                ledger.add(bare(f"News {number}.", origin=origin))
        assert len(ledger.unread()) == ledger.counts().unread == left
    assert len(query(path, "SELECT * FROM not_read")) == left
    before = dump(path)
    with Ledger(path) as ledger:
        for one in ledger.unread():
            ledger.add_unread(one)
    assert dump(path) == before
