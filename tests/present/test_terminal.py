"""The account in the terminal: short, plain, and safe against what names carry."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from allegedly.present import account
from allegedly.records import Article, Reading, Unread

from .hostile import STRINGS, hostile_reading
from .making import person, reading, said


def printed(readings: Sequence[Reading], unread: Sequence[Unread] = (), width: int = 70) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=True, color_system="truecolor").print(
        account(readings, unread)
    )
    return out.getvalue()


def test_the_story(readings: tuple[Reading, ...], unread: tuple[Unread, ...]) -> None:
    lines = [line.rstrip() for line in printed(readings, unread).splitlines()]
    assert lines[:2] == [
        "4 articles from 3 outlets, April 2023 (1 undated)",
        "20 statements attributed, 5 direct quotes",
    ]
    assert lines[5].split() == ["Ines", "Okonjo", "5", "1"]
    assert "Left unread: 1 article" in lines
    assert "  it is in German (de); only English is read" in lines
    assert "Could not be read: 2 inputs" in lines


def test_nothing_read() -> None:
    assert printed([]).split("\n")[0].rstrip() == "0 articles"


def test_only_the_first_unreadable_inputs_are_listed() -> None:
    out = printed([], [Unread(f"{number}.zip", "is an archive") for number in range(14)])
    assert "9.zip" in out
    assert "10.zip" not in out
    assert "… and 4 more" in out


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = "Somebody said so."
    names = ["N" * 300, "名" * 90, "a\u0301" * 80]
    found = [
        reading(
            Article(text=text),
            [said(text, ["Somebody"], ["said"], speaker=0)],
            entities=[person(name)],
        )
        for name in names
    ]
    out = printed(found, [Unread("o" * 300, "w" * 300, "t" * 300)], width)
    plain = Console(width=1000)
    assert all(plain.render_str(line, markup=False).cell_len <= width for line in out.splitlines())


def test_no_name_steers_the_terminal() -> None:
    found = [hostile_reading(bad) for bad in STRINGS]
    unread = [Unread(bad, bad, bad) for bad in STRINGS]
    for start in range(0, len(STRINGS), 8):
        out = printed(found[start : start + 8], unread[start : start + 8])
        steering = {char for char in out if not char.isprintable()} - set("\n\u200c\u200d")
        assert not steering, STRINGS[start : start + 8]
        out.encode("utf-8")
