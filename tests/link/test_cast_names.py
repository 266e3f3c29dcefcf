"""Names and roles taken apart."""

from __future__ import annotations

import pytest

from allegedly.link.cast.names import body_words, person_name, shown_person, split_title
from allegedly.link.cast.roles import parse_role, shown_prefix, shown_role


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("Ada Finch", "ada finch"),
        ("Cllr Ada Finch", "ada finch"),
        ("Former President Ada Finch", "ada finch"),
        ("Orrin Prime Minister Ada Finch", "ada finch"),
        ("Manager Ada Finch", "ada finch"),
        ("Marrow’s Ada Finch", "ada finch"),
        ("Marrow CEO Finch", "finch"),
        ("Ada Finch QC", "ada finch"),
        ("Ada Finch (R-Orrin", "ada finch"),
        ("Leonard “Skip” Alder", "leonard alder"),
        ("A.B. Finch", "a b finch"),
        ("Zoë O’Dell", "zoe o'dell"),
        ("Dean Alder", "dean alder"),
        ("Rex King", "rex king"),
        ("President", "president"),
        ("", ""),
    ],
)
def test_the_words_of_a_persons_name(surface: str, words: str) -> None:
    assert " ".join(person_name(surface).words) == words


def test_what_else_a_name_tells() -> None:
    assert person_name("Mrs Finch").gender == "f"
    assert person_name("Sir Tom Finch").gender == "m"
    assert person_name("Dr Ada Finch").gender is None
    assert person_name("Dr Ada Finch").titled
    assert person_name("Tom Finch, Jr.").generation == "jr"
    assert person_name("Leonard “Skip” Alder").nickname == "skip"


@pytest.mark.parametrize(
    ("surface", "shown"),
    [
        ("Cllr Ada Finch", "Ada Finch"),
        ("Mrs Finch", "Mrs Finch"),
        ("Leonard “Skip” Alder", "Leonard Alder"),
        ("Orrin President Ada Finch", "Ada Finch"),
        ("Ada\nFinch", "Ada Finch"),
    ],
)
def test_a_name_as_it_is_shown(surface: str, shown: str) -> None:
    assert shown_person(surface) == shown


def test_title_and_name_are_all_of_it() -> None:
    for text in ("Marrow Line Manager Ada Finch", "Ada Finch", "Finch", "the late Ada Finch", ""):
        assert " ".join(part for part in split_title(text) if part) == text


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("The Kestrel Courier", "kestrel courier"),
        ("Sohl Shipping Ltd.", "sohl shipping"),
        ("Hask & Dunmore", "hask and dunmore"),
        ("Orrin-based Marrow Line", "marrow line"),
        ("Nice-Matin", "nice matin"),
        ("Workers’ Union", "workers union"),
        ("U.S.", "united states"),
        ("Ltd", "ltd"),
        ("The", "the"),
    ],
)
def test_the_words_of_a_bodys_name(surface: str, words: str) -> None:
    assert " ".join(body_words(surface)) == words


@pytest.mark.parametrize(
    ("description", "head", "about"),
    [
        ("the harbour master", "master", "harbour"),
        ("the council’s director of finance", "director", "council finance"),
        ("The leader of Kestrel Bay Council", "leader", "kestrel bay council"),
        ("the ferry company’s chief executive", "executive", "ferry company chief"),
        ("its current chair", "chair", ""),
        ("a baker who sings in the choir", "baker", ""),
    ],
)
def test_roles(description: str, head: str, about: str) -> None:
    role = parse_role(description)
    assert role is not None
    assert (role.head, role.about) == (head, frozenset(about.split()))


def test_several_hold_no_role() -> None:
    for text in ("the deckhands", "two officials", "the", "", "people"):
        assert parse_role(text) is None


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        ("the port’s director", "the port’s director"),
        ("a naval architect who surveyed both of them", "a naval architect"),
        ("Its chair", "chair"),
        ("her brother", None),
        ("the person", None),
        ("the mother", None),
        ("the mother of Ada Finch", "the mother of Ada Finch"),
        ("Marrow Line’s", "Marrow Line"),
    ],
)
def test_roles_as_they_are_shown(description: str, shown: str | None) -> None:
    assert shown_role(description) == shown


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("supermodel", "supermodel"),
        ("the singer", "singer"),
        ("Former President", "Former President"),
        ("Mr", None),
        ("southern", None),
        ("met with", None),
    ],
)
def test_words_before_a_name(before: str, shown: str | None) -> None:
    assert shown_prefix(before) == shown
