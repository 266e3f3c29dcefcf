"""Only people resolve a rumor; who had committed to it before is kept, outlet by outlet."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from allegedly.link.rumors.rulings import Carrier, in_words, rulings_of
from allegedly.link.rumors.track_record import track_record
from allegedly.records import Decisions, Place, Resolution, Ruling, Span, Stance, StanceValue

from .rumoring import SOLD, claim, material, reading, seen


def ruled(state: Literal["true", "false"], day: str, made: str = "2024-04-01") -> Resolution:
    return Resolution(state, date.fromisoformat(day), "https://tarn.example/p", None, made)


def test_a_ruling_is_found_by_a_place_that_carries_the_claim() -> None:
    told = reading("The Tarn mill will be sold in June.", outlet="Tarn Post")
    story = material(told)
    one = claim(story, [seen(story, told, SOLD)])
    place = Place(told.article.id, Span(4, 20))
    rulings = (Ruling("Other words", place, ruled("true", "2024-03-01")),)
    assert rulings_of(Carrier.of(one), Decisions(rulings=rulings))


def test_a_ruling_is_found_by_the_same_words_whatever_their_marks() -> None:
    rulings = (Ruling("the tarn mill will be SOLD!", None, ruled("true", "2024-03-01")),)
    assert rulings_of(Carrier.of(None, SOLD), Decisions(rulings=rulings))


@pytest.mark.parametrize(
    "place",
    [Place("elsewhere", Span(0, 9)), Place("here", Span(90, 99)), None],
)
def test_a_ruling_on_something_else_is_not_taken(place: Place | None) -> None:
    told = reading("The Tarn mill will be sold in June.")
    story = material(told)
    if place and place.article == "here":
        place = Place(told.article.id, place.span)
    rulings = (Ruling("The Tarn mill burns", place, ruled("true", "2024-03-01")),)
    one = claim(story, [seen(story, told, SOLD)])
    assert not rulings_of(Carrier.of(one), Decisions(rulings=rulings))


def test_a_contradicting_ruling_keeps_the_earlier_one_in_words() -> None:
    made = (ruled("true", "2024-03-01"), ruled("false", "2024-03-19"))
    assert in_words(made[:1]) == "resolved true on 2024-03-01"
    assert in_words(made) == "resolved false on 2024-03-19 (before: true on 2024-03-01)"
    assert in_words(()) == ""


@pytest.mark.parametrize(
    ("outlet", "day", "stance", "kept", "borne_out"),
    [
        ("Tarn Post", "2024-03-10", "for", True, False),
        ("Tarn Post", "2024-03-10", "against", True, True),
        ("Tarn Post", "2024-03-10", "observing", False, None),
        ("Tarn Post", "2024-03-19", "for", False, None),
        ("Tarn Post", "2024-03", "for", True, None),
        ("Tarn Post", None, "for", True, None),
        (None, "2024-03-10", "for", False, None),
    ],
)
def test_an_outlet_is_held_to_what_it_said_before_the_resolution(
    outlet: str | None, day: str | None, stance: StanceValue, kept: bool, borne_out: bool | None
) -> None:
    more = {"outlet": outlet} if outlet else {}
    told = reading("The Tarn mill will be sold.", day=day, **more)
    story = material(told)
    one = Stance(told.article.id, stance, None, 0.9, told.article.published, (), None)
    found = track_record(story, [one], ruled("false", "2024-03-19"))
    assert bool(found) is kept
    assert [line.borne_out for line in found] == ([borne_out] if kept else [])


def test_the_record_has_the_first_commitment_and_each_change() -> None:
    days = ("2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04")
    told = [reading(f"Part {day}.", day=day, outlet="Tarn Post") for day in days]
    values: tuple[StanceValue, ...] = ("for", "for", "observing", "against")
    story = material(*told)
    given = [
        Stance(one.article.id, value, None, 0.9, one.article.published, (), None)
        for one, value in zip(told, values, strict=True)
    ]
    lines = track_record(story, given, None)
    assert [(line.stance, line.published and line.published.value) for line in lines] == [
        ("for", "2024-03-01"),
        ("against", "2024-03-04"),
    ]
    assert {line.borne_out for line in lines} == {None}
