"""`allegedly stories` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from allegedly.cli.main import cli
from tests.link.making import BRIDGE, OPERA


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(
        cli, ["stories", *map(str, arguments)], input=stdin, standalone_mode=False
    )


def feed(*told: tuple[str, str], name: str = "a") -> str:
    return "".join(
        json.dumps({"id": f"{name}{n}", "title": title, "text": text, "published": "2023-05-08"})
        + "\n"
        for n, (title, text) in enumerate(told)
    )


def lines(result: Result) -> list[dict[str, str]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_jsonl_is_the_contract(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text(feed(BRIDGE[0], OPERA[0], BRIDGE[1], OPERA[1]), "utf-8")
    done = run(tmp_path, "--jsonl")
    assert done.return_value == 0
    found = lines(done)
    assert [set(line) for line in found] == [{"id", "story"}] * 4
    assert [line["id"] for line in found] == ["a0", "a1", "a2", "a3"]
    story = {line["id"]: line["story"] for line in found}
    assert story["a0"] == story["a2"] in ("a0", "a2")
    assert story["a1"] == story["a3"] in ("a1", "a3")


def test_an_article_without_an_id_has_a_name_too(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE[0][1], "utf-8")
    (line,) = lines(run(path, "--jsonl"))
    assert line["id"] == line["story"]
    assert len(line["id"]) == 16


def test_an_id_given_twice_names_no_story(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(feed(BRIDGE[0]), "utf-8")
    (tmp_path / "two.jsonl").write_text(feed(OPERA[0]), "utf-8")
    found = lines(run(tmp_path, "--jsonl"))
    assert [line["id"] for line in found] == ["a0", "a0"]
    assert len({line["story"] for line in found}) == 2
    assert "a0" not in {line["story"] for line in found}


def test_without_jsonl_people_can_read_it(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text(feed(BRIDGE[0], BRIDGE[1], OPERA[0]), "utf-8")
    done = run(tmp_path)
    assert done.return_value == 0
    head, *_ = done.stdout.splitlines()
    assert head == "Story of 2 articles"
    assert f"  2023-05-08  {OPERA[0][0]}" in done.stdout.splitlines()


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(feed(BRIDGE[0]) + "not json\n", "utf-8")
    done = run(path, "--jsonl")
    assert done.return_value == 1
    assert len(lines(done)) == 1
    assert f"{path}:2" in done.stderr


def test_nothing_to_read_is_exit_code_3(tmp_path: Path) -> None:
    done = run(tmp_path / "missing.jsonl", "--jsonl")
    assert done.return_value == 3
    assert done.stdout == ""


def test_standard_input(tmp_path: Path) -> None:
    done = run("-", "--jsonl", stdin=feed(BRIDGE[0]).encode())
    assert [line["id"] for line in lines(done)] == ["a0"]
