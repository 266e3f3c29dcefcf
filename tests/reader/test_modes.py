"""Direct, indirect, mixed; titles are not speech."""

from __future__ import annotations

import pytest

from allegedly.reader.modes import is_title, mode_of, speech_quotes
from allegedly.reader.quotes import find_quotes
from allegedly.records import Span

MODES = [
    ("She said [“we will sail.”]", "direct"),
    ("She said [we will sail].", "indirect"),
    ("She said [it was “a long way” to go].", "mixed"),
    ("[“We will sail,”] she said, [“and we will return.”]", "direct"),
    ("She said [the “Harriet Lisle” would sail].", "indirect"),
    ("She said [the song “Grey Water at Night” was hers].", "indirect"),
    ("She said [that “we will sail at once, whatever comes”].", "direct"),
    ("[“We will sail.] Not now.", "direct"),
]


@pytest.mark.parametrize(("marked", "mode"), MODES)
def test_mode(marked: str, mode: str) -> None:
    text, spans = "", []
    for part in marked.split("["):
        inside, bracket, rest = part.partition("]")
        if bracket:
            spans.append(Span(len(text), len(text) + len(inside)))
        text += inside + rest
    speech = speech_quotes(text, find_quotes(text))
    assert mode_of(text, spans, speech) == mode


TITLES = [
    ("They sang “The Last Boat to Orrin” twice.", True),
    ("The single “sorry” came out.", True),
    ("She called “We are leaving at noon,” then left.", False),
    ("She said “Never.”", False),
    ("the so-called “refurbishment” of it", True),
    ("He asked “Who Is It?” loudly.", False),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: bool) -> None:
    (quote,) = find_quotes(text)
    assert is_title(text, quote) is expected
