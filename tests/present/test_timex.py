"""TIMEX3 values in words: as fine as they are, and what is unknown is said to be unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.present.timex import bounds, hour, in_words, stretch
from allegedly.records import TimeType

DATES = [
    ("2021", "2021"),
    ("2021-02", "February 2021"),
    ("2021-02-09", "9 February 2021"),
    ("2020-H2", "second half of 2020"),
    ("2021-SU", "summer 2021"),
    ("2021-WI", "winter 2021"),
    ("2021-Q3", "quarter 3 of 2021"),
    ("2021-W05", "week 5 of 2021"),
    ("2021-W05-WE", "weekend of week 5 of 2021"),
    ("2021-W05-2", "Tuesday of week 5 of 2021"),
    ("2021-WXX-2", "a Tuesday of 2021"),
    ("2021-02-XX", "a day in February 2021"),
    ("2021-XX", "a month of 2021"),
    ("2021-XX-XX", "a day of 2021"),
    ("199", "1990s"),
    ("19", "1900s"),
    ("BC0044", "44 BC"),
    ("2021-02-01/2021-02-03", "1 February 2021 to 3 February 2021"),
    ("XXXX", "year unknown"),
    ("XXXX-05", "May, year unknown"),
    ("XXXX-05-03", "3 May, year unknown"),
    ("XXXX-05-XX", "a day in May, year unknown"),
    ("XXXX-SU", "summer, year unknown"),
    ("XXXX-WXX-2", "a Tuesday, date unknown"),
    ("XXXX-XX-XX", "a day, date unknown"),
    ("PAST_REF", "in the past"),
    ("PRESENT_REF", "now"),
    ("FUTURE_REF", "in the future"),
]
TIMES = [
    ("2021-02-09T14:30", "9 February 2021, 14:30"),
    ("2021-02-09T14:30:05", "9 February 2021, 14:30"),
    ("2021-02-09T14:30Z", "9 February 2021, 14:30"),
    ("2021-02-09T14", "9 February 2021, 14:00"),
    ("2021-02-09TEV", "9 February 2021, evening"),
    ("XXXX-XX-XXTMO", "a day, date unknown, morning"),
    ("T14:30", "14:30"),
    ("TNI", "night"),
]
DURATIONS = [
    ("P1D", "1 day"),
    ("P3D", "3 days"),
    ("P1Y6M", "1 year 6 months"),
    ("PT2H30M", "2 hours 30 minutes"),
    ("P1DT12H", "1 day 12 hours"),
    ("PXW", "some weeks"),
    ("P0.5Y", "0.5 years"),
    ("P2CE", "2 centuries"),
    ("P3DE", "3 decades"),
]
SETS = [
    ("P1D", "every day"),
    ("P2W", "every 2 weeks"),
    ("XXXX-WXX-5", "every Friday"),
    ("XXXX-WXX-5TEV", "every Friday, evening"),
    ("XXXX-XX-XXTEV", "every evening"),
    ("XXXX-05", "every May"),
    ("XXXX-SU", "every summer"),
    ("PXX", "repeatedly"),
]
ODD = ["", "2021-19", "2021-02-40", "T", "P", "PT", "2021-02-09TZZ", "when the cows come home", "/"]
TABLE = [
    *((value, "DATE", words) for value, words in DATES),
    *((value, "TIME", words) for value, words in TIMES),
    *((value, "DURATION", words) for value, words in DURATIONS),
    *((value, "SET", words) for value, words in SETS),
    *((value, "DATE", value) for value in ODD),
]


@pytest.mark.parametrize(("value", "kind", "words"), TABLE)
def test_values_in_words(value: str, kind: TimeType, words: str) -> None:
    assert in_words(value, kind) == words


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2021-02", "START", "start of February 2021"),
        ("2021", "END", "end of 2021"),
        ("2021-02-09", "APPROX", "about 9 February 2021"),
        ("P3D", "LESS_THAN", "less than 3 days"),
        ("2021", "BEFORE", "before 2021"),
        ("2021", "ON_OR_AFTER", "2021 or after"),
        ("2021", "SOMETHING", "2021"),
        ("2021", None, "2021"),
    ],
)
def test_mods_in_words(value: str, mod: str | None, words: str) -> None:
    assert in_words(value, mod=mod) == words


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02-09", date(2021, 2, 9), date(2021, 2, 9)),
        ("2021-02-09TEV", date(2021, 2, 9), date(2021, 2, 9)),
        ("2021-SU", date(2021, 1, 1), date(2021, 12, 31)),
        ("XXXX-02", None, None),
        ("PAST_REF", None, None),
        ("P3D", None, None),
    ],
)
def test_bounds_are_as_wide_as_the_value(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        (date(2021, 2, 9), date(2021, 2, 9), "9 February 2021"),
        (date(2021, 2, 1), date(2021, 2, 28), "1 to 28 February 2021"),
        (date(2021, 2, 1), date(2021, 3, 2), "1 February to 2 March 2021"),
        (date(2020, 12, 31), date(2021, 1, 2), "31 December 2020 to 2 January 2021"),
        (date(2021, 2, 9), None, "from 9 February 2021"),
        (None, date(2021, 2, 9), "until 9 February 2021"),
    ],
)
def test_intervals_in_words(earliest: date | None, latest: date | None, words: str) -> None:
    assert stretch(earliest, latest) == words


def test_hours_of_a_day_are_in_order() -> None:
    day = "2021-02-09"
    values = [day, f"{day}TMO", f"{day}T09:30", f"{day}TMI", f"{day}TAF", f"{day}T14", f"{day}TNI"]
    assert sorted(values, key=hour) == values
    assert hour("PT3H") == ""


@given(st.text(), st.sampled_from(["DATE", "TIME", "DURATION", "SET", None]), st.text())
def test_any_value_can_be_said_on_one_line(value: str, kind: TimeType | None, mod: str) -> None:
    words = in_words(value, kind, mod)
    assert all(char.isprintable() or char in "\u200c\u200d" for char in words)
    bounds(value)
