"""Full disks, killed and interrupted processes, locks, closed folders: for real."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from tests.ledger.samples import numbers, query, sample

Process = subprocess.Popen[str]
ROOT = Path(__file__).parents[2]
HEAD = """
import os, resource, signal, sys, time
from pathlib import Path
from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from tests.ledger.samples import numbers, sample
path = Path(sys.argv[1])
"""
WRITE = """
first, batch = int(sys.argv[2]), int(sys.argv[3])
print("started", flush=True)
with Ledger(path) as ledger:
    for number in range(first, 100_000, batch):
        with ledger.atomic():
            for n in range(number, number + batch):
                ledger.add(sample(n))
        print(number + batch, flush=True)
"""


@contextmanager
def running(code: str, *values: object, before: tuple[str, ...] = ()) -> Iterator[Process]:
    command = [*before, sys.executable, "-c", HEAD + code, *map(str, values)]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    process = subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": paths}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def run(code: str, *values: object, before: tuple[str, ...] = ()) -> str:
    """What the code prints; a failure shows all of it."""
    with running(code, *values, before=before) as process:
        printed, _ = process.communicate(timeout=60)
    assert process.returncode == 0, printed
    return printed


def check_whole(path: Path, at_least: int) -> int:
    """The ledger opens, is sound, and holds articles 0..n without a gap; returns n."""
    with Ledger(path) as ledger:
        found = numbers(ledger.readings())
    assert found == list(range(len(found)))
    assert len(found) >= at_least
    assert query(path, "PRAGMA integrity_check") == [("ok",)]
    assert query(path, "PRAGMA foreign_key_check") == []
    return len(found)


@pytest.mark.parametrize("batch", [1, 7])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_a_stopped_writer_leaves_whole_articles(tmp_path: Path, number: int, batch: int) -> None:
    path = tmp_path / "story.db"
    stored = 0
    for lines, pause in ((1, 0.0), (3, 0.003), (9, 0.011)):
        with running(WRITE, path, stored, batch) as process:
            assert process.stdout
            for _ in range(lines):
                line = process.stdout.readline()
                assert line.strip().isdigit() or line == "started\n", line + process.stdout.read()
            acknowledged = stored if line == "started\n" else int(line)
            time.sleep(pause)
            process.send_signal(number)
            process.wait(timeout=30)
            assert process.returncode != 0
        stored = check_whole(path, acknowledged)
        assert stored % batch == 0
        assert list(tmp_path.iterdir()) == [path]


def test_a_ledger_limited_to_a_few_pages_says_the_disk_is_full(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        connection = ledger._db.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(LedgerError, match=r"disk is full .*stored before is safe") as caught:
            _add_samples(ledger)
        assert str(path) in str(caught.value)
        stored = len(list(ledger.readings()))
        assert numbers(ledger.readings()) == list(range(stored))
        assert stored
        connection.execute("PRAGMA max_page_count = 100000")
        assert ledger.add(sample(stored))
    assert check_whole(path, stored + 1) == stored + 1


def _add_samples(ledger: Ledger) -> None:
    for number in range(1000):
        ledger.add(sample(number))


def test_a_full_disk_in_a_batch_cannot_be_overlooked(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(0))
        connection = ledger._db.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(LedgerError, match=r"whole transaction .*before it is safe"):
            _add_carelessly(ledger)
        assert numbers(ledger.readings()) == [0]


def _add_carelessly(ledger: Ledger) -> None:
    with ledger.atomic():
        for number in range(1, 50):
            with suppress(LedgerError):
                ledger.add(sample(number))


LIMITED = """
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
stored = 0
try:
    with Ledger(path) as ledger:
        for stored in range(10_000):
            ledger.add(sample(stored))
except LedgerError as error:
    print(stored, error)
"""


def test_a_file_that_may_not_grow_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    stored, _, message = run(LIMITED, path).partition(" ")
    assert "stored before is safe" in message
    assert check_whole(path, int(stored)) == int(stored) > 3


FULL_DISK = """
filler = path.with_name("filler")
filler.write_bytes(bytes(200_000))
stored = 0
try:
    with Ledger(path) as ledger:
        for stored in range(10_000):
            ledger.add(sample(stored))
except LedgerError as error:
    assert "disk is full" in str(error), error
    assert "stored before is safe" in str(error), error
for _ in range(2):
    with Ledger(path, read_only=True) as ledger:
        assert numbers(ledger.readings()) == list(range(stored))
filler.unlink()
with Ledger(path) as ledger:
    assert ledger.add(sample(stored))
with Ledger(path) as ledger:
    assert numbers(ledger.readings()) == list(range(stored + 1))
assert [found.name for found in path.parent.iterdir()] == [path.name]
print("fine", stored)
"""


def _small_disk(folder: Path, size: str) -> tuple[str, ...]:
    """The start of a command that runs with a small disk of its own at ``folder``."""
    script = 'mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"'
    start = ("unshare", "-m", "sh", "-c", script, "sh", size, str(folder))
    if not shutil.which("unshare") or subprocess.run([*start, "true"], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    return start


@pytest.mark.parametrize("size", ["1000k", "1200k", "1800k"])
def test_a_full_disk_keeps_what_was_stored(tmp_path: Path, size: str) -> None:
    start = _small_disk(tmp_path, size)
    printed = run(FULL_DISK, tmp_path / "story.db", before=start)
    assert int(printed.removeprefix("fine ")) > 3


def test_no_room_for_a_new_ledger(tmp_path: Path) -> None:
    code = """
path.with_name("filler").write_bytes(bytes(57_000))
try:
    Ledger(path).close()
except LedgerError as error:
    print(error)
path.with_name("filler").unlink()
"""
    printed = run(code, tmp_path / "story.db", before=_small_disk(tmp_path, "64k"))
    assert "disk is full" in printed


def test_a_second_writer_waits_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    code = """
with Ledger(path) as ledger, ledger.atomic():
    ledger.add(sample(0))
    print("writing", flush=True)
    time.sleep(1)
"""
    with Ledger(path, busy_seconds=0.1) as hasty, Ledger(path, busy_seconds=30) as patient:
        with running(code, path) as process:
            assert process.stdout
            assert process.stdout.readline() == "writing\n"
            with pytest.raises(LedgerError, match=r"another process is writing .*wait"):
                hasty.add(sample(1))
            assert hasty.counts().articles == 0
            assert patient.add(sample(1))
        assert numbers(hasty.readings()) == [0, 1]


def test_many_processes_may_make_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    code = """
print("ready", flush=True)
while not path.with_name("go").exists():
    time.sleep(0.001)
first = int(sys.argv[2])
with Ledger(path) as ledger:
    for number in range(first, first + 3):
        ledger.add(sample(number))
"""
    with ExitStack() as stack:
        processes = [stack.enter_context(running(code, path, first)) for first in (0, 3, 6)]
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        (tmp_path / "go").touch()
        for process in processes:
            printed, _ = process.communicate(timeout=60)
            assert process.returncode == 0, printed
    assert check_whole(path, 9) == 9


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


# Modules that the library imports late are imported first: nobody may not read an
# interpreter that lives in root's home.
AS_NOBODY = """
import urllib.parse
if os.geteuid() == 0:
    os.seteuid(65534)
"""


def test_a_read_only_folder_can_be_read(open_folder: Path) -> None:
    path = open_folder / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(0))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    code = """
with Ledger(path, read_only=True) as ledger:
    print(numbers(ledger.readings()))
try:
    Ledger(path).close()
except LedgerError as error:
    print(error)
"""
    printed = run(AS_NOBODY + code, path).splitlines()
    assert printed[0] == "[0]"
    assert "cannot be written" in printed[1] or "cannot be opened" in printed[1]
    assert list(open_folder.iterdir()) == [path]


def test_a_read_only_file_can_be_read_but_not_written(open_folder: Path) -> None:
    path = open_folder / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(0))
    path.chmod(0o444)
    open_folder.chmod(0o777)
    code = """
with Ledger(path, read_only=True) as ledger:
    print(numbers(ledger.readings()))
try:
    Ledger(path).close()
except LedgerError as error:
    print(error)
"""
    printed = run(AS_NOBODY + code, path).splitlines()
    assert printed[0] == "[0]"
    assert "cannot be written" in printed[1]


def test_a_read_only_folder_with_a_log_left_in_it_is_explained(open_folder: Path) -> None:
    path = open_folder / "story.db"
    with running(WRITE, path, 0, 1) as process:
        assert process.stdout
        for _ in range(5):
            process.stdout.readline()
        process.kill()
        process.wait(timeout=30)
    Path(f"{path}-shm").unlink()
    assert Path(f"{path}-wal").stat().st_size
    open_folder.chmod(0o555)
    code = """
try:
    with Ledger(path, read_only=True) as ledger:
        print(len(numbers(ledger.readings())) >= 4)
except LedgerError as error:
    print(error)
"""
    printed = run(AS_NOBODY + code, path)
    assert printed == "True\n" or "cannot be" in printed
    open_folder.chmod(0o755)
    check_whole(path, 4)


def test_a_killed_writers_log_is_read_without_writing_the_file(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with running(WRITE, path, 0, 1) as process:
        assert process.stdout
        for _ in range(5):
            process.stdout.readline()
        process.kill()
        process.wait(timeout=30)
    before = path.read_bytes()
    with Ledger(path, read_only=True) as ledger:
        assert len(numbers(ledger.readings())) >= 4
    assert path.read_bytes() == before
    check_whole(path, 4)
