"""The command as a user runs it, in its own process."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest

from allegedly.records import Status

STORY = (
    "The ferry will not be sold, the harbour master said on Monday.\n\n"
    "“Nobody has asked me for the keys,” Ada Finch said. “Nobody will.”\n"
)


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run `allegedly` and wait for it."""
    command = [sys.executable, "-m", "allegedly", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_read_makes_a_ledger_and_a_report(article: Path, tmp_path: Path) -> None:
    ledger, report = tmp_path / "s.db", tmp_path / "s.html"
    done = run("read", article, "-o", ledger, "--report", report)
    assert done.returncode == 0, done.stderr
    assert b"Ada Finch" in done.stdout
    assert "Nobody has asked me for the keys" in report.read_text("utf-8")
    with sqlite3.connect(ledger) as db:
        (count,) = db.execute("select count(*) from article").fetchone()
    db.close()
    assert count == 1


def dump(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    lines = list(db.iterdump())
    db.close()
    return lines


def test_reading_again_changes_nothing(article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "s.db"
    assert run("read", article, "-o", ledger).returncode == 0
    before = dump(ledger)
    again = run("read", article, "-o", ledger)
    assert again.returncode == 0
    assert b"nothing new" in again.stdout
    assert dump(ledger) == before


def test_jsonl_is_the_contract(article: Path) -> None:
    done = run("read", article, "--jsonl")
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert found["text"] == STORY
    for role in ("source", "cue", "content"):
        for attribution in found["attributions"]:
            for start, end in attribution[role]:
                assert STORY[start:end].strip()
    for layer in ("mentions", "times", "events", "hedges"):
        for item in found[layer]:
            (start, end), inner = item["span"], item.get("head", item["span"])
            assert STORY[start:end].strip()
            assert start <= inner[0] < inner[1] <= end
    assert {item["status"] for item in found["events"]} <= set(get_args(Status))
    assert all(n < len(found["hedges"]) for item in found["attributions"] for n in item["hedges"])


def test_standard_input_takes_json_lines() -> None:
    line = json.dumps({"id": "x", "text": STORY, "published": "2024-03", "outlet": "The Gull"})
    done = run("read", "-", "--jsonl", stdin=line.encode())
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["id"], found["published"]["value"]) == ("x", "2024-03")


def test_the_library_gives_the_same_as_the_command(article: Path) -> None:
    from allegedly import Reader
    from allegedly.present.contract import reading_to_json

    by_command = json.loads(run("read", article, "--jsonl").stdout)
    by_library = json.loads(json.dumps(reading_to_json(Reader().read(STORY))))
    for key in ("text", "sentences", "mentions", "attributions"):
        assert by_command[key] == by_library[key]


BAD = [
    ("empty.txt", b"", b"empty"),
    ("binary.bin", bytes(range(256)) * 40, b"binary"),
    ("rows.jsonl", b'{"text": 5}\n', b"rows.jsonl:1"),
]


@pytest.mark.parametrize(("name", "content", "says"), BAD, ids=[b[0] for b in BAD])
def test_bad_input_is_named_and_the_rest_goes_on(
    article: Path, tmp_path: Path, name: str, content: bytes, says: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    ledger = tmp_path / "s.db"
    done = run("read", bad, article, "-o", ledger)
    assert done.returncode == 1
    assert says in done.stderr.lower()
    assert b"Traceback" not in done.stderr
    assert any("Nobody has asked" in line for line in dump(ledger))


def test_nothing_readable_is_exit_code_3(tmp_path: Path) -> None:
    done = run("read", tmp_path / "missing.txt")
    assert done.returncode == 3
    assert b"missing.txt" in done.stderr


@pytest.mark.parametrize("arguments", [["read"], ["read", "--nonsense"], ["nonsense"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


def test_a_file_that_is_no_ledger_stays_as_it_is(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my notes")
    done = run("read", article, "-o", other)
    assert done.returncode == 3
    assert b"notes.db" in done.stderr
    assert other.read_text() == "my notes"


def test_a_report_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    done = run("read", article, "--report", tmp_path / "no" / "such" / "s.html")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_output(article: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "allegedly", "read", str(article), "--jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def stored(path: Path) -> int:
    """How many readings the ledger holds so far."""
    if not path.exists():
        return 0
    db = sqlite3.connect(path, timeout=10)
    try:
        return int(db.execute("select count(*) from reading").fetchone()[0])
    except sqlite3.OperationalError:  # it is just being made
        return 0
    finally:
        db.close()


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    rows = tmp_path / "many.jsonl"
    rows.write_text(
        "\n".join(json.dumps({"id": str(k), "text": f"Day {k}. {STORY * 20}"}) for k in range(400))
    )
    ledger = tmp_path / "s.db"
    process = subprocess.Popen(
        [sys.executable, "-m", "allegedly", "read", str(rows), "-o", str(ledger)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    deadline = time.monotonic() + 60
    while not stored(ledger) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    db = sqlite3.connect(ledger)
    (found,) = db.execute("select count(*) from article").fetchone()
    (whole,) = db.execute("select count(*) from reading").fetchone()
    db.close()
    assert 0 < found == whole < 400


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["report", "--help"]])
def test_help_reads_well(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.decode().splitlines()) <= 100


def test_report_of_a_ledger(article: Path, tmp_path: Path) -> None:
    ledger, report = tmp_path / "s.db", tmp_path / "again.html"
    run("read", article, "-o", ledger)
    assert run("report", ledger, "-o", report).returncode == 0
    assert "Ada Finch" in report.read_text("utf-8")
