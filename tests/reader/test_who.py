"""Names, roles and pronouns: the rules, by small tables."""

from __future__ import annotations

import pytest

from allegedly.reader.gender import gender_of
from allegedly.reader.mentions import Candidate
from allegedly.reader.names import name_words, plain_name, shown_name
from allegedly.reader.roles import bearer, is_indefinite, role_words, roles_of
from allegedly.records import Span


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("Mrs. Ada Finch", ("ada", "finch")),
        ("Cllr Anton Breck", ("anton", "breck")),
        ("Finch’s", ("finch",)),
        ("Jean-Luc O’Hara", ("jean-luc", "o’hara")),
        ("Breck", ("breck",)),
    ],
)
def test_name_words(surface: str, words: tuple[str, ...]) -> None:
    assert name_words(surface) == words


@pytest.mark.parametrize(
    ("surface", "shown"),
    [
        ("Leonard “Skip” Brannock", "Leonard Brannock"),
        ("Cllr Anton Breck", "Anton Breck"),
        ("Mr Breck", "Mr Breck"),
        ("Ada  Finch", "Ada Finch"),
    ],
)
def test_shown_name(surface: str, shown: str) -> None:
    assert shown_name(surface) == shown
    assert "“" not in plain_name(surface)


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("his wife", "f"),
        ("her brother", "m"),
        ("his or her brother", None),
        ("wife", "f"),
        ("Mr", "m"),
        ("Ada", None),
        ("the actress", "f"),
        ("", None),
    ],
)
def test_gender_is_only_what_words_say(words: str, gender: str | None) -> None:
    assert gender_of(words) == gender


def named(text: str, name: str, entity: int) -> Candidate:
    start = text.index(name)
    return Candidate(Span(start, start + len(name)), "person", "name", 0, 0, entity)


ROLES = [
    ("Joan Pellowe, the harbour master, laughed.", "The harbour master", True),
    ("the harbour master, Joan Pellowe, laughed.", "the harbour master", True),
    ("Joan Pellowe, who is the harbour master, laughed.", "the harbour master", True),
    ("Joan Pellowe, chief executive of the line, laughed.", "the chief executive", True),
    ("Joan Pellowe, the port’s harbour master, laughed.", "the harbour master", True),
    ("Joan Pellowe laughed.", "the harbour master", False),
    ("Joan Pellowe, the harbour master, laughed.", "a harbour master", False),
    ("Joan Pellowe, the harbour master, laughed.", "the mayor", False),
]


@pytest.mark.parametrize(("text", "description", "same"), ROLES)
def test_roles(text: str, description: str, same: bool) -> None:
    roles = roles_of(text, [named(text, "Joan Pellowe", 7)])
    assert (bearer(description, roles) == 7) is same


def test_a_role_of_two_people_is_nobodys() -> None:
    text = "Ada Finch, the councillor, and Joan Pellowe, the councillor, laughed."
    people = [named(text, "Ada Finch", 1), named(text, "Joan Pellowe", 2)]
    assert bearer("the councillor", roles_of(text, people)) is None


def test_role_words_and_indefinites() -> None:
    assert role_words("the chief executive of the line") == ("chief", "executive")
    assert is_indefinite("a councillor")
    assert is_indefinite("two officials")
    assert not is_indefinite("the councillor")
