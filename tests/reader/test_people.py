"""Who is named, and who is who: what stands beside a name is no part of it."""

from __future__ import annotations

import pytest

from allegedly import Reader
from allegedly.reader.kinship import kin_spoken_of
from allegedly.reader.name_parts import holders, is_artist, is_grade, is_party_code
from allegedly.reader.names import misspelt
from allegedly.records import Reading


def _entities(reading: Reading) -> dict[str, str]:
    return {entity.name: entity.kind for entity in reading.entities}


def _speakers(reading: Reading) -> list[str | None]:
    return [
        None if a.speaker is None else reading.entities[a.speaker].name
        for a in reading.body.attributions
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Northline CEO Ada Finch", 2),
        ("Rovers ’ Alder", 2),
        ("Vice President Ada Finch", 0),
        ("Home Secretary Ada Finch", 0),
        ("Ada Finch", 0),
        ("Deck Workers ’ Union", 0),
        ("Ada Finch ’ s", 0),
    ],
)
def test_where_a_name_begins(text: str, first: int) -> None:
    words = text.split()
    assert holders(words, 0, len(words) - 1) == first


def test_a_place_before_a_name_is_cut_only_after_the() -> None:
    words = ["to", "the", "United", "States", "Ada", "Finch"]
    assert holders(words, 2, 5) == 4
    assert holders(["India", "Finch", "Alder"], 0, 2) == 0


@pytest.mark.parametrize(
    ("text", "k", "expected"),
    [
        (", D - Ohio", 1, True),
        ("( R - Ohio", 1, True),
        ("Plan D - Day", 1, False),
        (", D Finch", 1, False),
    ],
)
def test_party_codes(text: str, k: int, expected: bool) -> None:
    assert is_party_code(text.split(), k) is expected


def test_words_that_only_begin_a_post() -> None:
    assert is_grade(["Executive", "director", "Ada"], 0, 0)
    assert not is_grade(["Executive", "said", "so"], 0, 0)
    assert is_artist(["his", "show", "with", "Alder"], 3, 3)
    assert not is_artist(["his", "deal", "with", "Alder"], 3, 3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("kristin", "alder"), ("kristen", "alder"), True),
        (("joan", "alder"), ("jean", "alder"), False),
        (("michael", "alder"), ("michelle", "alder"), False),
        (("ada", "finch"), ("ada", "fich"), True),
    ],
)
def test_slips_in_full_names(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert misspelt(one, other) is same


def test_kin_in_a_quotation_right_before_its_source() -> None:
    text = "“I love my brother,” she said."
    assert kin_spoken_of(text, text.index("she")) == "brother"
    assert kin_spoken_of("“My mum knows,” he said.", 16) == "mother"
    assert kin_spoken_of("“I love my boat,” she said.", 18) == ""


def test_a_body_before_a_name_is_an_entity_of_its_own(reader: Reader) -> None:
    found = _entities(reader.read("Northline CEO Hock Tan said on Tuesday that the deal was off."))
    assert found["Hock Tan"] == "person"
    assert found["Northline"] == "organization"


def test_a_party_and_a_state_are_nobody(reader: Reader) -> None:
    found = _entities(reader.read("“I love it,” said Rep. Joan Marsh, D-Calif. Nobody agreed."))
    assert found.get("Joan Marsh") == "person"
    assert not any("Calif" in name for name in found)


def test_the_last_word_of_an_outlet_is_its_short_form(reader: Reader) -> None:
    reading = reader.read(
        "According to the Lisle Gull, the line will be sold. The report in the Gull said that "
        "the sale was near."
    )
    text = reading.article.text
    gulls = [m.entity for m in reading.body.mentions if m.named and "Gull" in m.span.of(text)]
    assert len(gulls) == 2
    assert len(set(gulls)) == 1


def test_a_register_is_a_body(reader: Reader) -> None:
    found = _entities(reader.read("A filing at the Companies Registry lists two directors."))
    assert found["Companies Registry"] == "organization"


def test_a_new_company_is_not_the_old_one(reader: Reader) -> None:
    reading = reader.read(
        "Lisle Marine Group set up a firm on Monday. The new company will run the routes, the "
        "Lisle Marine Group said."
    )
    text = reading.article.text
    of = {m.span.of(text): m.entity for m in reading.body.mentions}
    assert of["The new company"] != of["Lisle Marine Group"]


def test_whoever_the_sentence_before_is_about_wrote_it(reader: Reader) -> None:
    reading = reader.read(
        "Mayor Rolf Dane said the town would wait. Anton Breck, who leads the council "
        "opposition, disagreed. “We cannot wait,” he wrote on Tuesday."
    )
    assert _speakers(reading)[-1] == "Anton Breck"


def test_a_shout_is_whose_the_next_words_say_it_was(reader: Reader) -> None:
    reading = reader.read(
        "The clerk opened the meeting at seven.\n\n“Read them out!” This is Dermot Alder, from "
        "the gallery. The mayor, Prudence Ash, asks him to be quiet."
    )
    text = reading.article.text
    shouts = [
        a.speaker
        for a in reading.body.attributions
        if any("Read them out" in s.of(text) for s in a.content)
    ]
    assert [reading.entities[k].name for k in shouts if k is not None] == ["Dermot Alder"]


def test_two_people_joined_speak_as_the_couple(reader: Reader) -> None:
    reading = reader.read(
        "Tom Alder and Ada Finch live in the hills. Tom and Ada have made clear that they will "
        "not sell the house."
    )
    found = _entities(reading)
    couple = [name for name, kind in found.items() if kind == "group" and " and " in name]
    assert couple
    assert _speakers(reading)[-1] == couple[0]
