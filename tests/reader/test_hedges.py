"""Hedges: which words they are, what they speak of, how sure they leave a statement."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allegedly.reader.clauses import clauses_of
from allegedly.reader.hedges import DEGREES, certainty_of, hedges_of
from allegedly.reader.modes import speech_quotes
from allegedly.reader.quotes import find_quotes
from allegedly.reader.sentences import split_sentences
from allegedly.records import Furniture, Hedge, Span


def read(text: str) -> tuple[Hedge, ...]:
    sentences = split_sentences(text)
    return hedges_of(clauses_of(text, sentences, speech_quotes(text, find_quotes(text))))


#: Text, hedge, degree, what it speaks of.
HEDGED = [
    ("The line may be sold.", "may", "possible", "may be sold"),
    ("The line could be sold by June.", "could", "possible", "could be sold by June"),
    ("Breck might resign, she said.", "might", "possible", "might resign"),
    ("The line has reportedly been sold.", "reportedly", "probable", "reportedly been sold"),
    ("He allegedly took it.", "allegedly", "possible", "allegedly took it"),
    ("The boats are sold, apparently.", "apparently", "probable", "The boats are sold"),
    ("The boats are sold, it seems.", "seems", "probable", "The boats are sold"),
    ("The quay will probably close.", "probably", "probable", "probably close"),
    ("Finch seems to have left.", "seems", "probable", "seems to have left"),
    ("Breck appears to agree.", "appears to", "probable", "appears to agree"),
    (
        "The memo suggests that Pellowe knew.",
        "suggests that",
        "probable",
        "suggests that Pellowe knew",
    ),
    ("Some believe the boats leak.", "believe", "probable", "believe the boats leak"),
    ("The buyer is said to be Danish.", "is said to", "probable", "is said to be Danish"),
    (
        "It is also widely understood to have failed.",
        "is also widely understood to",
        "probable",
        "is also widely understood to have failed",
    ),
    ("Pellowe is expected to retire.", "is expected to", "probable", "is expected to retire"),
    ("She is rumored to be leaving.", "is rumored to", "possible", "is rumored to be leaving"),
    ("Rumours of a sale grew.", "Rumours", "possible", "Rumours of a sale grew"),
    (
        "There is speculation that Breck lied.",
        "speculation",
        "possible",
        "speculation that Breck lied",
    ),
    ("The alleged thief was arrested.", "alleged", "possible", "alleged thief"),
    ("A potential buyer came.", "potential", "possible", "potential buyer came"),
    (
        "It is unclear whether the boats were sold.",
        "unclear whether",
        "unknown",
        "unclear whether the boats were sold",
    ),
    (
        "It is not clear whether the boats sank, Breck said.",
        "not clear whether",
        "unknown",
        "not clear whether the boats sank",
    ),
    ("Who will pay remains to be seen.", "remains to be seen", "unknown", "Who will pay"),
    ("Finch wondered if he knew.", "wondered if", "unknown", "wondered if he knew"),
    ("Will the council sell the boats?", "?", "unknown", "Will the council sell the boats?"),
    ("If they sold, prices would rise.", "would", "probable", "would rise"),
    ("The boats would have sunk.", "would", "probable", "would have sunk"),
    ("“We may sell,” he said, and left.", "may", "possible", "may sell"),
    ("The line may, in the end, be sold.", "may", "possible", "may, in the end, be sold"),
    (
        "It may be sold because the roof leaks.",
        "may",
        "possible",
        "may be sold",
    ),
]

#: Words that look like hedges and are none.
PLAIN = [
    "In May 2021 the boats were sold.",
    "The boats were sold in May.",
    "They rowed with might and main.",
    "The might of the sea took the pier.",
    "The will of the people is known.",
    "I would like to buy a boat.",
    "The council could not agree on a price.",
    "He said that Pellowe would resign.",
    "She believes in boats.",
    "Come as soon as possible.",
    "Why did the council sell the boats?",
    "She appeared on the quay at noon.",
    "He suggested a walk to the pier.",
    "A suspect was arrested.",
    "I have no doubt that the boats float.",
    "Really?",
    "See kestrel.example/boats?page=2 for the timetable.",
    "Mayor May Finch opened the quay.",
]


@pytest.mark.parametrize(("text", "words", "degree", "scope"), HEDGED)
def test_hedge_and_what_it_speaks_of(text: str, words: str, degree: str, scope: str) -> None:
    found = [(h.span.of(text), h.certainty, h.scope.of(text)) for h in read(text)]
    assert (words, degree, scope) in found


@pytest.mark.parametrize("text", PLAIN)
def test_no_hedge(text: str) -> None:
    assert [h.span.of(text) for h in read(text)] == []


def test_words_in_marks_speak_only_of_what_is_in_the_marks() -> None:
    text = "“The line may be sold” is what Breck said and nobody else said."
    (hedge,) = read(text)
    assert hedge.scope.of(text) == "may be sold"


def test_furniture_is_left_out() -> None:
    text = "You may also like these boats.\nThe line may be sold."
    sentences = split_sentences(text)
    furniture = [Furniture(sentences[0], "related")]
    (hedge,) = hedges_of(clauses_of(text, sentences), furniture)
    assert hedge.sentence == 1


#: Text with [content] and {cue}, the certainty of the content, the hedges that say so.
STATED = [
    ("Breck {said} [the boats were sold].", "certain", []),
    ("Breck {said} [the boats may be sold].", "possible", ["may"]),
    ("Breck {suggested} [the boats were sold].", "probable", ["suggested"]),
    ("Breck {believes} [the boats may be sold].", "possible", ["believes", "may"]),
    ("Breck {fears} [that the boats will be sold].", "possible", ["fears"]),
    ("Breck {wondered whether} [the boats were sold].", "unknown", ["wondered whether"]),
    ("Breck reportedly {told} friends [the boats were sold].", "probable", ["reportedly"]),
    ("It is {unclear} [whether the boats were sold].", "unknown", ["unclear whether"]),
    ("Rumors {said} by nobody [that the boats were sold].", "possible", ["Rumors"]),
    ("Breck {asked}: [“Will the boats be sold?”]", "unknown", ["?"]),
    ("[“We sold the boats because Finch may leave,”] Breck {said}.", "certain", []),
    ("[“If Finch leaves, we may sell the boats,”] Breck {said}.", "possible", ["may"]),
    ("Breck {said} [the alleged thief was seen on the long pier].", "certain", []),
    (
        "[“We sold all of the boats last year and we kept the pier. It may rain.”] Breck {said}.",
        "certain",
        [],
    ),
    (
        "[“We sold one. Perhaps we sold all of the boats and kept the long pier.”] Breck {said}.",
        "possible",
        ["Perhaps"],
    ),
]


def _marked(text: str, left: str, right: str) -> tuple[str, list[tuple[int, int]]]:
    plain, found, start = "", [], 0
    for letter in text:
        if letter == left:
            start = len(plain)
        elif letter == right:
            found.append((start, len(plain)))
        else:
            plain += letter
    return plain, found


@pytest.mark.parametrize(("marked", "certainty", "because"), STATED)
def test_certainty_of_a_statement(marked: str, certainty: str, because: list[str]) -> None:
    with_cue, _ = _marked(marked, "[", "]")
    text, cue = _marked(with_cue, "{", "}")
    without_cue = marked.replace("{", "").replace("}", "")
    _, content = _marked(without_cue, "[", "]")
    hedges = read(text)
    found, indices = certainty_of(
        text, [Span(*c) for c in content], [Span(*c) for c in cue], hedges
    )
    assert found == certainty
    assert [hedges[k].span.of(text) for k in indices] == because


_PIECES = st.sampled_from(
    [
        "may",
        "might",
        "would",
        "May",
        "if",
        "?",
        ".",
        ",",
        ";",
        ":",
        "“",
        "”",
        "(",
        ")",
        "—",
        "\n\n",
        "it",
        "is",
        "not",
        "clear",
        "whether",
        "said",
        "Breck",
        "that",
        "who",
        "and",
        "the boats",
        "rumors of",
        "alleged",
        "isn't",
        "to be seen",
        "remains",
        "😀",
        "\x00",
    ]
)


@example("alleged \n\n rumors of")
@example("it is said \n\n to be")
@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_anchors_hold_on_any_text(text: str) -> None:
    sentences = split_sentences(text)
    hedges = read(text)
    assert list(hedges) == sorted(hedges, key=lambda h: h.span)
    for h in hedges:
        assert h.certainty in DEGREES[1:]
        assert h.span.end <= len(text)
        assert sentences[h.sentence].covers(h.span)
        assert sentences[h.sentence].covers(h.scope)
    whole = [Span(0, len(text))] if text else []
    degree, indices = certainty_of(text, whole, [], hedges)
    assert degree in DEGREES
    assert all(0 <= k < len(hedges) for k in indices)
    assert (degree == "certain") == (not indices)


@pytest.mark.parametrize(
    "unit", ["may ", "“", "(", "who ", "not ", "it is ", ", and he ", "if ", "?", "is not also "]
)
def test_long_input_takes_no_longer_than_its_length(unit: str) -> None:
    text = unit * 4000 + "."
    assert all(h.scope.end <= len(text) for h in read(text))
