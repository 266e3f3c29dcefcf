"""The package as a whole: its public surface, its rooms, its weight."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import allegedly
from allegedly import records

PACKAGE = Path(allegedly.__file__).parent
#: The order in which data passes; a room may import from those before it.
ROOMS = ["records", "collect", "reader", "link", "ledger", "present"]


def test_public_surface() -> None:
    assert allegedly.__all__ == [
        "AllegedlyError",
        "ExtraError",
        "InputError",
        "Ledger",
        "LedgerError",
        "Reader",
        "WeightsError",
        "__version__",
        "read",
        "records",
    ]
    assert all(hasattr(records, name) for name in records.__all__)


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 2 and node.module:
            found.add(node.module.split(".")[0])
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("allegedly."):
            found.add(str(node.module).split(".")[1])
    return found & set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_do_not_import_later_rooms(room: str) -> None:
    later = set(ROOMS[ROOMS.index(room) + 1 :])
    for path in (PACKAGE / room).glob("*.py"):
        assert not imported_rooms(path) & later, path


def test_modules_stay_small() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 400, path


def test_importing_opens_no_connection_and_prints_nothing() -> None:
    code = (
        "import sys, socket\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\n"
        "import allegedly\n"
        "assert 'torch' not in sys.modules\n"
        "assert 'trafilatura' not in sys.modules and 'onnxruntime' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_packaged_weights_stay_light() -> None:
    size = sum(p.stat().st_size for p in (PACKAGE / "weights").iterdir())
    assert size < 60_000_000
