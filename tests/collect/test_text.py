"""A text becomes an article: verbatim, with title, date, byline, language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.collect import article_from_text, detect_language
from allegedly.collect.text import guess_title
from allegedly.errors import InputError

STORY = (
    "The mayor said on Monday that the old clock was not for sale, and that nobody had asked her "
    "whether it ever would be. The council meets again next week."
)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\ud800" not in text))
def test_text_is_kept_to_the_last_character(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    assert article_from_text(text).text == text


def test_a_zero_character_stays() -> None:
    assert article_from_text("a\0b").text == "a\0b"


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="half a character"):
        article_from_text("The clock \ud83d stopped")


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\u00a0"])
def test_blank_texts_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        article_from_text(text)


def test_blank_fields_count_as_unknown() -> None:
    article = article_from_text(STORY, title=" ", outlet="", url="", given_id="")
    assert (article.title, article.outlet, article.url, article.given_id) == (None,) * 4


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T23:59:59-05:00", "2024-03-12"),
        ("2024-03-12 06:30", "2024-03-12"),
        ("2024-03-12T06:30:00.000Z", "2024-03-12"),
    ],
)
def test_given_dates(given: str, value: str) -> None:
    when = article_from_text(STORY, published=given).published
    assert when is not None
    assert (when.value, when.basis) == (value, "given")


@pytest.mark.parametrize("given", ["", "yesterday", "2024-13", "2024-02-30", "12/03/2024", "0000"])
def test_bad_dates_name_the_article(given: str) -> None:
    with pytest.raises(InputError, match=r"wire\.jsonl:3: bad date"):
        article_from_text(STORY, published=given, origin="wire.jsonl:3")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Published: 12 March 2024", "2024-03-12"),
        ("Posted on March 3rd, 2024 at 5:00 pm", "2024-03-03"),
        ("Mar 12, 2024", "2024-03-12"),
        ("Tuesday 12 March 2024, 10:15", "2024-03-12"),
        ("2024-03-12T06:30:00+00:00", "2024-03-12"),
        ("12 March 2024 | Updated 14 March 2024", "2024-03-12"),
        ("March 2024", "2024-03"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("04/04/2024", "2024-04-04"),
        ("12/03/2024", None),
        ("31 February 2024", None),
        ("Updated: 12 March 2024", None),
        ("By Nia Corran | Leeds | Posted: January 8, 2015 2:10 pm", "2015-01-08"),
        ("On 12 March 2024 the clock stopped.", None),
    ],
)
def test_dates_written_in_the_head(head: str, value: str | None) -> None:
    when = article_from_text(f"Mayor denies it\n\n{head}\n\n{STORY}").published
    assert (when.value if when else None) == value
    assert when is None or when.basis == "text"


def test_a_date_in_front_of_the_first_sentence() -> None:
    when = article_from_text(f" date 2021-12-01 {STORY}").published
    assert when is not None
    assert (when.earliest, when.latest, when.basis) == (
        date(2021, 12, 1),
        date(2021, 12, 1),
        "text",
    )


def test_a_given_date_goes_first() -> None:
    when = article_from_text(f"date 2021-12-01 {STORY}", published="2022").published
    assert when is not None
    assert when.value == "2022"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("by Mary Corran", "Mary Corran"),
        ("By MARY CORRAN, Staff Writer", "MARY CORRAN"),
        ("By Mary Corran and Otto van Brandt", "Mary Corran and Otto van Brandt"),
        ("By nightfall it was gone", None),
    ],
)
def test_bylines(line: str, byline: str | None) -> None:
    assert article_from_text(f"Mayor denies it\n\n{line}\n\n{STORY}").byline == byline


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Mayor denies selling the clock\n\n{STORY}", "Mayor denies selling the clock"),
        (f"\n\n  Who sold the clock?\r\n\r\n{STORY}", "Who sold the clock?"),
        (f"“It is ours!”\n\n{STORY}", "“It is ours!”"),
        (f"Clock sold in the U.S.\n\n{STORY}", "Clock sold in the U.S."),
        (f"And then...\n\n{STORY}", "And then..."),
        (f"The mayor denied it.\n\n{STORY}", None),
        (f"“I denied it.”\n\n{STORY}", None),
        (f"Mayor denies selling the clock\n{STORY}", None),
        ("Mayor denies selling the clock", None),
        ("word " * 50 + f"\n\n{STORY}", None),
        (f"{STORY}\n\nWhat the council says\n\n{STORY}", None),
        (f" date 2021-12-01 {STORY}\n\nWhat the council says\n\n{STORY}", None),
        (f"Home News Mayor Denies It All\n\nMayor Denies It All\n\n{STORY}", "Mayor Denies It All"),
        (f"Skip to content\n\nMayor denies it all\n\n{STORY}", "Mayor denies it all"),
    ],
)
def test_titles_of_plain_texts(text: str, title: str | None) -> None:
    assert guess_title(text) == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        (
            "Le maire a dit lundi que la vieille horloge n’était pas à vendre, et personne n’a ri.",
            "fr",
        ),
        ("Die Bürgermeisterin sagte am Montag, dass die alte Uhr nicht zu verkaufen sei.", "de"),
        ("Ferry deal off", None),
        ("Kim", None),
        ("", None),
        ("1 2 3 4 5 " * 50, None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language
