"""Explicit expressions found without the tagger, and spans mended with them."""

from __future__ import annotations

import pytest

from allegedly.reader.sentences import split_sentences
from allegedly.reader.times import find_times, times_of
from allegedly.records import Span, When

from .times_cases import unmarked

FOUND = [
    "She left on [3 May], on [May 5] and on [Monday, June 7, 2021].",
    "It is dated [2021-02-03], not [02/13/98].",
    "He left [two weeks ago], [last night] or [a few days ago].",
    "Built in [the late 1980s], sold in [mid-1996], burnt in [1998].",
    "He spoke at [10:30 a.m. EST Tuesday], then at [16:08 UTC].",
    "It rose in [the first quarter of 2020]; [the third-quarter] loss grew.",
    "On [the evening of 12 January 2020] it snowed.",
    "At [Christmas] she sang, on [Easter Monday 2019] he did.",
    "[Today]’s paper says [yesterday] and [tomorrow].",
    "It sails [twice a week], [every Friday] and [daily].",
    "It lasted [three days], a [10-year] lease lasts longer.",
    "In [May 2019] and in [March] they left; since [May]; [last March].",
    "Sacked in [480 BC], it never recovered.",
]
#: Sentences without any time in them.
PITFALLS = [
    "You may say so, and they march on in a second.",
    "Theresa May said the March for Life was second to none.",
    "April Finch and June Marlow spoke to August Bell.",
    "The Sun reported it; Jan and Mar wed Dec Moss.",
    "He watched Friday Night Lights and Saturday Night Live.",
    "He founded the Tuesday Club. The Wednesday Post has it.",
    "Mr. Friday met Crusoe. Man Friday waved.",
    "It cost 1998 dollars and more than 2021 people came.",
    "He is 42 years old, with a 12-year-old boy and a 3-day-old calf.",
    "Version 10.2.21 runs at 192.168.1.1, code 12-11-10.",
    "He ran 800 metres in 1:45.2 and won 2:1.",
    "Call 555-2021 or 2021-555-1234; see Chapter 2021.",
    "Spring water comes from the fall of the house.",
]


@pytest.mark.parametrize("marked", FOUND)
def test_found(marked: str) -> None:
    text, spans = unmarked(marked)
    assert [span for span, _ in find_times(text)] == spans


@pytest.mark.parametrize("text", PITFALLS)
def test_nothing_to_find(text: str) -> None:
    assert find_times(text) == ()


def test_types() -> None:
    text = "On Friday at 10 p.m. they left for three days, as they do every summer."
    assert [kind for _, kind in find_times(text)] == ["DATE", "TIME", "DURATION", "SET"]


def _mended(text: str, *tagged: str) -> list[str]:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in tagged]
    times = times_of(
        text,
        [(span, "DATE") for span in spans],
        split_sentences(text),
        When.from_iso("2021-02-10", "given"),
    )
    return [time.span.of(text) for time in times]


MENDED = [
    ("They met in June 1998, again.", ["June"], ["June 1998"]),
    ("They met on May 3, 2019, again.", ["May 3", "2019"], ["May 3, 2019"]),
    ("They met last week, again.", ["week,"], ["last week"]),
    ("They met that same summer.", ["summer."], ["that same summer"]),
    ("They met (yesterday) again.", ["(yesterday)"], ["yesterday"]),
    ("They met yesterday and on May 3.", [], ["yesterday", "May 3"]),
    ("They met in the dry season.", ["the dry season"], ["the dry season"]),
]


@pytest.mark.parametrize(("text", "tagged", "expected"), MENDED)
def test_mended(text: str, tagged: list[str], expected: list[str]) -> None:
    assert _mended(text, *tagged) == expected


def test_nothing_is_added_in_furniture() -> None:
    text = "Posted yesterday. They met on May 3."
    when = When.from_iso("2021-02-10", "given")
    times = times_of(text, [], split_sentences(text), when, leave=[Span(0, 17)])
    assert [t.value for t in times] == ["2020-05-03"]


HALF_BELIEVED = [
    ("They waited for months.", True, ["months"]),
    ("They waited for months.", False, []),
    ("It was dark for a while, now it is light.", True, ["a while", "now"]),
    ("She paid for days off.", False, []),
    ("Nobody knows the future, or the near future.", False, ["the future", "the near future"]),
    ("They fear for the future of the line.", False, []),
]


@pytest.mark.parametrize(("text", "believed", "expected"), HALF_BELIEVED)
def test_common_expressions_need_a_second_voice(
    text: str, believed: bool, expected: list[str]
) -> None:
    found = times_of(text, (), split_sentences(text), None, likely=lambda span: believed)
    assert [t.span.of(text) for t in found] == expected
