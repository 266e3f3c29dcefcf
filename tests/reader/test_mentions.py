"""Who and what a text mentions, through the packaged reader, on sentences made up for it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly import Reader
from allegedly.records import Mention, Reading


def entity_of(reading: Reading, surface: str, nth: int = 0) -> int:
    """The entity of the mention whose head is ``surface``."""
    text = reading.article.text
    found = [m for m in reading.body.mentions if m.head.of(text) == surface]
    assert len(found) > nth, f"{surface!r} is not mentioned"
    return found[nth].entity


def kind_of(reading: Reading, surface: str) -> str:
    return reading.entities[entity_of(reading, surface)].kind


def names(reading: Reading) -> set[str]:
    return {e.name for e in reading.entities}


SAME = [
    ("Ada Finch left on Monday. Finch said nothing.", "Ada Finch", "Finch"),
    ("Ada Finch left on Monday. Her brother stayed.", "Ada Finch", "Her"),
    ("Ada Finch, the harbour master, left on Monday.", "Ada Finch", "master"),
    ("The harbour master, Ada Finch, left on Monday.", "Ada Finch", "master"),
    ("His wife Ada Finch left him on Monday.", "Ada Finch", "wife"),
    ("Ada Finch is the mayor of Calder.", "Ada Finch", "mayor"),
    ("Thomas Alder sings. “I will stop,” Tom Alder said.", "Thomas Alder", "I"),
    ("Mr. Tom Alder sings on Friday. Alder is 44.", "Mr. Tom Alder", "Alder"),
    ("Northline Ferries lost money. Northline will sell boats.", "Northline Ferries", "Northline"),
]


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_one_and_the_same(reader: Reader, text: str, one: str, other: str) -> None:
    reading = reader.read(text)
    assert entity_of(reading, one) == entity_of(reading, other)


DIFFERENT = [
    ("Ada Finch and Tom Finch sing. Ada Finch left.", "Ada Finch", "Tom Finch"),
    ("Ada Finch met Tom Alder. Her mother was there.", "Ada Finch", "mother"),
    ("Tom Alder said he would sing. Mrs. Alder said she was proud.", "Tom Alder", "Mrs. Alder"),
]


@pytest.mark.parametrize(("text", "one", "other"), DIFFERENT)
def test_two_who_are_not_one(reader: Reader, text: str, one: str, other: str) -> None:
    reading = reader.read(text)
    found = {m.entity for m in reading.body.mentions if other in m.head.of(text)}
    assert entity_of(reading, one) not in found


def test_a_noun_phrase_holds_the_name_it_goes_with(reader: Reader) -> None:
    text = "The mayor of Calder met Ada Finch."
    reading = reader.read(text)
    spans = {m.head.of(text): m.span.of(text) for m in reading.body.mentions}
    assert spans["mayor"] == "The mayor of Calder"
    assert spans["Calder"] == "Calder"
    assert spans["Ada Finch"] == "Ada Finch"


def test_several_people_are_a_group(reader: Reader) -> None:
    reading = reader.read("Residents of Calder were angry. Two deckhands left the boat on Monday.")
    assert kind_of(reading, "Residents") == "group"
    assert kind_of(reading, "deckhands") == "group"


def test_a_couple_is_the_two_who_were_named_together(reader: Reader) -> None:
    text = (
        "Ada Finch and Tom Alder married in 2014. The couple have three children. "
        "They live in Calder."
    )
    reading = reader.read(text)
    couple = entity_of(reading, "couple")
    assert reading.entities[couple].kind == "group"
    assert reading.entities[couple].name == "Ada Finch and Tom Alder"
    assert entity_of(reading, "They") == couple
    assert couple not in (entity_of(reading, "Ada Finch"), entity_of(reading, "Tom Alder"))


def test_a_familys_name_is_nobodys_in_particular(reader: Reader) -> None:
    text = "Ada Finch sings. The Finches live by the sea, and the Finch family owns a boat."
    reading = reader.read(text)
    ada = entity_of(reading, "Ada Finch")
    groups = {m.entity for m in reading.body.mentions if m.kind == "group"}
    assert ada not in groups
    assert len(groups) >= 1


def test_a_list_after_a_noun_for_people_is_of_people(reader: Reader) -> None:
    text = "Ada Finch has four children (Wren, Paris, Ash and Dallas). She lives in Calder."
    reading = reader.read(text)
    kinds = {m.head.of(text): m.kind for m in reading.body.mentions}
    assert {kinds[name] for name in ("Wren", "Paris", "Ash", "Dallas") if name in kinds} == {
        "person"
    }


WORKS = [
    ("Tom Alder sang “The Last Boat Home” on Friday.", "The Last Boat Home", "work"),
    ("Tom Alder released his album Tidewater on Friday.", "Tidewater", "work"),
    ("The ferry “Grey Heron” left Calder on Friday.", "Grey Heron", "other"),
]


@pytest.mark.parametrize(("text", "title", "kind"), WORKS)
def test_titles(reader: Reader, text: str, title: str, kind: str) -> None:
    reading = reader.read(text)
    assert kind_of(reading, title) == kind
    assert "Tom Alder" in names(reading) or kind == "other"


def test_somebody_new_opens_an_entity_and_the_joins_it(reader: Reader) -> None:
    text = "A deckhand found the letter. The deckhand told Ada Finch about it."
    reading = reader.read(text)
    assert entity_of(reading, "deckhand") == entity_of(reading, "deckhand", 1)
    assert reading.entities[entity_of(reading, "deckhand")].name == "A deckhand"


def test_i_is_who_speaks_and_we_a_body_that_speaks(reader: Reader) -> None:
    text = (
        "“I told my sister,” Ada Finch said. “We will not sell,” Northline Ferries said in a "
        "statement."
    )
    reading = reader.read(text)
    assert entity_of(reading, "I") == entity_of(reading, "my") == entity_of(reading, "Ada Finch")
    we = [m.entity for m in reading.body.mentions if m.head.of(text) == "We"]
    assert we in ([], [entity_of(reading, "Northline Ferries")])


def test_unresolved_pronouns_are_no_mentions(reader: Reader) -> None:
    text = "They say it never rains here. We do not know who said it first."
    found = [m.head.of(text) for m in reader.read(text).body.mentions]
    assert not {"They", "We", "it", "who"} & set(found)


def test_titles_and_texts_share_their_entities(reader: Reader) -> None:
    reading = reader.read("Ada Finch said no on Monday.", title="Finch says no to sale")
    assert reading.headline is not None
    (said,) = (m for m in reading.headline.mentions if m.kind == "person")
    assert reading.entities[said.entity].name == "Ada Finch"


def test_entities_come_in_the_order_of_their_first_mention(reader: Reader) -> None:
    text = "Tom Alder met Ada Finch. Ada Finch met the mayor. The mayor met Tom Alder in Calder."
    reading = reader.read(text)
    first: dict[int, int] = {}
    for m in reading.body.mentions:
        first.setdefault(m.entity, m.span.start)
    assert list(first) == sorted(first)
    assert len(reading.entities) == len(first)


WORDS = st.lists(
    st.sampled_from(
        [
            "Ada", "Finch", "Tom", "the", "couple", "mayor", "of", "Calder", "’s", "and", "he",
            "she", "they", "I", "said", "“", "”", ",", ".", "(", ")", "two", "aides", "Mrs.",
            "her", "wife", "who", "album", "family", "is", "\n\n", "😀", "-", "A", "it",
        ]
    ),
    min_size=1,
    max_size=50,
).map(" ".join)  # fmt: skip


def crossing(one: Mention, other: Mention) -> bool:
    a, b = sorted((one.span, other.span), key=lambda s: (s.start, -s.end))
    return a.start < b.start < a.end < b.end


@given(WORDS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_mentions_nest_and_keep_their_heads(reader: Reader, text: str) -> None:
    if not text.strip():
        return
    reading = reader.read(text, title="Ada Finch and the couple")
    mentions = reading.body.mentions
    assert len({m.head for m in mentions}) == len(mentions)
    for m in mentions:
        assert m.span.covers(m.head)
        assert m.head.of(text).strip()
        assert m.kind == reading.entities[m.entity].kind
    noun_phrases = [m for m in mentions if m.named or " " in m.span.of(text)]
    assert not any(crossing(a, b) for a in noun_phrases for b in noun_phrases)


@pytest.mark.parametrize("unit", ["She met him. ", "Ada Finch met Tom Alder. ", "The couple’s "])
def test_many_mentions_are_read_in_time(reader: Reader, unit: str) -> None:
    text = unit * (9_000 // len(unit.split()) // 3)
    assert len(reader.read(text).body.mentions) <= len(text.split())
