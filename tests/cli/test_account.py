"""The commands that ask a ledger for its account, and those that decide."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allegedly.cli import main as program
from allegedly.cli.main import cli
from allegedly.ledger import Ledger
from allegedly.link.account import STAGE
from allegedly.records import Account, Decisions, Reading
from tests.ledger.samples import bare, dump, sample
from tests.present.accounts import account_of

LISTS = ("rumors", "timeline", "quotes", "sources", "contradictions", "cast")
KEYS = {"quotes": "attributions", "sources": "sourcing"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), standalone_mode=False)


def flat(done: Result) -> str:
    """What was printed, as words: lines are wrapped to the width of the terminal."""
    return " ".join(done.stdout.split())


def made_of(readings: list[Reading], decisions: Decisions) -> Account:
    """What linking makes of these readings here: a rumor nobody settled, and what is tracked."""
    if len(readings) < 2:
        return Account(stage=f"{STAGE} test")
    account = account_of(readings)
    rumor = replace(account.rumors[0], state="unverified", resolution=None, track=())
    tracked = [
        replace(rumor, id=f"r-t{n}", statement=one.statement, claim=None, tracked=True, stances=())
        for n, one in enumerate(decisions.tracked)
    ]
    return replace(account, stage=f"{STAGE} test", rumors=(rumor, *tracked))


@pytest.fixture(autouse=True)
def linking(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Linking without a model; each entry is the number of articles that were linked."""
    calls: list[int] = []

    def link(
        readings: Any,
        judge: None,
        decisions: Decisions,
        before: object,
        progress: Callable[[str], None],
    ) -> Account:
        progress("claims")
        given = list(readings)
        calls.append(len(given))
        return made_of(given, decisions)

    monkeypatch.setattr("allegedly.link.account.link", link)
    return calls


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        for number in range(3):
            ledger.add(sample(number))
    return path


@pytest.mark.parametrize("command", LISTS)
def test_a_ledger_is_linked_when_it_is_first_asked(
    path: Path, linking: list[int], command: str
) -> None:
    assert run(command, path).return_value == 0
    assert run(command, path).return_value == 0
    assert linking == [3]


def test_what_an_older_version_linked_is_linked_anew(
    path: Path, linking: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("rumors", path).return_value == 0
    monkeypatch.setattr("allegedly.link.account.STAGE", "link-99")
    assert run("rumors", path).return_value == 0
    assert linking == [3, 3]


@pytest.mark.parametrize("command", LISTS)
def test_rows_for_programs_are_those_of_the_export(path: Path, command: str) -> None:
    whole = json.loads(run("export", path).stdout)[KEYS.get(command, command)]
    assert whole
    assert json.loads(run(command, path, "--json").stdout) == whole
    lines = run(command, path, "--jsonl", "--limit", "1").stdout.splitlines()
    assert [json.loads(line) for line in lines] == whole[:1]


@pytest.mark.parametrize("command", LISTS)
def test_nothing_found_is_said_in_plain_words(tmp_path: Path, command: str) -> None:
    path = tmp_path / "one.db"
    with Ledger(path) as ledger:
        ledger.add(bare("Nothing."))
    done = run(command, path)
    assert done.return_value == 0
    assert done.stdout.startswith("No ")
    assert "found among 1 article." in done.stdout
    assert json.loads(run(command, path, "--json").stdout) == []


def test_a_rumor_says_who_stands_where_and_on_whose_word(path: Path) -> None:
    out = flat(run("rumors", path))
    assert "1. Odile Marsh leaves the band. unverified; 1 for, 1 against, 1 observing;" in out
    assert "Everything rests on one unnamed source." in out
    assert "Ferry Post 0, 1 February 2021" in out
    assert "on the word of a source close to the band (unnamed)" in out
    start, end = 11, 93
    assert f"[text {start}-{end}]" in out or "[text 11-" in out


def test_the_timeline_shows_conflicts_and_what_is_unknown(path: Path) -> None:
    out = flat(run("timeline", path))
    assert "March 2023 (happened)" in out
    assert "date unknown (planned)" in out
    assert "One says March, the other June." in out


def test_sources_and_copies(path: Path) -> None:
    out = flat(run("sources", path))
    assert "Ferry Post 1 ← Ferry Post 0 ← a source close to the band" in out
    assert "One origin: Ferry Post 0, 1 February 2021" in out


def test_contradictions_show_both_texts_and_what_was_overtaken(path: Path) -> None:
    out = flat(run("contradictions", path))
    assert "1. whether she leaves (polarity)" in out
    assert out.count("[Ferry Post 0, 1 February 2021, text 11-") >= 1
    assert "why Yes and no." in out
    assert "Overtaken: no contradiction" in out


def test_quotes_by_somebody(path: Path) -> None:
    every, hers = run("quotes", path), run("quotes", path, "--by", "quill")
    assert "Sources close to the harbour: it." in every.stdout
    assert "Sources close" not in hers.stdout.replace("harbour reportedly", "")
    assert "No quotes by Nobody found" in run("quotes", path, "--by", "Nobody").stdout
    rows = json.loads(run("quotes", path, "--by", "quill", "--json").stdout)
    assert 0 < len(rows) < len(json.loads(run("quotes", path, "--json").stdout))


def test_a_limit_says_what_it_leaves_out(path: Path) -> None:
    assert (
        "… and 1 more event (--limit 0 lists all)" in run("timeline", path, "--limit", "1").stdout
    )
    assert "more event" not in run("timeline", path, "--limit", "0").stdout


def test_stories_of_a_ledger(path: Path) -> None:
    assert "Will the band part? (3 articles, 1 claim, s-1)" in flat(run("stories", path))
    lines = [json.loads(line) for line in run("stories", path, "--jsonl").stdout.splitlines()]
    assert [line["id"] for line in lines] == ["n0", "n1", "n2"]
    assert len({line["story"] for line in lines}) == 1


def test_one_story_of_several(path: Path) -> None:
    assert run("rumors", path, "--story", "s-1").return_value == 0
    wrong = run("rumors", path, "--story", "s-2")
    assert "no story has the id 's-2'" in str(wrong.exception)
    assert "s-1" in str(wrong.exception)


def test_a_statement_is_tracked_and_forgotten(path: Path, linking: list[int]) -> None:
    done = run("track", path, "The pier will close")
    assert "2. The pier will close unverified; no article says anything of it;" in flat(done)
    again = run("track", path, "the pier will close.")
    assert "followed already" in again.stderr
    assert linking == [3]
    assert "no longer" in run("track", path, "The pier will close", "--remove").stdout
    assert linking == [3, 3]
    assert "The pier" not in run("rumors", path).stdout


RULING = ("--false", "--on", "2022-11-29", "--proof", "https://proof.example/1")


def test_a_rumor_is_resolved_and_the_record_shown(path: Path, linking: list[int]) -> None:
    done = run("resolve", path, "1", *RULING, "--note", "the minutes say so")
    out = flat(done)
    assert "false since 29 November 2022" in out
    assert "Ruled by a person. Proof: https://proof.example/1 the minutes say so" in out
    assert "for Ferry Post 0, 1 February 2021, from an unnamed source: not borne out" in out
    assert linking == [3]
    later = run("resolve", path, "1", "--true", "--on", "2022-12-01", "--proof", "a letter")
    assert "ruled false since 29 November 2022 before" in later.stderr
    assert "true since 1 December 2022" in flat(later)
    assert "false since" in flat(run("resolve", path, "1", "--undo"))
    assert "unverified;" in flat(run("resolve", path, "1", "--undo"))
    assert linking == [3]


def test_a_file_as_proof_is_kept_by_its_full_path(path: Path, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("No.")
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        run("resolve", path, "1", *RULING[:3], "--proof", "minutes.txt")
    finally:
        os.chdir(here)
    (rumor,) = json.loads(run("rumors", path, "--json").stdout)
    assert rumor["resolution"]["proof"] == str((tmp_path / "minutes.txt").resolve())


def test_the_cast_is_merged_and_split(path: Path, linking: list[int]) -> None:
    assert "Odile Marsh (person, 1 article, p-1)" in flat(run("cast", path))
    done = run("cast", path, "--split", "Odile Marsh", "Marsh")
    assert isinstance(done.exception, Exception)  # only one place names them
    assert linking == [3]


USAGE = [
    ("resolve", "1"),
    ("resolve", "1", "--true", "--on", "2022-11-29"),
    ("resolve", "1", "--true", "--on", "soon", "--proof", "x"),
    ("resolve", "1", "--undo", "--true"),
    ("cast", "--undo"),
    ("cast", "--merge", "a", "b", "--split", "a", "b"),
    ("cast", "--merge", "a", "b", "--json"),
    ("cast", "--merge", "a"),
    ("export", "--format", "powerpoint"),
    ("export", "--format", "csv"),
    ("rumors", "--limit", "-1"),
    ("track",),
]


def code(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """The exit code of the program."""
    with pytest.raises(SystemExit) as ended:
        program(list(map(str, arguments)))
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize("line", USAGE, ids=" ".join)
def test_wrong_usage_is_exit_code_2(
    path: Path, line: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)
    assert code(monkeypatch, line[0], path, *line[1:]) == 2
    assert dump(path) == before


FAILING = [
    (("resolve", "nobody said so", *RULING), "no rumor is 'nobody said so'"),
    (("resolve", "1", "--undo"), "nobody has resolved"),
    (("track", "what nobody follows", "--remove"), "is not tracked"),
    (("cast", "--merge", "Odile Marsh", "Nobody"), "nobody in the cast is 'Nobody'"),
    (("track", " "), "empty statement"),
]


@pytest.mark.parametrize(("line", "says"), FAILING)
def test_what_cannot_be_done_is_exit_code_3(
    path: Path, line: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert code(monkeypatch, line[0], path, *line[1:]) == 3
    assert says in capfd.readouterr().err


@pytest.mark.parametrize("command", [*LISTS, "link", "export"])
def test_no_ledger_is_exit_code_3_and_makes_none(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    missing = tmp_path / "none.db"
    assert code(monkeypatch, command, missing) == 3
    assert "none.db" in capfd.readouterr().err
    assert not missing.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_ledger_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o444)
    assert code(monkeypatch, "rumors", path) == 3


def test_an_account_that_is_not_current_is_shown_where_it_cannot_be_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("link", path).return_value == 0
    with Ledger(path) as ledger:
        ledger.add(sample(5))
    monkeypatch.setattr("allegedly.cli.ledgers._writable", lambda path: False)
    done = run("rumors", path)
    assert "something is new since" in done.stderr
    assert "Odile Marsh leaves the band." in done.stdout


def test_never_linked_and_not_writable_says_how(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allegedly.cli.ledgers._writable", lambda path: False)
    done = run("rumors", path)
    assert "never linked, and it cannot be written here" in str(done.exception)


def test_a_fault_in_linking_is_an_error_and_no_traceback(
    path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Account:
        raise ZeroDivisionError("by zero\nin a line")

    monkeypatch.setattr("allegedly.link.account.link", broken)
    assert code(monkeypatch, "rumors", path) == 3
    assert "internal error: ZeroDivisionError by zero in a line" in capfd.readouterr().err


def test_linking_says_what_it_found(path: Path) -> None:
    out = flat(run("link", path))
    assert "Linked: 1 story, 1 claim, 1 rumor, 1 contradiction, 1 group of copies" in out
    assert "Top rumor: Odile Marsh leaves the band. (unverified; 1 for, 1 against, 1 obs" in out
    assert "Ferry Post 1 and Ferry Post 2 rely on Ferry Post 0." in out


def test_the_export_is_one_object_whose_anchors_hold(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "story.json"
    assert run("export", path, "--format", "json", "-o", target).return_value == 0
    found = json.loads(target.read_text("utf-8"))
    assert {
        "articles", "cast", "attributions", "claims", "rumors", "timeline", "contradictions",
        "sourcing", "copies",
    } <= set(found)  # fmt: skip
    texts = {(one["id"], "text"): one["text"] for one in found["articles"]}
    texts |= {(one["id"], "title"): one["title"] for one in found["articles"]}
    cast = {one["id"] for one in found["cast"]}
    for one in found["attributions"]:
        assert one["speaker"] is None or one["speaker"] in cast
    count = 0
    for anchor in _anchors(found):
        start, end = anchor["span"]
        assert texts[anchor["article"], anchor["field"]][start:end] == anchor["text"]
        count += 1
    assert count > 20


def _anchors(value: Any) -> Any:
    if isinstance(value, dict):
        yield from value.get("anchors", ())
        for one in value.values():
            yield from _anchors(one)
    elif isinstance(value, list):
        for one in value:
            yield from _anchors(one)


def test_an_export_replaces_neither_the_ledger_nor_a_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert code(monkeypatch, "export", path, "-o", path) == 2
    assert code(monkeypatch, "export", path, "-o", tmp_path) == 2
    assert code(monkeypatch, "export", path, "-o", tmp_path / "no" / "such.json") == 3
    assert code(monkeypatch, "export", path, "--format", "csv", "-o", path) == 2


def test_an_export_of_several_files_makes_a_folder(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert run("export", path, "--format", "csv", "-o", folder).return_value == 0
    assert {one.suffix for one in folder.iterdir()} == {".csv"}


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Two short articles."""
    path = tmp_path / "wire.jsonl"
    told = ("The ferry stays, Ada Finch said.", "Ada Finch said that she had sold nothing.")
    rows = (json.dumps({"id": f"w{n}", "text": text}) for n, text in enumerate(told))
    path.write_text("\n".join(rows), "utf-8")
    return path


def test_reading_links_at_the_end_and_says_what_it_found(
    wire: Path, tmp_path: Path, linking: list[int]
) -> None:
    path, report = tmp_path / "s.db", tmp_path / "s.html"
    done = run("read", wire, "-o", path, "--report", report)
    assert done.return_value == 0
    assert "Top rumor: Odile Marsh leaves the band." in flat(done)
    assert "Odile Marsh leaves the band." in report.read_text("utf-8")
    before = dump(path)
    assert run("read", wire, "-o", path).return_value == 0
    assert dump(path) == before
    assert linking == [2]


def test_reading_without_linking(wire: Path, tmp_path: Path, linking: list[int]) -> None:
    done = run("read", wire, "-o", tmp_path / "s.db", "--no-link")
    assert done.return_value == 0
    assert "Linked" not in done.stdout
    assert linking == []
    assert run("rumors", tmp_path / "s.db").return_value == 0
    assert linking == [2]


def test_a_fault_in_linking_does_not_cost_what_was_read(
    wire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Account:
        raise ZeroDivisionError

    monkeypatch.setattr("allegedly.link.account.link", broken)
    done = run("read", wire, "-o", tmp_path / "s.db")
    assert done.return_value == 1
    assert "could not be linked: internal error: ZeroDivisionError" in done.stderr
    with Ledger(tmp_path / "s.db") as ledger:
        assert len(list(ledger.readings())) == 2
