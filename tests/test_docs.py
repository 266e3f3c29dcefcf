"""The docs say what the software does: generated pages are fresh, README commands run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_generated_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


def test_every_command_and_option_is_in_the_reference() -> None:
    from allegedly.cli.main import cli

    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in cli.commands.items():
        assert f"## allegedly {name}" in page
        for parameter in command.params:
            assert all(flag in page for flag in parameter.opts if flag.startswith("-"))


def commands() -> list[str]:
    """The `allegedly` lines of the README's shell examples."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("allegedly ")]


def test_readme_commands_run(tmp_path: Path, coverage: Path) -> None:
    shutil.copytree(coverage, tmp_path / "coverage")
    shutil.copy(coverage / "project-heron.html", tmp_path / "article.html")
    for name in ("notes.txt", "article.txt"):
        shutil.copy(coverage / "what-a-buyer-would-get.txt", tmp_path / name)
    shutil.copy(coverage / "wire.jsonl", tmp_path / "feed.jsonl")
    assert len(commands()) >= 4
    for line in commands():
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(line)],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, (line, done.stderr)


def test_readme_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})
    assert (tmp_path / "story.db").exists()


@pytest.mark.parametrize(
    "page", sorted(p for p in ROOT.rglob("*.md") if ".venv" not in p.parts), ids=lambda p: p.name
)
def test_links_between_pages_hold(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
