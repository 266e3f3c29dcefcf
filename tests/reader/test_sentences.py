"""Sentence ends: abbreviations, quotes, initials, line breaks, hard wraps."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reader.sentences import split_sentences

CASES = [
    ("two", "It rained. She left.", ["It rained.", "She left."]),
    ("title", "Mr. Breck met Dr. Oake. They spoke.", ["Mr. Breck met Dr. Oake.", "They spoke."]),
    ("initials", "J. R. Pellowe came. So did I.", ["J. R. Pellowe came.", "So did I."]),
    ("country", "The U.S. Navy left. It rained.", ["The U.S. Navy left.", "It rained."]),
    (
        "question in a quote",
        "“Really?” she asked. He nodded.",
        ["“Really?” she asked.", "He nodded."],
    ),
    ("quote ends the sentence", "He said “no.” She left.", ["He said “no.”", "She left."]),
    ("number", "It cost £1.5 million. Nobody paid.", ["It cost £1.5 million.", "Nobody paid."]),
    ("ellipsis", "Well … maybe. Who knows?", ["Well … maybe.", "Who knows?"]),
    (
        "paragraphs",
        "A headline without a stop\n\nThe text.",
        ["A headline without a stop", "The text."],
    ),
    ("lines", "One line here\nAnother line here", ["One line here", "Another line here"]),
    ("footnote marks", "It sank. [12] Nobody knew.", ["It sank. [12]", "Nobody knew."]),
    ("digit next", "They left. 40 stayed.", ["They left.", "40 stayed."]),
    ("nothing", "  \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text)] == expected


def test_hard_wrapped_lines_do_not_end_sentences() -> None:
    line = "the boat that had been tied up at the quay since the storm of that"
    text = "\n".join(["In the spring " + line] + [line] * 8) + "."
    assert len(split_sentences(text)) == 1


@given(st.text(max_size=200))
def test_sentences_cover_all_words_in_order(text: str) -> None:
    found = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = "".join(s.of(text) for s in found)
    assert "".join(covered.split()) == "".join(text.split())


def test_one_long_line_in_linear_time() -> None:
    assert len(split_sentences("Nobody came. " * 60_000)) == 60_000
