"""The reader as a user has it: whole articles in, anchored readings out."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly import InputError, Reader
from allegedly.records import Layers, Reading, Span


def spans_of(layers: Layers) -> list[Span]:
    said = [s for a in layers.attributions for s in (*a.source, *a.cue, *a.content)]
    rest = [m.span for m in layers.mentions] + [t.span for t in layers.times]
    rest += [e.span for e in layers.events] + [h.span for h in layers.hedges]
    heads = [m.head for m in layers.mentions] + [h.scope for h in layers.hedges]
    return said + rest + heads


def check(reading: Reading) -> None:
    """Every span lies in its field, every number points somewhere."""
    fields = [(reading.article.text, reading.body)]
    if reading.headline is not None:
        fields.append((reading.article.title or "", reading.headline))
    for text, layers in fields:
        assert all(s.of(text).strip() and s.end <= len(text) for s in spans_of(layers))
        count = len(layers.attributions)
        for k, a in enumerate(layers.attributions):
            assert a.content or a.cue or a.source
            assert a.speaker is None or 0 <= a.speaker < len(reading.entities)
            assert all(0 <= v < len(reading.entities) for v in a.via)
            assert a.within is None or (0 <= a.within < count and a.within != k)
            assert 0 <= a.confidence <= 1
            assert all(0 <= h < len(layers.hedges) for h in a.hedges)
        assert all(0 <= m.entity < len(reading.entities) for m in layers.mentions)
        assert all(m.span.covers(m.head) for m in layers.mentions)
        for e in layers.events:
            assert e.time is None or 0 <= e.time < len(layers.times)
            assert all(0 <= p < len(reading.entities) for p in e.participants)
        for t in layers.times:
            assert t.earliest is None or t.latest is None or t.earliest <= t.latest
    for e in reading.body.events:
        assert reading.sentences[e.sentence].overlaps(e.span)


WORDS = st.lists(
    st.sampled_from(
        [
            "Ada",
            "Finch",
            "said",
            "“we",
            "told",
            "”",
            '"',
            "‘never’",
            ".",
            ",",
            "?",
            "the",
            "mayor",
            "he",
            "she",
            "according",
            "to",
            "reported",
            "\n\n",
            "“",
            "”",
            "‘",
            "’",
            "Mr.",
            "Courier",
            "😀",
            "é",
            "\u202e",
            "אבג",
            "—",
            "(",
            ")",
            "I",
        ]
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


@given(WORDS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_anchors_are_exact_on_any_text(reader: Reader, text: str) -> None:
    if not text.strip():
        return
    reading = reader.read(text, title="Ada Finch said no")
    assert reading.article.text == text
    check(reading)


SAID = [
    ("“We will not sell the boats,” Ada Finch said on Monday.", "Ada Finch", "direct", "named"),
    ("Ada Finch, the mayor, said the boats would not be sold.", "Ada Finch", "indirect", "named"),
    (
        "The mayor, Ada Finch, told reporters: “We will never sell them.”",
        "Ada Finch",
        "direct",
        "named",
    ),
    ("A person familiar with the talks said the line would be sold.", None, "indirect", "unnamed"),
    ("According to Ada Finch, the boats are “far too old to sell”.", "Ada Finch", "mixed", "named"),
]


@pytest.mark.parametrize(("text", "speaker", "mode", "sourcing"), SAID)
def test_who_says_what(
    reader: Reader, text: str, speaker: str | None, mode: str, sourcing: str
) -> None:
    reading = reader.read(text)
    (said,) = reading.body.attributions
    name = reading.entities[said.speaker].name if said.speaker is not None else None
    assert (name, said.mode, said.sourcing) == (speaker, mode, sourcing)


def test_a_quotation_over_two_paragraphs_is_one_statement(reader: Reader) -> None:
    text = (
        "Ada Finch said: “We have looked at every boat and at every berth.\n\n"
        "“None of them will be sold while I am here.”"
    )
    (said,) = reader.read(text).body.attributions
    assert [s.of(text)[:8] for s in said.content] == ["“We have", "“None of"]


def test_titles_are_not_speech(reader: Reader) -> None:
    reading = reader.read("The band played “The Last Boat to Orrin” in the square on Friday night.")
    assert all(a.mode == "indirect" for a in reading.body.attributions)


def test_other_languages_are_left_unread(reader: Reader) -> None:
    reading = reader.read(
        "Der Bürgermeister sagte am Montag, die Fähren würden nicht verkauft, solange er im Amt "
        "sei, und niemand habe ihm bisher ein Angebot gemacht."
    )
    assert reading.article.language == "de"
    assert "de" in (reading.unread or "")
    assert not reading.body.attributions


def test_a_partial_date_stays_partial(reader: Reader) -> None:
    published = reader.read("Nothing happened at the quay.", published="2024-02").article.published
    assert published is not None
    assert (published.value, str(published.latest)) == ("2024-02", "2024-02-29")


@pytest.mark.parametrize("bad", ["", "  \n"])
def test_nothing_to_read_is_an_error(reader: Reader, bad: str) -> None:
    with pytest.raises(InputError):
        reader.read(bad)


def test_a_date_that_is_none_is_an_error(reader: Reader) -> None:
    with pytest.raises(InputError):
        reader.read("Nothing happened.", published="yesterday")


def test_reading_is_repeatable(reader: Reader, coverage: object) -> None:
    text = "“No,” Ada Finch said. She told the Harbour Post that nobody had asked her."
    assert reader.read(text) == reader.read(text)


@pytest.mark.parametrize("unit", ["“", '"', "”“", "said ", "“No,” he said. ", "😀\u202e"])
def test_long_and_odd_texts(reader: Reader, unit: str) -> None:
    random.seed(1)
    check(reader.read(unit * (6_000 // len(unit))))


def test_whoever_an_outlet_cites_is_the_origin(reader: Reader) -> None:
    text = (
        "The Harbour Post reported on Monday, citing a person close to the owners, that the line "
        "would be sold."
    )
    reading = reader.read(text)
    outlet, origin = reading.body.attributions
    assert (outlet.sourcing, outlet.cue[0].of(text)) == ("outlet", "reported")
    assert (origin.sourcing, origin.cue[0].of(text)) == ("unnamed", "citing")
    assert outlet.content == origin.content
    assert [reading.entities[v].name for v in origin.via] == ["Harbour Post"]
    assert [s.of(text) for s in origin.source] == ["a person close to the owners"]


def test_a_text_seen_by_an_outlet_is_a_document(reader: Reader) -> None:
    text = "A memo seen by the Harbour Post says that the line would be sold for £14 million."
    (said,) = reader.read(text).body.attributions
    assert said.sourcing == "document"


def test_speech_inside_speech_is_within_it(reader: Reader) -> None:
    text = "“I said to him, ‘Are you buying it or painting it?’ and he left,” Ada Finch said."
    reading = reader.read(text)
    outer = next(a for a in reading.body.attributions if a.within is None)
    inner = next(a for a in reading.body.attributions if a.within is not None)
    assert inner.content[0].of(text) == "‘Are you buying it or painting it?’"
    assert reading.body.attributions[inner.within or 0] == outer
    assert inner.speaker == outer.speaker is not None
    assert inner.mode == "direct"


def test_one_person_is_not_the_subject_of_a_plural_verb(reader: Reader) -> None:
    text = "His attempts to win back his wife Ada Finch have shown what went wrong, he believes."
    named = [s.of(text) for a in reader.read(text).body.attributions for s in a.source if a.cue]
    assert "Ada Finch" not in named


def test_a_quotation_that_ends_in_a_comma_belongs_to_what_follows(reader: Reader) -> None:
    text = (
        "“They counted on Sunday and they counted again on Monday,” a councillor who has never "
        "lied to me told me over the fence. “There are not the hands for it.”"
    )
    (said,) = reader.read(text).body.attributions
    assert len(said.content) == 2
    assert said.sourcing == "unnamed"


def test_two_people_joined_by_and_are_two(reader: Reader) -> None:
    text = (
        "Tom Alder and Ada Finch could get back together. Ada Finch said nothing on Monday. "
        "“We are friends,” Tom Alder said. Rumors about Tom Alder and Ada Finch persist."
    )
    names = {e.name for e in reader.read(text).entities}
    assert {"Tom Alder", "Ada Finch"} <= names
    assert not any(" and " in name for name in names)
