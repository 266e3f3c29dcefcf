"""Publication dates that are unknown or partly known: nothing finer than what is known."""

from __future__ import annotations

import pytest

from allegedly.reader.sentences import split_sentences
from allegedly.reader.times import times_of
from allegedly.records import Span

from .times_cases import read, values

UNDATED = [
    ("The ferry sailed [today].", "XXXX-XX-XX"),
    ("The ferry sailed [yesterday].", "XXXX-XX-XX"),
    ("The ferry sailed [Friday].", "XXXX-WXX-5"),
    ("The ferry will sail [next Friday].", "XXXX-WXX-5"),
    ("The ferry sailed at [10:30 a.m. Tuesday].", "XXXX-WXX-2T10:30"),
    ("The ferry sailed [last night].", "XXXX-XX-XXTNI"),
    ("The ferry sailed [last week].", "XXXX-WXX"),
    ("The ferry sailed [this weekend].", "XXXX-WXX-WE"),
    ("The ferry sailed [last month].", "XXXX-XX"),
    ("The ferry sailed [last year].", "XXXX"),
    ("The ferry sailed [in February].", "XXXX-02"),
    ("The ferry sailed [on February 9].", "XXXX-02-09"),
    ("The ferry sailed [two days ago].", "XXXX-XX-XX"),
    ("The ferry sailed [three months ago].", "XXXX-XX"),
    ("The ferry sailed [last summer].", "XXXX-SU"),
    ("Profit rose in [the third quarter].", "XXXX-Q3"),
    ("It was [Christmas Eve].", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("marked", "value"), UNDATED)
def test_without_a_publication_date_the_rest_stays_unknown(marked: str, value: str) -> None:
    (time,) = read(marked, None)
    assert time.value == value
    assert time.earliest is time.latest is None


def test_a_year_in_the_text_dates_what_follows() -> None:
    assert values("It was built in [May 2019]. In [August] it sank.", None) == [
        "2019-05",
        "2019-08",
    ]


def test_but_not_what_looks_at_the_day_of_publication() -> None:
    assert values("It was built in [1998]. It sank [last month], on [Friday].", None) == [
        "1998",
        "XXXX-XX",
        "XXXX-WXX-5",
    ]


def test_a_date_line_dates_the_article() -> None:
    marked = "Ferry sinks off Orrin\n\n[May 3, 2019]\n\nThe ferry sank [yesterday]."
    assert values(marked, None) == ["2019-05-03", "2019-05-02"]


def test_the_date_line_does_not_outweigh_a_given_date() -> None:
    assert values("[May 3, 2019]\n\nThe ferry sank [yesterday].") == ["2019-05-03", "2021-02-09"]


#: Sentence, published, value, first and last day.
PARTIAL = [
    ("It sank [today].", "2021-02", "2021-02-XX", "2021-02-01", "2021-02-28"),
    ("It sank [yesterday].", "2021-02", "2021-XX-XX", "2021-01-31", "2021-02-27"),
    ("It sank [yesterday].", "2021", "XXXX-XX-XX", "2020-12-31", "2021-12-30"),
    ("It sank [Friday].", "2021-02", "2021-WXX-5", "2021-01-29", "2021-02-26"),
    ("It sank [last Friday].", "2021", "XXXX-WXX-5", "2020-12-25", "2021-12-24"),
    ("It sank at [noon on Monday].", "2021-02", "2021-WXX-1T12:00", "2021-02-01", "2021-02-22"),
    ("It sank [this morning].", "2021-02", "2021-02-XXTMO", "2021-02-01", "2021-02-28"),
    ("It sank [last week].", "2021-02", "2021-WXX", "2021-01-25", "2021-02-21"),
    ("It sank [last month].", "2021-02", "2021-01", "2021-01-01", "2021-01-31"),
    ("It sank [last month].", "2021", "XXXX-XX", "2020-12-01", "2021-11-30"),
    ("It sank [this month].", "2021", "2021-XX", "2021-01-01", "2021-12-31"),
    ("It sank [last year].", "2021", "2020", "2020-01-01", "2020-12-31"),
    ("It sank [two years ago].", "2021", "2019", "2019-01-01", "2019-12-31"),
    ("It sank in [February].", "2021", "XXXX-02", "2020-02-01", "2021-02-28"),
    ("It sank in [January].", "2021-02", "2021-01", "2021-01-01", "2021-01-31"),
    ("It sank on [May 3, 2019].", "2021", "2019-05-03", "2019-05-03", "2019-05-03"),
]


@pytest.mark.parametrize(("marked", "published", "value", "first", "last"), PARTIAL)
def test_a_partial_publication_date_gives_no_finer_value(
    marked: str, published: str, value: str, first: str, last: str
) -> None:
    (time,) = read(marked, published)
    assert (time.value, str(time.earliest), str(time.latest)) == (value, first, last)


def test_without_sentences() -> None:
    text = "It sank yesterday."
    (time,) = times_of(text, [(Span(8, 17), "DATE")], (), None)
    assert time.value == "XXXX-XX-XX"
    assert split_sentences("") == ()
    assert times_of("", [], (), None) == ()


def test_what_was_long_ago_does_not_hang_on_the_story() -> None:
    assert values("It was built in [1998]. It sank [two years ago].", None) == ["1998", "XXXX"]


def test_later_never_hangs_on_the_publication_date() -> None:
    assert values("It was loud. [Three years later] it sank.") == ["XXXX"]
    assert values("It was loud. [Two months later] it sank.") == ["XXXX-XX"]
