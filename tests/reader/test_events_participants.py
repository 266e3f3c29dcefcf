"""Who takes part in an event: its own clause, subject before it and objects after it."""

from __future__ import annotations

import re

import pytest

from allegedly.reader.clauses import clauses_of
from allegedly.reader.modes import speech_quotes
from allegedly.reader.participants import Participants, is_noun
from allegedly.reader.quotes import find_quotes
from allegedly.reader.sentences import split_sentences
from allegedly.records import Mention, MentionKind, Span

_MARK = re.compile(r"\[(?P<event>\w+)\]|\{(?P<name>[^{}/]+)(?P<place>/place)?\}")


def participants(marked: str) -> list[list[str]]:
    """For each [event] the {names} that take part in it; {Orrin/place} is a place."""
    text, last = "", 0
    events: list[int] = []
    names: list[tuple[Span, str, MentionKind]] = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        start = len(text)
        text += mark["event"] or mark["name"]
        if mark["event"]:
            events.append(start)
        else:
            kind: MentionKind = "place" if mark["place"] else "person"
            names.append((Span(start, len(text)), mark["name"], kind))
    text += marked[last:]
    sentences = split_sentences(text)
    clauses = clauses_of(text, sentences, speech_quotes(text, find_quotes(text)))
    numbers = {name: k for k, name in enumerate(dict.fromkeys(n for _, n, _ in names))}
    mentions = [
        Mention(span, kind, name[0].isupper(), numbers[name], span) for span, name, kind in names
    ]
    places = [clauses.at(start) for start in events]
    who = Participants(clauses, mentions, places)
    called = {number: name for name, number in numbers.items()}
    return [[called[n] for n in who.of(k)] for k in places]


CASES = [
    ("{Breck} [sold] the boats to {Finch}.", [["Breck", "Finch"]]),
    ("{Breck} has not [sold] the boats.", [["Breck"]]),
    ("{Breck} and {Finch} [met] on Friday.", [["Breck", "Finch"]]),
    ("The boats were [sold] by {Breck}.", [["Breck"]]),
    ("{Breck} [asked] {Finch} to [leave].", [["Breck", "Finch"], ["Finch"]]),
    ("{Breck} [bought] the line and [sold] the boats to {Finch}.", [["Breck"], ["Breck", "Finch"]]),
    ("{Breck} left after {Finch} [resigned].", [["Finch"]]),
    ("{Breck}, who [leads] the group, [left].", [["Breck"], ["Breck"]]),
    ("{Pellowe} said that {Breck} [sold] the boats.", [["Breck"]]),
    ("{Pellowe} said {Breck} [sold] the boats.", [["Breck"]]),
    ("“{Breck} [sold] the boats,” {Pellowe} said.", [["Breck"]]),
    ("{Breck} [left], {Pellowe} said.", [["Breck"]]),
    ("In {Orrin/place}, {Breck} [met] {Finch}.", [["Breck", "Finch"]]),
    ("{Breck} [met] {Finch} in {Orrin/place}.", [["Breck", "Finch"]]),
    ("{Orrin/place} [refused] the offer.", [["Orrin"]]),
    ("{Finch}’s boat [sank].", [[]]),
    ("The {Strandholm} boats [sank].", [[]]),
    ("{Breck}’s sudden [resignation] followed.", [["Breck"]]),
    ("The [sale] of the line to {Strandholm} by {Breck} went on.", [["Strandholm", "Breck"]]),
    ("{Pellowe} feared a [split] between {Breck} and {Finch}.", [["Breck", "Finch"]]),
    ("{Breck} [made] a second [bid].", [["Breck"], ["Breck"]]),
    ("{Breck} [left] after [selling] the boats.", [["Breck"], ["Breck"]]),
    ("{Breck} and {Finch}’s boat [sank].", [[]]),
    ("{Pellowe} welcomed the [announcement].", [[]]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_participants(marked: str, expected: list[list[str]]) -> None:
    assert participants(marked) == expected


@pytest.mark.parametrize(
    ("marked", "noun"),
    [
        ("the [sale]", True),
        ("his [resignation]", True),
        ("Breck [sold] it", False),
        ("to [sale]", False),
        ("will [vote]", False),
        ("the [meeting] ended", True),
        ("of [selling] boats", False),
        ("an [agreement]", True),
        ("[criticism] of Breck", True),
    ],
)
def test_noun_or_verb(marked: str, noun: bool) -> None:
    text = marked.replace("[", "").replace("]", "")
    clauses = clauses_of(text, [Span(0, len(text))])
    assert is_noun(clauses, clauses.at(marked.index("["))) is noun
