"""What users do to a command line; each in its own process."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import allegedly

STORY = (
    "The ferry will not be sold, the harbour master said on Monday.\n\n"
    "“Nobody has asked me for the keys,” Ada Finch said. “Nobody will.”\n"
)
OLD_LEDGER = Path(__file__).resolve().parent.parent / "ledger" / "version1.sql"
# Absolute: the commands run in another folder than the tests.
SOURCE = Path(allegedly.__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
COMMAND = [sys.executable, "-m", "allegedly"]
LINUX = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of shell in which ``$A`` is the command."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("$A", " ".join(COMMAND))],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def dump(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    lines = list(db.iterdump())
    db.close()
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "no.txt").write_bytes(b"")
    return tmp_path


CODES = [
    ("read a.txt -o s.db", 0, ""),
    ("read a.txt no.txt -o s.db", 1, "no.txt"),
    ("read no.txt -o s.db", 3, "nothing could be read"),
    ("read a.txt --report none/s.html", 3, "the folder"),
    ("read a.txt --report a.txt", 2, "replace an input"),
    ("read a.txt -o s.db --report s.db", 2, "replace the ledger"),
    ("read a.txt -o s.db --report ./s.db", 2, "replace the ledger"),
    ("report s.db -o s.db", 2, "replace the ledger"),
    ("read a.txt --report .", 2, "directory"),
    ("read a.txt --jsonl -o s.db", 2, "--jsonl"),
]


@pytest.mark.parametrize(("line", "code", "says"), CODES, ids=[one[0] for one in CODES])
def test_exit_codes(folder: Path, line: str, code: int, says: str) -> None:
    done = run(folder, *line.split())
    assert (done.returncode, done.stdout != b"") == (code, code < 2)
    assert says in done.stderr.decode()
    assert (folder / "a.txt").read_text("utf-8") == STORY
    assert not list(folder.glob(".*"))
    assert not list(folder.glob("*-wal"))


def test_nothing_read_is_nothing_done_also_where_the_ledger_holds_something(folder: Path) -> None:
    assert run(folder, "read", "a.txt", "-o", "s.db").returncode == 0
    assert run(folder, "read", "no.txt", "-o", "s.db").returncode == 3
    assert run(folder, "read", "a.txt", "no.txt", "-o", "s.db").returncode == 1


def test_an_empty_name_is_not_the_folder_we_are_in(folder: Path) -> None:
    done = run(folder, "read", "")
    assert done.returncode == 3
    assert b"empty name" in done.stderr


def test_what_cannot_be_read_is_named_once(folder: Path) -> None:
    done = run(folder, "read", "a.txt", "no.txt")
    assert (done.stdout + done.stderr).count(b"no.txt") == 1
    assert b"1 input, named above" in done.stdout


def test_names_do_not_steer_the_terminal(folder: Path) -> None:
    (folder / "x\x1b[31m\n.txt").write_bytes(b"")
    done = run(folder, "read", "a.txt", "x\x1b[31m\n.txt")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_json_lines_and_a_report_in_one_run(folder: Path) -> None:
    done = run(folder, "read", "a.txt", "--jsonl", "--report", "s.html")
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == STORY
    assert "Ada Finch" in (folder / "s.html").read_text("utf-8")


def test_a_report_does_not_replace_another_database(folder: Path) -> None:
    db = sqlite3.connect(folder / "other.html")
    db.execute("create table x (y)")
    db.close()
    assert run(folder, "read", "a.txt", "--report", "other.html").returncode == 2


def test_a_report_in_the_folder_is_not_read_as_coverage(folder: Path) -> None:
    (folder / "no.txt").unlink()
    arguments = ("read", ".", "-o", "s.db", "--report", "s.html")
    assert run(folder, *arguments).returncode == 0
    before = dump(folder / "s.db")
    again = run(folder, *arguments)
    assert (again.returncode, b"nothing new" in again.stdout) == (0, True)
    assert dump(folder / "s.db") == before
    named = run(folder, "read", "s.html")
    assert (named.returncode, b"report" in named.stderr) == (3, True)


def test_a_report_lists_only_what_still_cannot_be_read(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    arguments = ("read", ".", "-o", "s.db", "--report", "s.html")
    assert run(folder, *arguments).returncode == 1
    (folder / "b.txt").write_text(STORY + "More.", "utf-8")
    assert run(folder, *arguments).returncode == 1
    assert "1 input could not be read" in (folder / "s.html").read_text("utf-8")


def test_a_report_of_a_ledger_that_an_older_version_made(folder: Path) -> None:
    db = sqlite3.connect(folder / "old.db")
    db.executescript(OLD_LEDGER.read_text("utf-8"))
    db.executescript(f"PRAGMA application_id = {0x616C6C67}; PRAGMA user_version = 1;")
    db.close()
    done = run(folder, "report", "old.db", "-o", "s.html")
    assert (done.returncode, done.stderr.count(b"\n")) == (0, 1)
    assert b"old.db: brought up" in done.stderr
    assert "Mara Quill" in (folder / "s.html").read_text("utf-8")
    again = run(folder, "report", "old.db", "-o", "s.html")
    assert (again.returncode, again.stderr) == (0, b"")


def test_a_linked_report_stays_a_link(folder: Path) -> None:
    (folder / "link.html").symlink_to("real.html")
    assert run(folder, "read", "a.txt", "--report", "link.html").returncode == 0
    assert (folder / "link.html").is_symlink()
    assert "Ada Finch" in (folder / "real.html").read_text("utf-8")


STREAMS = [
    ("$A read a.txt --jsonl | true", 0),
    ("$A read a.txt | true", 0),
    ("$A read a.txt --jsonl > /dev/full", 3),
    ("$A read a.txt > /dev/full", 3),
    ("$A --help > /dev/full", 3),
    ("$A read a.txt --jsonl >&-", 0),
    ("$A read a.txt >&-", 0),
    ("$A read - <&-", 3),
    ("$A read no.txt 2>&-", 3),
    ("$A read no.txt 2> /dev/full", 3),
    ("$A read a.txt no.txt 2> /dev/full", 1),
    ("$A nonsense 2> /dev/full", 2),
    ("$A read a.txt -o s.db >&- 2>&- <&-", 0),
    ("$A read a.txt --report /dev/full", 3),
    ("PYTHONIOENCODING=ascii $A read a.txt -o ü.db", 0),
]


@LINUX
@pytest.mark.parametrize(("line", "code"), STREAMS, ids=[one[0] for one in STREAMS])
def test_streams(folder: Path, line: str, code: int) -> None:
    done = shell(folder, line)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert not Path("/dev/full").is_file()
    for ledger in folder.glob("*.db"):
        assert any("Nobody has asked" in row for row in dump(ledger))


def many(path: Path, count: int) -> None:
    path.write_text(
        "\n".join(
            json.dumps({"id": str(k), "text": f"Day {k}. {STORY * 12}"}) if k % 10 else "{bad"
            for k in range(count)
        )
    )


def untimed(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    db.execute("UPDATE reading SET created_at = ''")
    db.execute("UPDATE linking SET created_at = ''")
    db.execute("UPDATE unread SET seen_at = '', number = -number")
    lines = list(db.iterdump())
    db.close()
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_stopped_in_the_middle_and_run_again(tmp_path: Path, number: int, code: int) -> None:
    many(tmp_path / "many.jsonl", 140)
    ledger = tmp_path / "s.db"
    command = [*COMMAND, "read", "many.jsonl", "--no-link", "-o"]
    process = subprocess.Popen(
        [*command, "s.db"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
        if ledger.exists() and _count(ledger) >= 50:
            break
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in errors
    assert 50 <= _count(ledger) < 126
    assert run(tmp_path, "read", "many.jsonl", "--no-link", "-o", "s.db").returncode == 1
    assert run(tmp_path, "read", "many.jsonl", "--no-link", "-o", "whole.db").returncode == 1
    assert untimed(ledger) == untimed(tmp_path / "whole.db")
    assert not list(tmp_path.glob("*-wal"))


def _count(path: Path) -> int:
    db = sqlite3.connect(path, timeout=10)
    try:
        (count,) = db.execute("SELECT count(*) FROM reading").fetchone()
        return int(count)
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()


def test_two_at_once_into_one_ledger(tmp_path: Path) -> None:
    many(tmp_path / "many.jsonl", 60)
    command = [*COMMAND, "read", "many.jsonl", "--no-link", "-o", "s.db"]
    both = [
        subprocess.Popen(
            command,
            cwd=tmp_path,
            env=ENVIRONMENT,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 1
        assert b"Traceback" not in errors
    assert _count(tmp_path / "s.db") == 54
    assert not list(tmp_path.glob("*-wal"))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_full_disk_under_the_ledger(tmp_path: Path) -> None:
    many(tmp_path / "many.jsonl", 120)
    # An empty ledger alone takes half of that.
    done = limited(tmp_path, "read", "many.jsonl", "--no-link", "-o", "s.db", most=500_000)
    assert done.returncode == 3
    assert b"s.db: the disk" in done.stderr
    assert run(tmp_path, "read", "many.jsonl", "--no-link", "-o", "s.db").returncode == 1
    assert _count(tmp_path / "s.db") == 108


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_full_disk_under_a_report(folder: Path) -> None:
    (folder / "s.html").write_text("older")
    (folder / "big.txt").write_text(STORY * 300)
    done = limited(folder, "read", "big.txt", "--report", "s.html", most=60_000)
    assert (done.returncode, b"s.html" in done.stderr) == (3, True)
    assert (folder / "s.html").read_text() == "older"
    assert not list(folder.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_no_room_for_temporary_files_is_not_the_fault_of_an_input(folder: Path) -> None:
    done = shell(folder, "ulimit -f 100; $A read a.txt a.txt")
    assert done.returncode == 3
    assert done.stderr.startswith(b"allegedly: the language model cannot be loaded")


def limited(
    folder: Path, *arguments: str, most: int = 200_000
) -> subprocess.CompletedProcess[bytes]:
    """Run the command where no file may grow beyond ``most`` bytes."""
    program = (
        "import resource, sys\n"
        "from allegedly.cli import main\n"
        "from allegedly.collect import detect_language\n"
        "detect_language('it needs a temporary file once ' * 9)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
        "main(sys.argv[1:])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("workers", ["1", "8"])
def test_workers_do_not_change_what_is_read(coverage: Path, workers: str) -> None:
    one = subprocess.run(
        [*COMMAND, "read", str(coverage), "--jsonl", "--workers", "2"],
        env=ENVIRONMENT,
        capture_output=True,
        check=True,
    )
    other = subprocess.run(
        [*COMMAND, "read", str(coverage), "--jsonl", "--workers", workers],
        env=ENVIRONMENT,
        capture_output=True,
        check=True,
    )
    assert one.stdout == other.stdout


def test_one_id_for_two_texts_is_two_articles(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": text}) for text in (STORY, STORY + "More.")]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    assert run(tmp_path, "read", "two.jsonl", "-o", "s.db").returncode == 0
    assert _count(tmp_path / "s.db") == 2


def test_a_text_no_article_has_is_refused_in_time(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 2_000_000)
    (folder / "long.jsonl").write_text(json.dumps({"text": "word " * 2_000_000}))
    begun = time.monotonic()
    done = run(folder, "read", "long.txt", "long.jsonl", "a.txt")
    assert (done.returncode, done.stderr.count(b"no single article")) == (1, 2)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("mode", "line", "code"),
    [
        (0o000, "read b a.txt", 1),
        (0o000, "read b", 3),
        (0o444, "read a.txt -o b", 3),
        (0o444, "read a.txt --report b", 3),
    ],
)
def test_files_that_may_not_be_read_or_written(
    folder: Path, mode: int, line: str, code: int
) -> None:
    assert run(folder, "read", "a.txt", "-o", "b").returncode == 0
    (folder / "b").chmod(mode)
    if os.access(folder / "b", os.W_OK):
        pytest.skip("root may do everything")
    done = run(folder, *line.split())
    assert done.returncode == code
    assert b"b: " in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b", "no.txt"]
