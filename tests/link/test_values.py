"""Quantities: what is read, how it is meant, and that any text is read without harm."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.contradictions.quantities import find_quantities
from allegedly.records import Span

#: text, the words of the quantity, low, high, unit, precision
ONE = [
    ("It cost £40 million.", "£40 million", 40e6, 40e6, "GBP", "exact"),
    ("a $3.5bn bid", "$3.5bn", 3.5e9, 3.5e9, "USD", "exact"),
    ("a €40m deal", "€40m", 40e6, 40e6, "EUR", "exact"),
    ("two hundred and six dollars", "two hundred and six dollars", 206, 206, "USD", "exact"),
    ("worth half a million euros", "half a million euros", 5e5, 5e5, "EUR", "exact"),
    ("somewhere around £14 million", "somewhere around £14 million", 14e6, 14e6, "GBP", "about"),
    ("at least €2 million", "at least €2 million", 2e6, 2e6, "EUR", "over"),
    ("less than $90", "less than $90", 90, 90, "USD", "under"),
    ("between £12.5 million and £14.5 million", "between £12.5 million and £14.5 million",
     12.5e6, 14.5e6, "GBP", "exact"),
    ("for 12 to 14 million euros", "12 to 14 million euros", 12e6, 14e6, "EUR", "exact"),
    ("rose 2.1 per cent", "2.1 per cent", 2.1, 2.1, "percent", "exact"),
    ("rose by nearly 38%", "nearly 38%", 38, 38, "percent", "about"),
    ("a 37-year-old singer", "37-year-old", 37, 37, "age", "exact"),
    ("Ada Finch, who is 79, sings", "79", 79, 79, "age", "exact"),
    ("Ada Finch, 45, sings", "45", 45, 45, "age", "exact"),
    ("carried by 24 to 9", "24 to 9", 24, 24, "votes", "exact"),
    ("by 19 votes to 14", "19 votes to 14", 19, 19, "votes", "exact"),
]  # fmt: skip
#: text, number, noun in the singular
COUNTED = [
    ("It employs 142 people.", 142, "person"),
    ("All 142 permanent jobs are safe.", 142, "job"),
    ("410,000 passengers came", 410_000, "passenger"),
    ("three elderly boats", 3, "boat"),
    ("a nine-page paper", 9, "page"),
    ("twenty-four children", 24, "child"),
    ("two dozen eggs", 24, "egg"),
]
NOTHING = [
    "on the 7th of the month",
    "the 7.40 to Orrin",
    "shares rose to 318p",
    "item 7 was put off",
    "one of them said so",
    "it leaves at ten to six",
    "a 4x4 in 1968",
    "no figures at all",
]


@pytest.mark.parametrize(("text", "said", "low", "high", "unit", "precision"), ONE)
def test_reads_a_quantity(
    text: str, said: str, low: float, high: float, unit: str, precision: str
) -> None:
    (found,) = find_quantities(text)
    assert found.span.of(text) == said
    assert (found.low, found.high) == pytest.approx((low, high))
    assert (found.unit, found.precision) == (unit, precision)


@pytest.mark.parametrize(("text", "number", "noun"), COUNTED)
def test_reads_what_is_counted(text: str, number: float, noun: str) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.unit, found.noun) == (number, "count", noun)
    assert found.counted is not None
    assert found.counted.of(text).lower().startswith(noun[:2])


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_out_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_votes_have_two_numbers() -> None:
    (found,) = find_quantities("The motion was carried, 21 to 12.")
    assert (found.low, found.against) == (21, 12)


def test_dates_are_left_to_the_times() -> None:
    text = "In 2019 deals were few"
    assert find_quantities(text, [Span(3, 7)]) == ()
    assert len(find_quantities(text)) == 1


def test_pounds_are_weights_where_no_sterling_is_written() -> None:
    (weight,) = find_quantities("It lifts 900 pounds of sand.")
    (money,) = find_quantities("The £5 ticket")
    (both, _) = find_quantities("It costs 900 pounds, and £5 a day more.")
    assert (weight.unit, money.unit, both.unit) == ("count", "GBP", "GBP")


def test_a_rate_says_per_what() -> None:
    (found,) = find_quantities("It earns $300 a day.")
    assert found.per == "day"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("£14 million", "£14 million", True),
        ("£14 million", "£40 million", False),
        ("about £14 million", "£13.2 million", True),
        ("about £14 million", "£9 million", False),
        ("between £12 million and £15 million", "£14 million", True),
        ("more than £10 million", "£14 million", True),
        ("less than £10 million", "£14 million", False),
        ("142 people", "143 people", False),
        ("about 140 people", "143 people", True),
        ("by 24 to 9", "by 24 to 10", False),
    ],
)
def test_agreement(one: str, other: str, agree: bool) -> None:
    (first,), (second,) = find_quantities(one), find_quantities(other)
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree


_WORDS = (
    "£ $ 40 1,000 3.5 million m bn two twenty - – hundred and between to about at least % per cent "
    "year old people votes ( ) , . “ é 🙂 a half dozen 12"
)
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.low <= found.high
        end = found.span.end


def test_time_is_linear() -> None:
    def seconds(times: int) -> float:
        text = "between 12 and 14 million of about 3,000 people, 24 to 9, " * times
        start = time.process_time()
        find_quantities(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 12 * max(seconds(1000), 0.02)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("The death toll climbed to seven.", 7, "dead"),
        ("The number of dead stands at eight.", 8, "dead"),
        ("A blast that killed nine shook Varn.", 9, "dead"),
        ("It injured twelve.", 12, "injured"),
    ],
)
def test_a_toll_needs_no_noun(text: str, number: float, noun: str) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.unit, found.noun) == (number, "count", noun)


def test_an_age_at_death_is_no_toll() -> None:
    assert find_quantities("The singer was dead at sixty.") == ()
