"""The job as a function, with a reader of our own: order, faults, back-pressure, interruption."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from allegedly import Reader, run
from allegedly.records import Article, Layers, Reading, Span, Unread


class Stub:
    """Reads nothing; the text of an article says what goes wrong with it."""

    stage = "stub"

    def __init__(self) -> None:
        self.started: list[str] = []
        self.go = threading.Event()

    def read_article(self, article: Article) -> Reading:
        self.started.append(article.text)
        found = Reading(article, (), (), Layers(), None, self.stage)
        match article.text.split()[0]:
            case "break":
                raise ZeroDivisionError("by zero\nin a line")
            case "memory":
                raise MemoryError
            case "stray":
                return replace(found, sentences=(Span(0, 10_000),))
            case "wait":
                self.go.wait(20)
            case "slow":
                time.sleep(0.05)
        return found


def rows(path: Path, texts: list[str]) -> Path:
    path.write_text("\n".join(json.dumps({"text": text}) if text else "{" for text in texts))
    return path


def read(path: Path, stub: Stub, workers: int = 2) -> Iterator[Reading | Unread]:
    return run.read([path], reader=cast(Reader, stub), workers=workers)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("break it", "ZeroDivisionError by zero in a line"),
        ("memory is short", "MemoryError"),
        ("stray spans", "ends after the 11 characters"),
    ],
)
def test_a_fault_costs_the_article_and_not_the_batch(tmp_path: Path, text: str, says: str) -> None:
    path = rows(tmp_path / "wire.jsonl", ["one", text, "two"])
    first, fault, last = read(path, Stub())
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert isinstance(fault, Unread)
    assert fault.origin == f"{path}:2"
    assert fault.what.startswith("internal error: ")
    assert says in fault.what
    assert "report" in fault.todo


def test_a_fault_while_collecting_costs_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Article:
        raise RuntimeError("torn")

    good = rows(tmp_path / "a.jsonl", ["one"])
    bad = tmp_path / "b.txt"
    bad.write_text("two")
    monkeypatch.setattr("allegedly.collect.gather._one_article", broken)
    fault, one = run.read([bad, good], reader=cast(Reader, Stub()))
    assert isinstance(fault, Unread)
    assert fault.origin == str(bad)
    assert isinstance(one, Reading)


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_what_comes_out_is_in_the_order_of_what_went_in(tmp_path: Path, workers: int) -> None:
    texts = [("slow " if k % 3 == 0 else "quick ") + str(k) if k % 7 else "" for k in range(40)]
    path = rows(tmp_path / "wire.jsonl", texts)
    found = [
        one.article.text if isinstance(one, Reading) else "" for one in read(path, Stub(), workers)
    ]
    assert found == texts


def test_no_more_is_taken_in_than_can_be_worked_on(tmp_path: Path) -> None:
    stub = Stub()
    path = rows(tmp_path / "wire.jsonl", ["wait"] + ["quick", ""] * 500)
    taken: list[str] = []

    def known(article_id: str, stage: str) -> bool:
        taken.append(article_id)
        return False

    items = run.read([path], reader=cast(Reader, stub), workers=2, known=known)
    threading.Timer(0.3, stub.go.set).start()
    next(items)
    assert len(taken) < 20  # neither articles nor bad lines pile up behind a slow article
    assert sum(1 for _ in items) == 1_000


def test_what_is_ready_is_not_held_back(tmp_path: Path) -> None:
    path = rows(tmp_path / "wire.jsonl", ["quick"] + [f"slow {k}" for k in range(30)])
    stub = Stub()
    next(read(path, stub, workers=1))
    assert len(stub.started) < 6


def test_ending_early_leaves_no_threads(tmp_path: Path) -> None:
    stub = Stub()
    path = rows(tmp_path / "wire.jsonl", ["quick", "wait"] + ["quick"] * 30)
    items = read(path, stub)
    next(items)
    begun = time.monotonic()
    cast("Iterator[None]", items).close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 5
    stub.go.set()
    deadline = time.monotonic() + 5
    while any(t.name.startswith("allegedly") for t in threading.enumerate()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert len(stub.started) < 15
