"""Names as words: the tables that join, shorten, misspell and blend them."""

from __future__ import annotations

import pytest

from allegedly.reader.groups import bears_plural, blend, is_people
from allegedly.reader.names import (
    initials,
    is_full_name,
    misspelt,
    name_words,
    shortens_body,
    shortens_person,
    slip,
    without_article,
)
from allegedly.reader.nicknames import long_forms, same_first_name
from allegedly.reader.reference_words import is_plural


def words(name: str) -> tuple[str, ...]:
    return name_words(name)


SAME_PERSON = [
    ("Ada Finch", "Ada Mary Finch", True),
    ("Ada Mary", "Ada Mary Finch", True),
    ("Tom Alder", "Thomas Alder", True),
    ("Tom Alder", "Timothy Alder", False),
    ("Mary Finch", "Ada Mary Finch", True),
    ("Nora Finch", "Ada Finch", False),
    ("Finch Ada", "Ada Finch", False),
    ("Skip Brannock", "Leonard “Skip” Brannock", True),
]


@pytest.mark.parametrize(("part", "whole", "same"), SAME_PERSON)
def test_parts_of_a_persons_name(part: str, whole: str, same: bool) -> None:
    assert shortens_person(words(part), words(whole)) is same


SLIPS = [
    ("Ada Finch", "Ada Fich", True),
    ("Ada Finch", "Ada Birch", False),
    ("Ada Finch", "Nora Finch", False),
    ("Ada Finch", "Ada Frost", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SLIPS)
def test_a_slip_in_the_last_name(one: str, other: str, same: bool) -> None:
    assert misspelt(words(one), words(other)) is same
    assert misspelt(words(other), words(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tressick", "tresick", True),
        ("tressick", "tressick", False),
        ("finch", "fich", False),
        ("tressick", "bressick", False),
    ],
)
def test_only_long_surnames_are_slips_by_themselves(one: str, other: str, same: bool) -> None:
    assert slip(one, other) is same


BODIES = [
    ("Northline", "Northline Ferries", True),
    ("NFL", "Northline Ferry Line", True),
    ("Northline", "Northline Republicans", False),
    ("Ferries", "Northline Ferries", False),
    ("nfl", "Northline Ferry Line", False),
]


@pytest.mark.parametrize(("part", "whole", "same"), BODIES)
def test_parts_of_a_bodys_name(part: str, whole: str, same: bool) -> None:
    assert shortens_body(words(part), words(whole), part) is same


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("ada finch", True),
        ("finch", False),
        ("chairman finch", False),
        ("harbour union", False),
        ("ada of finch", False),
    ],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full_name(name.split()) is full


def test_first_names_and_their_short_forms() -> None:
    assert same_first_name("kim", "kimberly")
    assert same_first_name("kate", "catherine")
    assert not same_first_name("kim", "kate")
    assert long_forms("zzz") == frozenset()


BLENDS = [
    ("tomora", [("tom", "finch"), ("nora", "alder")], ("tom", "nora")),
    ("tomora", [("tom", "finch"), ("ada", "alder")], None),
    ("tom", [("tom", "finch"), ("nora", "alder")], None),
    ("tom nora", [("tom", "finch"), ("nora", "alder")], None),
    ("adora", [("ada", "finch"), ("nora", "alder")], None),
]


@pytest.mark.parametrize(("name", "people", "made_of"), BLENDS)
def test_blends_of_two_names(
    name: str, people: list[tuple[str, str]], made_of: tuple[str, str] | None
) -> None:
    assert blend(name, people) == made_of


@pytest.mark.parametrize(
    ("word", "several"),
    [("norwegians", True), ("democrats", True), ("muslims", True), ("evans", False)],
)
def test_names_of_peoples(word: str, several: bool) -> None:
    assert is_people(word) is several


def test_the_makes_a_family_of_a_surname() -> None:
    assert bears_plural("finches", "the")
    assert not bears_plural("finches", "mr")
    assert not bears_plural("finch", "the")


PLURALS = [
    ("deckhands", True),
    ("couple", True),
    ("women", True),
    ("spokespeople", True),
    ("witness", False),
    ("boss", False),
    ("mayor", False),
    ("three", True),
    ("men", True),
    ("omen", False),
]


@pytest.mark.parametrize(("noun", "several"), PLURALS)
def test_plural_nouns(noun: str, several: bool) -> None:
    assert is_plural(noun) is several


def test_small_things() -> None:
    assert without_article("The Harbour Post") == "Harbour Post"
    assert initials(["harbour", "and", "deck", "workers"]) == "hdw"
    assert name_words("!") == ("!",)
