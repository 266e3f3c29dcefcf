"""`allegedly stance` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allegedly.cli.main import cli

CLAIM = "The lighthouse at Corran Point will be sold to a brewery."
TEXT = (
    "The lighthouse at Corran Point will be sold to a brewery, the council said on Monday. "
    "The brewery, Tarn & Daughters, will pay two million crowns. The sale was agreed last week."
)
GERMAN = (
    "Der Leuchtturm wird an eine Brauerei verkauft, sagte die Bürgermeisterin am Montag im "
    "Rathaus. Der Kaufpreis liegt bei zwei Millionen Kronen, wie der Gemeinderat mitteilte."
)


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(
        cli, ["stance", *map(str, arguments)], input=stdin, standalone_mode=False
    )


def feed(*items: dict[str, Any]) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_jsonl_is_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    item = {"id": "a1", "claim": CLAIM, "text": TEXT}
    path.write_text(feed(item | {"title": "Brewery to buy lighthouse"}, item | {"id": 2}), "utf-8")
    done = run("--jsonl", path)
    assert done.return_value == 0
    first, second = lines(done)
    assert list(first) == ["id", "stance", "headline", "scores", "evidence"]
    assert (first["id"], second["id"]) == ("a1", "2")
    assert list(first["scores"]) == ["for", "against", "observing", "unrelated"]
    assert sum(first["scores"].values()) == pytest.approx(1, abs=0.001)
    assert first["stance"] == max(first["scores"], key=first["scores"].__getitem__)
    assert first["headline"] in first["scores"]
    assert second["headline"] is None
    for start, end in first["evidence"]:
        assert TEXT[start:end].endswith(".")


def test_plain_cases(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    other = (
        "Bakers on the island want cheaper flour. A sack now costs forty crowns, twice what it "
        "cost in spring, and two bakeries have closed their doors."
    )
    path.write_text(
        feed(
            {"id": "for", "claim": CLAIM, "text": TEXT}, {"id": "no", "claim": CLAIM, "text": other}
        ),
        "utf-8",
    )
    found = lines(run("--jsonl", path))
    assert [line["stance"] for line in found] == ["for", "unrelated"]
    assert [0, TEXT.index(" The brewery")] in found[0]["evidence"]
    assert found[1]["evidence"] == []


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    good = {"id": "a", "claim": CLAIM, "text": TEXT}
    path.write_text(
        "not json\n" + feed(good, {"id": "b", "text": TEXT}, {"id": "c", "claim": CLAIM}), "utf-8"
    )
    done = run("--jsonl", path)
    assert done.return_value == 1
    assert [line["id"] for line in lines(done)] == ["a"]
    for number, what in ((1, "not JSON"), (3, 'no "claim"'), (4, 'no "text"')):
        assert f"{path}:{number}: {what}" in done.stderr


def test_another_language_is_said_to_be_unread(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    items = [
        {"id": "de", "claim": CLAIM, "text": GERMAN},
        {"id": "en", "claim": CLAIM, "text": TEXT},
    ]
    path.write_text(feed(*items), "utf-8")
    done = run("--jsonl", path)
    assert done.return_value == 1
    foreign, english = lines(done)
    assert foreign["stance"] is None
    assert foreign["scores"] is None
    assert "de" in foreign["unread"]
    assert "unread" not in english
    assert f"{path}:1" in done.stderr


def test_furniture_is_no_evidence(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    text = TEXT + "\n\nRead more: The lighthouse at Corran Point will be sold to a brewery\n"
    path.write_text(feed({"id": "a", "claim": CLAIM, "text": text}), "utf-8")
    (line,) = lines(run("--jsonl", path))
    assert all(end <= len(TEXT) for _, end in line["evidence"])


def test_more_lines_than_are_judged_together_come_in_order(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    items = [{"id": f"a{n}", "claim": CLAIM, "text": f"Item {n}."} for n in range(70)]
    path.write_text(feed(*items), "utf-8")
    assert [line["id"] for line in lines(run("--jsonl", path))] == [item["id"] for item in items]


def test_standard_input() -> None:
    done = run("--jsonl", "-", stdin=feed({"id": "a", "claim": CLAIM, "text": TEXT}).encode())
    assert [line["id"] for line in lines(done)] == ["a"]


def test_nothing_to_judge_is_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", "utf-8")
    done = run("--jsonl", tmp_path / "empty.jsonl")
    assert done.return_value == 3
    assert done.stdout == ""


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    done = run("--jsonl", tmp_path / "none.jsonl")
    assert isinstance(done.exception, FileNotFoundError)
