"""Contradictions: what cannot both hold is found, what only seems so is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allegedly import Reader
from allegedly.link.cast.finding import Cast
from allegedly.link.contradictions.finding import find_contradictions
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains
from allegedly.records import Claim, Contradiction

from .contradicting import (
    AGES,
    BUYER,
    CAMPS,
    HARMLESS,
    MORE,
    MOVED,
    PRICE,
    STATUS,
    WEDDING,
    Bag,
    Linked,
    Told,
    linked,
)


def found_in(story: Linked) -> tuple[Contradiction, ...]:
    return find_contradictions(story.material, story.cast, story.claims, Bag(), chains=story.chains)


def find(reader: Reader, *told: Told) -> tuple[Contradiction, ...]:
    return found_in(linked(reader, *told))


def texts(one: Contradiction) -> tuple[str, str]:
    return one.first.text, one.second.text


@pytest.fixture(scope="module")
def sums(reader: Reader) -> tuple[Contradiction, ...]:
    return find(reader, *PRICE)


class TestFigures:
    def test_the_price_and_the_staff_differ(self, sums: tuple[Contradiction, ...]) -> None:
        assert {one.kind for one in sums} == {"value"}
        assert sorted("employs" in one.about for one in sums) == [False, True]

    def test_both_texts_are_there_the_earlier_first(self, sums: tuple[Contradiction, ...]) -> None:
        (price,) = (one for one in sums if "employs" not in one.about)
        first, second = texts(price)
        assert "€30 million" in first
        assert "€90 million" in second
        assert price.about == "The price under discussion"

    def test_a_correction_settles_the_figure_it_takes_back(
        self, sums: tuple[Contradiction, ...]
    ) -> None:
        settled = {
            "employs" in one.about: one.settled.text if one.settled else None for one in sums
        }
        assert settled == {True: None, False: "That was an error."}

    def test_the_note_says_why(self, sums: tuple[Contradiction, ...]) -> None:
        (price,) = (one for one in sums if one.settled)
        assert "about €30 million" in price.note
        assert "taken back by Trade Ledger on 2023-04-12" in price.note

    def test_ages_of_one_person(self, reader: Reader) -> None:
        (found,) = find(reader, *AGES)
        assert (found.kind, found.about) == ("value", "Theo Brandt’s age")

    def test_a_copy_contradicts_nobody_twice(self, reader: Reader) -> None:
        again = replace_outlet(PRICE[1], "Harbour Mail")
        assert len(find(reader, *PRICE[:2], again)) == len(find(reader, *PRICE[:2]))


def replace_outlet(told: Told, outlet: str) -> Told:
    return (outlet, *told[1:])


def test_two_days_for_one_wedding(reader: Reader) -> None:
    (found,) = find(reader, *WEDDING)
    assert found.kind == "date"
    assert "18 June" in found.first.text
    assert "25 June" in found.second.text
    assert "2022-06-18 against 2022-06-25" in found.note


def test_a_plan_that_is_moved_is_no_contradiction(reader: Reader) -> None:
    assert find(reader, *MOVED) == ()


def test_two_camps_of_unnamed_sources(reader: Reader) -> None:
    (found,) = find(reader, *CAMPS)
    assert found.kind == "polarity"
    assert "have got back together" in found.first.text
    assert "not got back together" in found.second.text
    assert "two camps of unnamed sources" in found.note


def test_under_way_against_only_looked_at(reader: Reader) -> None:
    (found,) = find(reader, *STATUS)
    assert found.kind == "status"
    assert "on the verge" in found.first.text
    assert "only looked at" in found.second.text


def test_two_names_for_one_role(reader: Reader) -> None:
    (found,) = find(reader, *BUYER)
    assert (found.kind, found.about) == ("identity", "buyer")
    assert found.note == "Calloway Hart in one place, Oskar Lindqvist in the other."


@pytest.mark.parametrize("name", MORE)
def test_kinds(reader: Reader, name: str) -> None:
    kind, told = MORE[name]
    (found,) = find(reader, *told)
    assert found.kind == kind
    assert found.first.article != found.second.article


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_seems_so(reader: Reader, name: str) -> None:
    assert find(reader, *HARMLESS[name]) == ()


@pytest.mark.parametrize("told", [PRICE, WEDDING, CAMPS, STATUS, BUYER])
def test_anchors_are_exact_and_ids_last(reader: Reader, told: tuple[Told, ...]) -> None:
    story = linked(reader, *told)
    found = found_in(story)
    for one in found:
        for anchor in (one.first, one.second, *filter(None, [one.settled])):
            assert story.material.at(anchor.place) == anchor
        assert 0 < one.confidence < 1
        assert one.story == story.material.story
    assert len({one.id for one in found}) == len(found)
    assert found_in(story) == found


def test_nothing_in_nothing(reader: Reader) -> None:
    empty = Linked(Material("s", []), *_rest(linked(reader, *AGES)))
    assert found_in(replace(empty, claims=())) == ()


def _rest(story: Linked) -> tuple[Cast, Chains, tuple[Claim, ...]]:
    return story.cast, story.chains, story.claims


def test_how_many_are_employed_is_not_how_many_go(reader: Reader) -> None:
    told = (
        ("Gull", "2023-02-01", "Tannet Ales", "Tannet Ales has 900 employees, the brewer said."),
        (
            "Post",
            "2023-02-01",
            "Jobs",
            "Tannet Ales will cut 90 jobs, a banker said.",
        ),
    )
    assert find(reader, *told) == ()


def test_tolls_of_one_day_differ_whatever_else_is_counted(reader: Reader) -> None:
    told = (
        ("Gull", "2023-02-01", "Blast", "A blast at Tannet Ales killed seven, the mayor said."),
        (
            "Post",
            "2023-02-01",
            "Blast",
            "A fired worker fled the blast that killed nine people at Tannet Ales, police said.",
        ),
    )
    (found,) = find(reader, *told)
    assert found.kind == "value"
