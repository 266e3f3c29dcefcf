"""`allegedly doctor` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allegedly import Ledger, Reader
from allegedly.cli.main import cli
from allegedly.errors import LedgerError


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["doctor", *map(str, arguments)], standalone_mode=False)


def test_it_names_versions_and_tries_the_models() -> None:
    done = run()
    assert done.return_value == 0
    for words in ("allegedly", "onnxruntime", "[frames]", "loads and reads", "loads and judges"):
        assert words in done.stdout


def test_it_says_what_was_done_with_a_ledger(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "s.db"
    with Ledger(path) as ledger:
        ledger.add(reader.read("“We will not sell,” Ada Finch said.", outlet="The Gull"))
    done = run(path)
    assert done.return_value == 0
    assert f"no: run `allegedly link {path}`" in done.stdout
    with Ledger(path) as ledger:
        ledger.link()
    assert "yes, by link-" in run(path).stdout
    with Ledger(path) as ledger:
        ledger.add(reader.read("“We will sell,” Bo Rauch said.", outlet="The Quay"))
    assert "there is news since" in run(path).stdout


def test_what_is_no_ledger_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_text("nothing", "utf-8")
    done = run(path)
    assert isinstance(done.exception, LedgerError)


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegedly.cli.doctor._WEIGHTS", ("nowhere.onnx",))
    done = run()
    assert done.return_value == 3
    assert "nowhere.onnx   missing: reinstall allegedly" in done.stdout
