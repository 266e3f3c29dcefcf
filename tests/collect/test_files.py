"""Files and folders: what is found, how it is decoded, what is refused."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from allegedly.collect import Limits, collect, find_sources
from allegedly.collect.decode import decode
from allegedly.errors import InputError
from allegedly.records import Article

STORY = "The mayor said on Monday that the old clock was not for sale.\n"
PAGE = f"<!doctype html><html><body><article><p>{STORY * 6}</p></article></body></html>"


def read(path: Path, data: bytes, limits: Limits | None = None) -> Article | InputError:
    path.write_bytes(data)
    (source,) = find_sources([path])
    (item,) = collect(source, limits or Limits())
    return item


def text_in(item: Article | InputError) -> str:
    assert isinstance(item, Article), item
    return item.text


def test_a_folder_is_searched_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.jsonl", "sub/deep/d", ".hidden/e.txt", ".f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY)
    found = [(source.name, source.kind) for source in find_sources([tmp_path])]
    assert found == [
        (str(tmp_path / "a.html"), "html"),
        (str(tmp_path / "b.txt"), "text"),
        (str(tmp_path / "sub/c.jsonl"), "jsonl"),
        (str(tmp_path / "sub/deep/d"), "text"),
    ]


@pytest.mark.parametrize(
    "name",
    ["story.db", "pic.PNG", "style.css", "app.js", "README.md", "README", "gold.json", "t.csv"],
)
def test_what_is_no_coverage_is_passed_over_in_a_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{\n "text": "x"\n}')
    assert find_sources([tmp_path]) == []
    assert len(find_sources([tmp_path / name])) == 1


def test_the_folder_a_browser_saves_beside_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files/frame.html").write_text(PAGE)
    (tmp_path / "case_files").mkdir()
    (tmp_path / "case_files/one.txt").write_text(STORY)
    names = [Path(source.name).name for source in find_sources([tmp_path])]
    assert names == ["one.txt", "page.html"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PAGE.encode(), "html"),
        (b"\xef\xbb\xbf <HTML><p>x", "html"),
        (b'{"text": "x"}\n{"text": "y"}', "jsonl"),
        (STORY.encode(), "text"),
        (STORY.encode("utf-16"), "text"),
        ("“Café”".encode("cp1252"), "text"),
        (b"[1] said the mayor", "text"),
        (b"", "text"),
        (b"\x00\x01\x02\x03" * 99, "unreadable"),
        (b"%PDF-1.4 text", "unreadable"),
        (b"\x1f\x8b\x08\x00abc", "unreadable"),
    ],
)
def test_files_of_unknown_suffix_are_what_they_begin_like(
    tmp_path: Path, data: bytes, kind: str
) -> None:
    (tmp_path / "file.unknown").write_bytes(data)
    (source,) = find_sources([tmp_path])
    assert source.kind == kind
    assert source.problem == ("binary file" if kind == "unreadable" else None)


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    broken, pipe = find_sources([tmp_path])
    missing, zero = find_sources([tmp_path / "nothing", "a\0b"])
    assert broken.problem == "broken link"
    assert missing.problem == "no such file or folder"
    assert pipe.problem is not None
    assert "not a regular file" in pipe.problem
    assert zero.problem
    (error,) = collect(missing)
    assert isinstance(error, InputError)
    assert error.where == str(tmp_path / "nothing")


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.txt").write_text(STORY)
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    assert [source.kind for source in find_sources([tmp_path])] == ["text"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").mkdir(mode=0)
    problems = [source.problem for source in find_sources([tmp_path])]
    assert problems == ["may not be read: permission denied"] * 2


def test_a_file_that_goes_away_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    (source,) = find_sources([path])
    path.unlink()
    (error,) = collect(source)
    assert isinstance(error, InputError)


def test_an_input_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert len(find_sources([tmp_path, tmp_path / "a.txt", "-", "-"])) == 2


def test_a_large_folder_is_listed_quickly(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number}.txt").touch()
    start = time.perf_counter()
    assert len(find_sources([tmp_path])) == 3_000
    assert time.perf_counter() - start < 2


def test_plain_text_is_kept_with_its_newlines(tmp_path: Path) -> None:
    text = "Mayor denies it\r\n\r\nShe said: “No.”\n \rEnd\u2028"
    item = read(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode())
    assert text_in(item) == text
    assert isinstance(item, Article)
    assert (item.title, item.origin) == ("Mayor denies it", str(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "“Ja”, sagte sie. Ωmega"),
        ("utf-16", "“Ja”, sagte sie."),
        ("utf-16-le", "The clock stopped."),
        ("utf-16-be", "The clock stopped."),
        ("utf-32", "“Ja”, sagte sie."),
        ("utf-32-le", "The clock stopped."),
        ("cp1252", "The mayor said “nobody asked me” – and she’s right. The café was shut."),
        ("latin-1", "Die Bürgermeisterin bestreitet, dass die Brücke verkauft wird."),
        ("cp1251", "Мэр отрицает, что часы были проданы. Он сказал это вчера в городе."),
        ("shift_jis", "市長は時計を売っていないと述べた。昨日のことだ。" * 3),
    ],
)
def test_encodings_of_plain_text(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("declares", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="nonsense">', "utf-8"),
        ('<meta charset="unicode_escape">', "utf-8"),
    ],
)
def test_pages_may_declare_their_charset(declares: str, encoding: str) -> None:
    page = f"<html><head>{declares}</head><body>Часы остановились</body></html>"
    assert decode(page.encode(encoding), "a.html", html=True) == page


@pytest.mark.parametrize("cut", [1, 2])
def test_a_last_character_cut_short_is_left_out(tmp_path: Path, cut: int) -> None:
    item = read(tmp_path / "a.txt", "The price was 5 €".encode()[:-cut])
    assert text_in(item) == "The price was 5 "


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04" + b"\x00\xff\x01" * 500, "binary file (zero at byte 4)"),
        (bytes(range(1, 256)) * 9, "byte 127"),
        ("“A” – “B” – “C”".encode() + b"\xff then", "is not UTF-8"),
        (b"\xff\xfe" + b"\x00\xd8x\x00" * 9, "byte order mark"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, says: str) -> None:
    item = read(tmp_path / "a.txt", data)
    assert isinstance(item, InputError)
    assert item.where == str(tmp_path / "a.txt")
    assert says in str(item)


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_a_huge_file_is_refused_without_being_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    start = time.perf_counter()
    (error,) = collect(find_sources([path])[0])
    assert time.perf_counter() - start < 0.5
    assert isinstance(error, InputError)
    assert "over 50,000,000 bytes" in str(error)


@pytest.mark.parametrize("name", ["s.html", "s.unknown"])
def test_our_own_report_is_no_coverage(tmp_path: Path, name: str) -> None:
    from allegedly.present import render_report

    (tmp_path / name).write_text(render_report([], title="x"), "utf-8")
    (tmp_path / "page.html").write_text(PAGE)
    assert [Path(source.name).name for source in find_sources([tmp_path])] == ["page.html"]
    (named,) = find_sources([tmp_path / name])
    (problem,) = collect(named)
    assert isinstance(problem, InputError)
    assert "report" in problem.what


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", STORY * 20),
        ("a.jsonl", '{"text": "' + STORY.strip() * 20 + '"}'),
        ("a.html", PAGE.replace(STORY * 6, STORY * 20)),
    ],
)
def test_a_text_over_its_budget_is_refused(tmp_path: Path, name: str, data: str) -> None:
    limits = Limits(text_characters=600)
    item = read(tmp_path / name, data.encode(), limits)
    assert isinstance(item, InputError)
    assert "over 600 characters" in item.what
    assert isinstance(read(tmp_path / name, data.encode()), Article)


def test_an_empty_name_is_no_folder() -> None:
    (source,) = find_sources([""])
    assert (source.kind, source.problem) == ("unreadable", "an empty name")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (source,) = find_sources(["-"])
    (problem,) = collect(source)
    assert "closed" in str(problem)
