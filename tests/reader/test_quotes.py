"""Quotation marks: every kind, nested, over paragraphs, odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reader.quotes import find_quotes, quote_depths

CASES = [
    ("curly", "She said “no.” He left.", ["“no.”"]),
    ("straight", 'She said "no." He left.', ['"no."']),
    ("german", "Er sagte „nein“ und ging.", ["„nein“"]),
    ("angle", "Il dit «non» et part.", ["«non»"]),
    ("latex", "She said ``no'' again.", ["``no''"]),
    ("single curly", "She said ‘we will not go’ twice.", ["‘we will not go’"]),
    ("apostrophes are no quotes", "The workers’ boats weren’t late, ’twas fog.", []),
    ("straight apostrophes", "The workers' boats weren't late in '68.", []),
    (
        "nested single",
        "“He told me ‘never’ and left,” she said.",
        ["“He told me ‘never’ and left,”"],
    ),
    ("broken by the cue", '"If they ask," she said, "we sail."', ['"If they ask,"', '"we sail."']),
    ("in brackets", 'It is (they say "soon") late.', ['"soon"']),
    ("after a dash", 'The boat—"old thing"—sank.', ['"old thing"']),
    ("inches", 'A plank of 6" and a "nail" more.', ['"nail"']),
    (
        "two paragraphs, re-opened",
        "“First part.\n\n“Second part,” he said.",
        ["“First part.", "“Second part,”"],
    ),
    (
        "straight, re-opened",
        '"First part.\n\n"Second part," he said.',
        ['"First part.', '"Second part,"'],
    ),
    (
        "three paragraphs, not re-opened",
        "“First part.\n\nSecond part.”\n\nThird.",
        ["“First part.", "Second part.”"],
    ),
    ("odd opening mark", "“She never came back. Then “yes” was heard.\n\nPlain text.", ["“yes”"]),
    ("stray closing mark", "Nobody came.” Then “yes” was heard.", ["“yes”"]),
    ("unclosed at the end", "He said: “I will go", ["“I will go"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_outermost_quotes(text: str, expected: list[str]) -> None:
    found = [text[q.start : q.end] for q in find_quotes(text) if q.depth == 0]
    assert found == expected


def test_nested_double_marks() -> None:
    text = 'He said "they told me "never" and left" again.'
    found = {(text[q.start : q.end], q.depth) for q in find_quotes(text)}
    assert found == {('"they told me "never" and left"', 0), ('"never"', 1)}


@given(st.text(alphabet="ab .,\n“”\"'‘’«»`(", max_size=80))
def test_quotes_are_spans_in_order(text: str) -> None:
    found = find_quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    assert len(quote_depths(text)) == len(text)


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "'"])
def test_only_marks_in_linear_time(mark: str) -> None:
    quote_depths(mark * 200_000)
