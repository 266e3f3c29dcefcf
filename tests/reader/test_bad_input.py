"""Texts that nobody would call an article: no crash, exact anchors, time that grows evenly."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly import Reader
from allegedly.reader.parts import parts_of

from .test_reader import check

#: Marks, letters that combine, letters from right to left, pictures, zero-width characters.
ODD = st.text(
    st.sampled_from("“”\"'‘’«»()[]—…\u0301\u0308\u202e\u200f\u200b\u05d0\u0645😀👩‍👧🇪🇺 \n\tAa1."),
    min_size=1,
    max_size=300,
)


@given(ODD)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_characters(reader: Reader, text: str) -> None:
    if text.strip():
        check(reader.read(f"Ada Finch said on Monday: {text}"))
        check(reader.read(text))


UNITS = {
    "marks": "“",
    "closed marks": "”“",
    "one word": "harbour",
    "right to left": "\u202e\u05d0\u05d1 ",
    "combining": "e\u0301\u0308 ",
    "pictures": "😀👩‍👧 ",
    "dates": "On 3 May 2021 and by next Friday she left. ",
    "pronouns": "He told her that they saw him. ",
    "names": "Ada Finch met Tom Finch and Bea Rowe. ",
    "hedges": "It may perhaps be that he could reportedly go. ",
}


def _seconds(reader: Reader, text: str) -> float:
    began = time.process_time()  # not wall clock: a busy machine is no fault of the reader
    check(reader.read(text))
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_with_length_and_no_faster(reader: Reader, unit: str) -> None:
    short = unit * (10_000 // len(unit))
    _seconds(reader, short[:2_000])
    # Six times the text; a quadratic step would take 36 times as long.
    assert _seconds(reader, short * 6) < 15 * _seconds(reader, short) + 1


def test_a_line_of_two_megabytes(reader: Reader) -> None:
    line = "x" * 1_990_000 + " The mayor, Ada Finch, said on 3 May 2021 that the ferry would stay."
    reading = reader.read(line)
    check(reading)
    assert [t.value for t in reading.body.times] == ["2021-05-03"]
    assert [reading.entities[a.speaker or 0].name for a in reading.body.attributions] == [
        "Ada Finch"
    ]


@given(st.text(st.sampled_from("ab. \n"), max_size=400), st.integers(30, 90))
def test_parts_cover_a_text(text: str, size: int) -> None:
    parts = parts_of(text, size)
    assert "".join(p.of(text) for p in parts) == text
    assert all(p.end - p.start <= size for p in parts)
