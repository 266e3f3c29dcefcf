"""`allegedly report` into a folder of pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Mara Ellis, the harbour master, said on Monday that the old ferry would be sold in June."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "story.db"
    run("read", str(article), "-o", str(path))
    return path


def run(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "allegedly", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_a_folder_of_pages(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    code, said = run("report", str(ledger), "-o", f"{folder}/")
    assert code == 0
    assert f"Report: {folder / 'index.html'}" in said
    assert sorted(one.name for one in folder.iterdir()) == ["articles-1.html", "index.html"]
    assert "the old ferry" in (folder / "articles-1.html").read_text("utf-8")
    (folder / "articles-9.html").write_text((folder / "index.html").read_text("utf-8"), "utf-8")
    assert run("report", str(ledger), "-o", str(folder))[0] == 0
    assert not (folder / "articles-9.html").exists()


def test_other_pages_are_left_alone(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("my own page", encoding="utf-8")
    code, said = run("report", str(ledger), "-o", str(folder))
    assert code == 2
    assert "it is no report" in said
    assert (folder / "index.html").read_text("utf-8") == "my own page"


def test_a_file_in_the_way(ledger: Path, tmp_path: Path) -> None:
    code, said = run("report", str(ledger), "-o", f"{tmp_path / 'a.txt'}/")
    assert code == 2
    assert "it is a file" in said
    assert run("report", str(ledger), "-o", f"{tmp_path / 'none' / 'pages'}/")[0] != 0
