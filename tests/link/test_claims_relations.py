"""Words of relations: what they speak of, how it stands, and whether they say no."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.claims.figures import conflict, figures
from allegedly.link.claims.polarity import negated
from allegedly.link.claims.relation_words import RELATED, RELATIONS
from allegedly.link.claims.relations import aspects, negators, relations, stem, words_of
from allegedly.link.claims.standing import standing

from ..strategies import texts


@pytest.mark.parametrize(
    ("forms", "one"),
    [
        (("divorce", "divorced", "divorces", "divorcing"), "divorc"),
        (("sell", "sold", "selling", "sells"), "sel"),
        (("try", "tries", "tried", "trying"), "try"),
        (("agree", "agreed", "agrees"), "agre"),
        (("get", "got", "getting", "gotten"), "get"),
        (("die", "died", "dying"), "die"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...], one: str) -> None:
    assert {stem(form) for form in forms} == {one}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Will Oskar Brill win Lena Torvik back?", ["reconcile"]),
        ("Are they getting back?", ["reconcile"]),
        ("She may give him another chance", ["reconcile"]),
        ("She could withdraw her divorce petition", ["reconcile"]),
        ("She filed for divorce", ["divorce"]),
        ("Brill has bought the brewery", ["sell"]),
        ("The takeover of the brewery", ["sell"]),
        ("The council was close to selling the pier", ["sell"]),
        ("The council is close to a decision", []),
        ("Pell is stepping down", ["resign"]),
        ("Pell left a message at her office", []),
        ("The plant will be shut down", ["close"]),
        ("Police arrested the mayor", ["arrest"]),
        ("The singer wore a wedding gown", []),
        ("She has her own boat", []),
    ],
)
def test_relations(text: str, found: list[str]) -> None:
    assert [hit.relation for hit in relations(words_of(text))] == found


@pytest.mark.parametrize(
    ("text", "relation", "aspect"),
    [
        ("Brill is trying to win her back", "reconcile", "attempt"),
        ("The council is in talks to sell the pier", "sell", "talk"),
        ("Calloway offered to buy the pier", "offer", "offer"),
        ("The sale would bring a new crane", "sell", "topic"),
        ("A sale has been agreed", "sell", None),
        ("There is no sale", "sell", None),
        ("After the sale the pier was painted", None, None),
        ("If the pier is sold, the crews will strike", "strike", None),
        ("She would resign before she signed", "resign", "condition"),
        ("The sale will go ahead in May", "sell", None),
    ],
)
def test_how_a_relation_stands(text: str, relation: str | None, aspect: str | None) -> None:
    hits, found = standing(text, words_of(text))
    assert [hit.relation for hit in hits][:1] == ([relation] if relation else [])
    assert found == ({aspect} if aspect else set())


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("The pier will be sold", False),
        ("The pier will not be sold", True),
        ("There is no sale, no buyer", True),
        ("Selling had never been the plan", True),
        ("She isn't interested in getting back together", True),
        ("A sale cannot be ruled out", False),
        ("A divorce is not out of the question", False),
        ("Nobody has refused to sell the pier", False),
        ("It seems unlikely that she will resign", True),
        ("The sale is not there and never was", True),
        ("Whether or not they reunite is unclear", False),
        ("The pier was sold because nobody objected", False),
        ("The story that the two have separated is completely made up", True),
        ("The rumor that the pier was sold is nonsense", True),
        ("She made up her mind to sell the pier", False),
        ("The Gull wrongly said that Jan Alder was arrested", True),
        ("Jan Alder was wrongly arrested", False),
    ],
)
def test_who_says_no(text: str, no: bool) -> None:
    words = words_of(text)
    hits = relations(words)
    assert negated(words, hits[0] if hits else None) is no


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("for £14 million", "for £40m", True),
        ("about £14 million", "£13.2 million", False),
        ("£14 million", "€14 million", False),
        ("5 per cent", "50%", True),
        ("£14 million", "no figure", False),
    ],
)
def test_figures_tell_statements_apart(one: str, other: str, apart: bool) -> None:
    assert conflict(one, other) is apart
    assert conflict(other, one) is apart
    assert not conflict(one, one)


def test_related_relations_are_relations() -> None:
    assert {name for pair in RELATED.split(",") for name in pair.split()} <= set(RELATIONS)


@given(texts())
def test_any_text_has_words(text: str) -> None:
    words = words_of(text)
    assert all(text[word.start : word.end].strip() for word in words)
    hits = [*relations(words), *aspects(words)]
    assert all(0 <= hit.first <= hit.last < len(words) for hit in hits)
    assert all(0 <= n < len(words) for n in negators(words))
    figures(text)


@given(st.lists(st.sampled_from(("get", "back", "together", "sell", "withdraw", "divorce", "~"))))
def test_no_word_serves_two_relations(forms: list[str]) -> None:
    hits = relations(words_of(" ".join(forms)))
    assert all(a.last < b.first for a, b in pairwise(hits))
