"""What counts as a word, and when two words are one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from allegedly.link.words import body_words, term, words
from allegedly.records import Article, Furniture, Span

from ..strategies import articles, texts


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The council’s ferry", ["the", "council's", "ferry"]),
        ("the council's FERRY", ["the", "council's", "ferry"]),
        ("£14-million, snake_case", ["14", "million", "snake", "case"]),
        ("‘Dunlin’ 'Lisle'", ["dunlin", "lisle"]),
        ("… — “”", []),
    ],
)
def test_words_are_letters_and_digits_in_lower_case(text: str, forms: list[str]) -> None:
    assert [word.form for word in words(text)] == forms


@given(texts())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end].lower().replace("’", "'") == word.form


@given(articles())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_the_furniture_is_counted(article: Article) -> None:
    for word in body_words(article):
        if word:
            here = Span(word.start, word.end)
            assert not any(here.overlaps(item.span) for item in article.furniture)


def test_a_gap_stands_where_furniture_was() -> None:
    text = "one two three four"
    article = Article(text, furniture=(Furniture(Span(4, 7), "share"),))
    assert [w.form if w else None for w in body_words(article)] == ["one", None, "three", "four"]


@pytest.mark.parametrize(
    ("form", "one"),
    [
        ("ferries", "ferry"),
        ("ferry's", "ferry"),
        ("boats", "boat"),
        ("churches", "church"),
        ("glass", "glass"),
        ("virus", "virus"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("ties", "tie"),
        ("s", "s"),
    ],
)
def test_plurals_and_possessives_are_one_term(form: str, one: str) -> None:
    assert term(form) == one
