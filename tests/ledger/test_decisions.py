"""What people decide is kept, takes effect, survives another reading, and can be taken back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from allegedly.records import Account, CastDecision, CastMember, EntityRef, Reading, Tracked
from tests.ledger.samples import NOON, bare, dump, query, sample
from tests.present.accounts import account_of

MAY, JUNE = date(2021, 5, 1), date(2021, 6, 1)


def store(ledger: Ledger, account: Account) -> None:
    """Stores an account as `link` does."""
    ledger._store_account(account, ledger._state(), ledger._linking())


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    """A linked ledger: an unresolved rumor, told by three articles, and two people."""
    ticks = itertools.count()
    clock = lambda: NOON + timedelta(hours=next(ticks))  # noqa: E731
    with Ledger(tmp_path / "story.db", clock=clock) as ledger:
        for number in range(3):
            ledger.add(sample(number))
        store(ledger, account(list(ledger.readings())))
        yield ledger


def account(readings: list[Reading]) -> Account:
    made = account_of(readings)
    rumor = replace(made.rumors[0], state="unverified", resolution=None, track=())
    second = replace(rumor, id="r-2", statement="The pier will close.", stances=(), anchors=())
    return replace(made, rumors=(rumor, second), cast=cast(readings))


def cast(readings: list[Reading]) -> tuple[CastMember, ...]:
    names = {"p-1": ("Mara Quill", 0), "p-2": ("Sources close to the harbour", 2)}
    material = {one.article.id: one for one in readings}
    entities = {key: [EntityRef(a, n) for a in material] for key, (_, n) in names.items()}
    return tuple(
        CastMember(
            key,
            "s-1",
            name,
            "person",
            ("she",) if key == "p-1" else (),
            (),
            tuple(entities[key]),
            (),
        )
        for key, (name, _) in names.items()
    )


def test_a_ruling_holds_at_once_and_the_account_stays_current(told: Ledger) -> None:
    found = told.resolve("r-1", "false", on=MAY, proof=" the minutes ", note="read them")
    assert (found.state, found.resolution and found.resolution.proof) == ("false", "the minutes")
    assert told.rumors()[0] == found
    assert told.is_linked
    assert [(one.stance, one.borne_out) for one in found.track] == [
        ("for", False),
        ("against", True),
    ]


@pytest.mark.parametrize(
    "name", ["r-1", "1", "#1", "odile marsh leaves the band", "“Odile Marsh leaves the band.”"]
)
def test_a_rumor_goes_by_its_id_its_number_or_its_statement(told: Ledger, name: str) -> None:
    assert told.resolve(name, "true", on=MAY, proof="x").id == "r-1"


@pytest.mark.parametrize("name", ["3", "0", "-1", "r-9", "The pier will open.", "", "²"])
def test_an_unknown_rumor_names_the_nearest(told: Ledger, name: str) -> None:
    before = dump(told.path)
    with pytest.raises(LedgerError, match=r"nearest: .*The pier will close"):
        told.resolve(name, "true", on=MAY, proof="x")
    assert dump(told.path) == before


def test_a_later_ruling_holds_and_the_earlier_one_comes_back(told: Ledger) -> None:
    told.resolve("1", "true", on=MAY, proof="a letter")
    assert told.resolve("1", "false", on=JUNE, proof="the minutes").state == "false"
    assert [one.resolution.state for one in told.decisions().rulings] == ["true", "false"]
    assert told.unresolve("1").state == "true"
    assert told.unresolve("1").state == "unverified"
    with pytest.raises(LedgerError, match="nobody has resolved"):
        told.unresolve("1")
    assert told.is_linked
    assert query(told.path, "SELECT count(*), count(withdrawn_at) FROM decision") == [(2, 2)]


def test_a_ruling_on_one_rumor_leaves_the_others(told: Ledger) -> None:
    told.resolve("2", "true", on=MAY, proof="x")
    assert [one.state for one in told.rumors()] == ["unverified", "true"]
    assert told.unresolve("2").state == "unverified"


def test_a_ruling_needs_a_proof(told: Ledger) -> None:
    with pytest.raises(LedgerError, match="proof"):
        told.resolve("1", "true", on=MAY, proof="  ")


def test_what_is_tracked_is_tracked_once(told: Ledger) -> None:
    assert told.track("  The  pier will\nclose ")
    assert not told.track("the pier will close.")
    assert told.track("The pier will close", story="s-1")
    assert told.decisions().tracked == (
        Tracked("The pier will close", None),
        Tracked("The pier will close", "s-1"),
    )
    told.untrack("THE PIER WILL CLOSE")
    assert told.decisions().tracked == ()
    with pytest.raises(LedgerError, match=r"is not tracked \(nothing is"):
        told.untrack("The pier will close")


@pytest.mark.parametrize("statement", ["", "  ", "…", "“”"])
def test_an_empty_statement_is_not_tracked(told: Ledger, statement: str) -> None:
    if statement == "…":
        assert told.track(statement)
        return
    with pytest.raises(LedgerError, match="empty statement"):
        told.track(statement)


def test_a_story_that_is_not_there_is_named(told: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"no story has the id 's-9' \(s-1"):
        told.track("The pier will close", story="s-9")


def words(told: Ledger, decision: CastDecision) -> list[str]:
    found = []
    for place in (decision.first, decision.second):
        article = told.article(place.article)
        assert article
        found.append(place.span.of(article.text if place.field == "text" else article.title or ""))
    return found


def test_merging_points_to_where_both_are_named(told: Ledger) -> None:
    told.merge("p-1", "sources close")
    (made,) = told.decisions().cast
    assert made.kind == "merge"
    assert words(told, made) == ["Mara Quill", "Sources close to the harbour"]
    assert not told.is_linked


def test_splitting_needs_two_names_of_one(told: Ledger) -> None:
    told.split("Mara Quill", "she")
    (made,) = told.decisions().cast
    assert (made.kind, words(told, made)) == ("split", ["Mara Quill", "she"])


def test_namesakes_are_split_by_article(told: Ledger) -> None:
    told.split("Mara Quill@n1", f"Mara Quill@{sample(2).article.id}")
    (made,) = told.decisions().cast
    assert [made.first.article, made.second.article] == [sample(n).article.id for n in (1, 2)]


WRONG = [
    ("merge", "Mara Quill", "she@n1", "are one already"),
    ("merge", "Mara Quill", "Nobody", "nobody in the cast"),
    ("merge", "Mara Quill", "e", "nobody in the cast"),
    ("split", "Nobody@n1", "Mara Quill", "in the article n1: nobody in the cast"),
    ("split", "Mara Quill", "Sources close to the harbour", "are two already"),
    ("split", "Mara Quill", "Mara Quill", "same words"),
    ("unmerge", "Mara Quill", "she", "to undo"),
]


@pytest.mark.parametrize(("do", "one", "other", "says"), WRONG)
def test_what_cannot_be_decided_is_refused(
    told: Ledger, do: str, one: str, other: str, says: str
) -> None:
    before = dump(told.path)
    with pytest.raises(LedgerError, match=says):
        getattr(told, do)(one, other)
    assert dump(told.path) == before


def test_a_decision_is_taken_back_whichever_way_it_is_named(told: Ledger) -> None:
    told.merge("Mara Quill", "Sources close to the harbour")
    told.unmerge("sources", "quill")
    assert told.decisions().cast == ()
    assert query(told.path, "SELECT count(*) FROM decision") == [(1,)]


def test_decisions_survive_another_reading(told: Ledger) -> None:
    told.merge("p-1", "p-2")
    told.track("The pier will close")
    told.resolve("1", "false", on=MAY, proof="x")
    before = told.decisions()
    for number in range(3):
        told.add(sample(number, "2"))
    store(told, account(list(told.readings())))
    assert told.decisions() == before
    with Ledger(told.path, read_only=True) as ledger:
        assert ledger.decisions() == before
        with pytest.raises(LedgerError, match="read-only"):
            ledger.resolve("1", "true", on=MAY, proof="x")


def test_a_ruling_that_is_interrupted_changes_nothing(
    told: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = dump(told.path)
    monkeypatch.setattr("allegedly.ledger.ledger.ruled", stop)
    with pytest.raises(KeyboardInterrupt):
        told.resolve("1", "true", on=MAY, proof="x")
    assert dump(told.path) == before


def test_quotes_go_by_the_names_of_the_cast(told: Ledger) -> None:
    found = told.quotes()
    assert len(found) == 9
    assert {one.name for one in found} == {"Mara Quill", None}
    assert {one.speaker for one in told.quotes(by="quill")} == {"p-1"}
    assert told.quotes(by="p-1") == told.quotes(by="MARA")
    assert len(told.quotes(by="p-1")) == 6
    assert told.quotes(by="somebody else") == []
    for one in found:
        article = told.article(one.article)
        assert article
        field = article.text if one.field == "text" else article.title
        for part in (*one.source, *one.cue, *one.content):
            assert part.span.of(field or "") == part.text


def test_quotes_of_a_ledger_that_was_never_linked(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        ledger.add(sample(1))
        ledger.add(bare("Nothing."))
        assert {(one.name, one.speaker) for one in ledger.quotes()} == {
            ("Mara Quill", None),
            (None, None),
        }
        with pytest.raises(LedgerError, match="never linked"):
            ledger.timeline()
