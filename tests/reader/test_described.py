"""What words beside a mention tell: kinds of names, relatives, what is described again."""

from __future__ import annotations

import re

import numpy as np
import pytest

from allegedly.reader.candidate import Candidate
from allegedly.reader.kinship import Kinship
from allegedly.reader.mentions import _idiom
from allegedly.reader.name_kinds import is_business, owns_as_person
from allegedly.reader.person_nouns import names_people
from allegedly.reader.repeats import add_repeats, join_partners
from allegedly.reader.resolving import _COPULA, _DOES
from allegedly.reader.roles import roles_of
from allegedly.reader.tokens import Tokens
from allegedly.records import MentionKind, Span

ADA, TOM, WREN, ASH = range(4)


def name(text: str, surface: str, kind: MentionKind, entity: int = -1) -> Candidate:
    start = text.index(surface)
    return Candidate(Span(start, start + len(surface)), kind, "name", 0, 0, entity)


@pytest.mark.parametrize(
    ("text", "business"),
    [
        ("Orlo CEO denies it", True),
        ("Orlo shares fell", True),
        ("Orlo’s chief executive left", True),
        ("The phone maker Orlo left", True),
        ("Orlo shared a photo", False),
        ("Orlo’s wife left", False),
        ("A spokesman for Orlo spoke", False),
    ],
)
def test_what_a_company_has(text: str, business: bool) -> None:
    assert is_business(name(text, "Orlo", "person"), text) is business


def test_a_city_has_shares_of_none() -> None:
    assert not is_business(name("London shares fell", "London", "place"), "London shares fell")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Skye’s stylist called", True),
        ("Skye's “Low Water” was played", True),
        ("Skye’s older sister called", True),
        ("Skye’s roof leaked", False),
        ("Skye fell", False),
    ],
)
def test_what_a_person_has(text: str, person: bool) -> None:
    assert owns_as_person(name(text, "Skye", "other"), text) is person
    assert not owns_as_person(name(text, "Skye", "organization"), text)


@pytest.mark.parametrize(
    ("first", "then", "clash"),
    [
        ("daughter", "sister", True),
        ("daughter", "child", False),
        ("wife", "ex-wife", False),
        ("mum", "mother", False),
        ("friend", "sister", False),
    ],
)
def test_one_is_no_other_relative_of_the_same(first: str, then: str, clash: bool) -> None:
    kin = Kinship()
    kin.note(ADA, WREN, first)
    assert kin.clash(ADA, WREN, then) is clash
    assert not kin.clash(TOM, WREN, then)
    assert not kin.clash(ADA, ASH, then)


def test_the_child_is_the_only_one() -> None:
    kin = Kinship()
    assert kin.child("baby") is None
    kin.note(ADA, WREN, "daughter")
    kin.note(TOM, WREN, "child")
    assert kin.child("baby") == WREN
    assert kin.child("aunt") is None
    kin.note(-1, ASH, "son")  # nobody's
    assert kin.child("baby") == WREN
    kin.note(ADA, ASH, "son")
    assert kin.child("baby") is None


@pytest.mark.parametrize(
    ("noun", "people"),
    [("homeopaths", True), ("cardiologist", True), ("technicians", True), ("path", False)],
)
def test_endings_of_people(noun: str, people: bool) -> None:
    assert names_people(noun) is people


@pytest.mark.parametrize(
    ("text", "word", "nobody"),
    [
        ("he ran for president", "president", True),
        ("he met the president", "president", False),
        ("three listening parties", "parties", True),
        ("the ruling party", "party", False),
        ("each other ’ s company", "company", True),
        ("the town ’ s company", "company", False),
        ("the 37 - year old", "year", True),
    ],
)
def test_words_that_describe_nobody(text: str, word: str, nobody: bool) -> None:
    words = text.split()
    assert _idiom(words, words.index(word)) is nobody


def test_a_role_is_not_that_of_whom_and_joins() -> None:
    text = "Rumors that the actress and Tom Alder left. The actress Ada Finch stayed."
    people = [name(text, "Tom Alder", "person", TOM), name(text, "Ada Finch", "person", ADA)]
    assert roles_of(text, people) == {("actress",): ADA}


@pytest.mark.parametrize(
    ("between", "does"),
    [(" told ", True), (", then told ", True), (", taking ", False), (" has been seen by ", False)],
)
def test_whose_deed_it_is(between: str, does: bool) -> None:
    assert (_DOES.fullmatch(between) is not None) is does


@pytest.mark.parametrize("between", [" is ", " has been ", " was also "])
def test_what_somebody_is(between: str) -> None:
    assert _COPULA.fullmatch(between)


def tokens(text: str) -> Tokens:
    spans = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", text)], dtype=np.int64)
    nothing, flat = np.zeros((len(spans), 0), dtype=np.float32), np.zeros(len(spans), np.int64)
    return Tokens(text, spans, {}, nothing, nothing, flat, flat)


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("A broker at Orlo & Wick left.", ["Orlo & Wick"]),
        ("Ada & Tom left.", []),
        ("Rest & be merry.", []),
        ("Orlo & Wick & Hale left.", ["Orlo & Wick"]),
        ("& Wick", []),
    ],
)
def test_partners_make_a_firm(text: str, firms: list[str]) -> None:
    found: list[Candidate] = []
    join_partners(tokens(text), found)
    assert [(c.span.of(text), c.kind) for c in found] == [(firm, "organization") for firm in firms]


def test_a_known_surname_in_the_plural_is_a_family() -> None:
    text = "Ada Finch left. The Finches, unlike the finches, and all Finches stayed."
    found: list[Candidate] = []
    add_repeats(tokens(text), found, frozenset(("Ada", "Finch")), frozenset())
    groups = [c.span.of(text) for c in found if c.kind == "group"]
    assert groups == ["Finches"]
