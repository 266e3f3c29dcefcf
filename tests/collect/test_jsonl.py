"""JSON Lines: contract C1, and lines that are not what they should be."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.collect import Limits, Source, collect, find_sources
from allegedly.errors import InputError
from allegedly.records import Article


def read(path: Path, data: bytes, limits: Limits | None = None) -> list[Article | InputError]:
    path.write_bytes(data)
    (source,) = find_sources([path])
    return list(collect(source, limits or Limits()))


def test_one_article_per_line(tmp_path: Path) -> None:
    record = {
        "id": "a-1",
        "text": " The clock.\r\nIt stopped. ",
        "title": "Clock stops",
        "published": "2024-03",
        "outlet": "The Bell",
        "url": "https://bell.example/1",
        "more": [1],
    }
    (article,) = read(tmp_path / "wire.jsonl", json.dumps(record).encode())
    assert isinstance(article, Article)
    assert article.text == record["text"]
    assert (article.given_id, article.title, article.outlet) == ("a-1", "Clock stops", "The Bell")
    assert article.url == "https://bell.example/1"
    assert article.published is not None
    assert article.published.value == "2024-03"
    assert article.origin == f"{tmp_path / 'wire.jsonl'}:1"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"nonsense", "not JSON"),
        (b"[1, 2]", "a list, not a JSON object"),
        (b'"text"', "a string, not a JSON object"),
        (b"null", "null, not a JSON object"),
        (b"{}", 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 7}', '"text" is a number'),
        (b'{"text": ""}', "empty"),
        (b'{"text": "  "}', "empty"),
        (b'{"text": "x", "title": 7}', '"title" is a number'),
        (b'{"text": "x", "url": {}}', '"url" is an object'),
        (b'{"text": "x", "id": true}', '"id" is true or false'),
        (b'{"text": "x", "published": "soon"}', "bad date"),
        (b'{"text": "x", "published": 2024}', '"published" is a number'),
        (b'{"text": "\xff"}', "byte 10 is not UTF-8"),
        (b'{"text": "\\ud800"}', "half a character"),
        (b"[" * 200_000, "not JSON"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, says: str) -> None:
    path = tmp_path / "wire.jsonl"
    good = b'{"text": "The clock stopped."}'
    first, bad, last = read(path, b"\n".join((good, line, good)))
    assert isinstance(first, Article)
    assert isinstance(bad, InputError)
    assert isinstance(last, Article)
    assert bad.where == f"{path}:2"
    assert says in str(bad)
    assert last.origin == f"{path}:3"


def test_marks_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"text": "One."}\r\n\r\n   \n{"text": "Two."}'
    articles = read(tmp_path / "wire.jsonl", data)
    assert [a.text for a in articles if isinstance(a, Article)] == ["One.", "Two."]


def test_a_number_is_as_good_an_id(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "wire.jsonl", b'{"id": 7, "text": "x"}')
    assert isinstance(article, Article)
    assert article.given_id == "7"


def test_an_id_may_come_twice(tmp_path: Path) -> None:
    data = b'{"id": "1", "text": "One."}\n{"id": "1", "text": "Two."}'
    assert len(read(tmp_path / "wire.jsonl", data)) == 2


def test_a_line_over_budget(tmp_path: Path) -> None:
    data = b'{"text": "' + b"x" * 5_000 + b'"}\n{"text": "Two."}\n'
    long, good = read(tmp_path / "wire.jsonl", data, Limits(line_bytes=1_000))
    assert isinstance(long, InputError)
    assert "1,000 bytes" in str(long)
    assert isinstance(good, Article)
    assert good.origin is not None
    assert good.origin.endswith(":2")


def test_a_wide_file_is_one_error(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "wire.jsonl", '{"text": "x"}\n'.encode("utf-16") * 9)
    assert isinstance(error, InputError)
    assert "zero bytes" in str(error)


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b'{"text": "x"}\n' * 50_000)
    articles = collect(find_sources([path])[0])
    assert isinstance(next(articles), Article)
    articles.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n' * 400, 800),
        (b"The clock stopped.\n" * 900, 1),
        (b"\0\1\2", 0),
        (b"", 0),
        (b'{\n "text": "x"\n}', 0),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (source,) = find_sources(["-"])
    items = list(collect(source))
    assert sum(isinstance(item, Article) for item in items) == count
    assert len(items) == max(count, 1)
    assert source == Source(None, "stdin", "stdin")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_texts_come_back_as_they_went_in(tmp_path: Path, texts: list[str]) -> None:
    data = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    items = read(tmp_path / "wire.jsonl", data)
    for text, item in zip(texts, items, strict=True):
        assert isinstance(item, Article) == bool(text.strip())
        if isinstance(item, Article):
            assert item.text == text
