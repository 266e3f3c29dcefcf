"""The account in the terminal: short, plain, and safe against what names carry."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from allegedly.present import account
from allegedly.records import Article, Layers, Reading, Unread

from .hostile import STRINGS, hostile_reading
from .making import happens, hedged, person, reading, said, timed

WET = "Mara said that on Wednesday it rained, perhaps."
WEDNESDAY = timed(WET, "Wednesday", "2021-02-10")


def printed(readings: Sequence[Reading], unread: Sequence[Unread] = (), width: int = 70) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=True, color_system="truecolor").print(
        account(readings, unread)
    )
    return out.getvalue()


def test_the_story(readings: tuple[Reading, ...], unread: tuple[Unread, ...]) -> None:
    lines = [line.rstrip() for line in printed(readings, unread).splitlines()]
    assert lines[:3] == [
        "4 articles from 3 outlets, April 2023 (1 undated)",
        "20 statements attributed, 5 direct quotes",
        "13 events, 8 of them dated (March 2023 to June 2023), 8 times",
    ]
    assert lines[6].split() == ["Ines", "Okonjo", "5", "1"]
    assert "Left unread: 1 article" in lines
    assert "  it is in German (de); only English is read" in lines
    assert "Could not be read: 2 inputs" in lines


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Layers(), None),
        (Layers(times=(WEDNESDAY,)), "0 events, 1 time"),
        (Layers(events=(happens(WET, "rained"),)), "1 event, none of them dated, 0 times"),
        (
            Layers(events=(happens(WET, "rained", when="2021"),), times=(WEDNESDAY,)),
            "1 event, 1 of them dated (2021), 1 time",
        ),
        (
            Layers(events=(happens(WET, "rained", when="PAST_REF"),)),
            "1 event, none of them dated, 0 times",
        ),
        (Layers(events=(happens(WET, "said", kind="reporting"),), times=(WEDNESDAY,)), "0 events"),
        (Layers(hedges=(hedged(WET, "perhaps", "possible", "it rained"),)), None),
    ],
)
def test_times_and_events_in_a_line(found: Layers, says: str | None) -> None:
    lines = printed([reading(Article(text=WET), found=found)]).splitlines()
    assert len(lines) == (3 if says else 2)
    assert says is None or lines[2].startswith(says)


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
