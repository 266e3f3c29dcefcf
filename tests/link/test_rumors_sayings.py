"""What articles say of a statement, place by place, and what it is taken for."""

from __future__ import annotations

import pytest

from allegedly import Reader
from allegedly.link.cast.finding import find_cast
from allegedly.link.rumors.alike import unlike
from allegedly.link.rumors.sayings import Sayings, merged
from allegedly.link.rumors.stances_evidence import evidence_of
from allegedly.link.rumors.stances_fused import Way, way_of
from allegedly.link.rumors.stances_titles import Titles
from allegedly.link.rumors.thoughts import as_thought
from allegedly.link.rumors.twins import Twins
from allegedly.records import Reading, Span

from .rumoring import SOLD, WordJudge, chains, material, reading, seen

FAR = "The road to the coast was dry, and the carts went slowly past the empty fields. " * 6


def ways(reader: Reader, text: str, statement: str = f"{SOLD}.") -> list[tuple[Way, str]]:
    """How the places of a text speak of a statement, with their words."""
    told = reader.read(text)
    story = material(told)
    cast = find_cast(story)
    found = Sayings(story, cast, chains(story)).of(statement, told.article.id)
    return [(way_of(one), one.anchor.text) for one in found if one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The Tarn mill will be sold in June.", "told"),
        (f"{FAR}The Tarn mill will be sold in June.", "told later"),
        ("There will be no sale of the mill.", "refuted"),
        (f"{FAR}There will be no sale of the mill.", "refuted later"),
        ("A sale of the mill cannot be ruled out.", "open"),
        ("Is the Tarn mill for sale?", "open"),
        ("The owner, Ida Kerr, denied that the mill was being sold.", "denied first"),
        (f"{FAR}The owner, Ida Kerr, denied that the mill was being sold.", "denied"),
        ("A banner over the gate says “NOT FOR SALE”.", "denied"),
    ],
)
def test_what_a_place_does(reader: Reader, text: str, way: Way) -> None:
    assert [found for found, _ in ways(reader, text)] == [way]


@pytest.mark.parametrize(
    "text",
    [
        "The mill has a wheel of oak.",
        "You are buying a ticket for the fair.",
        "The price of flour fell in Tarn.",
    ],
)
def test_what_is_of_something_else_does_nothing(reader: Reader, text: str) -> None:
    assert ways(reader, text) == []


def test_another_day_is_no_place_of_the_statement(reader: Reader) -> None:
    statement = "The council will vote on 14 March."
    assert ways(reader, "The council will vote on 14 March.", statement)
    assert ways(reader, "The council will vote on 12 March.", statement) == []


def test_a_place_of_the_claim_counts_before_other_readings_of_it() -> None:
    here = reading(f"{SOLD}.")
    story = material(here)
    known = seen(story, here, SOLD, voice="attributed", sourcing="unnamed")
    other = seen(story, here, "The Tarn mill will be")
    assert merged([known], [other]) == [known]
    assert merged([], [other]) == [other]


@pytest.mark.parametrize(
    ("before", "words", "statement"),
    [
        (
            "The paper speaks of two likely buyers and names one. ",
            "they believed the other to be the Weir Cooperative",
            "The other of the two likely buyers is the Weir Cooperative.",
        ),
        ("", "they believed the other to be the Weir Cooperative", None),
        ("", "they took the buyer to be Ida Kerr", "The buyer is Ida Kerr."),
        ("", "the mill will be sold", None),
        ("", "they wanted the mill to be sold", None),
    ],
)
def test_what_somebody_is_taken_for(before: str, words: str, statement: str | None) -> None:
    text = f"{before}{words}."
    assert as_thought(text, Span(len(before), len(text) - 1)) == statement


def _kept(*statements: str) -> list[str]:
    return unlike(WordJudge(), [], [(one, False) for one in statements], str, 9)


def test_what_a_greater_rumor_says_is_no_rumor_of_its_own() -> None:
    assert _kept("The council is selling the line to Calder.", "The buyer is Calder.") == [
        "The council is selling the line to Calder."
    ]


def test_different_relations_of_the_same_people_are_different_rumors() -> None:
    both = ("Ada Finch and Tom Reed split up.", "Ada Finch and Tom Reed divorced.")
    assert _kept(*both) == list(both)


def _headline(told: Reading) -> str | None:
    story = material(told)
    judge = WordJudge()
    read = judge.stance(SOLD, told.article.title, told.article.text)
    titles = Titles(story, Twins(story), judge)
    return titles.stance(SOLD, told.article.id, read, (), about=True)


def test_a_title_is_for_it_where_it_tells_it() -> None:
    assert _headline(reading(f"{SOLD}.", title="Tarn mill will be sold")) == "for"
    assert _headline(reading(f"{SOLD}.", title="Could the Tarn mill be sold?")) == "observing"


def test_the_evidence_shows_the_stance() -> None:
    text = "The Weir Mail has it that the Tarn mill will be sold. It is not so. It rained."
    here = reading(text)
    story = material(here)
    places = [
        seen(story, here, "the Tarn mill will be sold", voice="attributed", via=("Weir Mail",)),
        seen(story, here, "It is not so", stance="against"),
    ]
    rained = here.sentences[2]
    for stance, first in (("against", "It is not so."), ("observing", text[:53])):
        found = evidence_of(
            story,
            Twins(story),
            here.article.id,
            (("text", rained),),
            places,
            "against" if stance == "against" else "observing",
        )
        assert [one.text for one in found] == [first]
