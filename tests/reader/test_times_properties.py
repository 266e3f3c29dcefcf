"""What holds for any text: spans are anchored, in order, bounded; time grows with length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.reader.sentences import split_sentences
from allegedly.reader.times import find_times, times_of
from allegedly.reader.times.holidays import NAMES, easter, holiday
from allegedly.records import Span, Time, When

_WORDS = (
    "the a of in on at by last next this that past early late mid- May March June 3 31 99 1998 "
    "2021 480 BC 's '70s Monday Fridays two twenty-four hundred half a.m. p.m. 10:30 25:99 UTC "
    "day days week months year years decade century quarter summer night noon ago earlier later "
    "before after every daily twice the following about more than less and to - , . ( ) 02/13/98 "
    "2021-02-30 99/99/9999 Christmas Thanksgiving the trial first second third fiscal Q3 now soon"
)
PHRASES = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join)
PUBLISHED = st.sampled_from([None, "2021-02-10", "2021-02", "2021", "0001-01-01", "9999-12-31"])


def check(text: str, times: tuple[Time, ...]) -> None:
    end = 0
    for one in times:
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.value
        assert (one.earliest is None) == (one.latest is None)
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest


def when(published: str | None) -> When | None:
    return When.from_iso(published, "given") if published else None


@given(PHRASES, PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_word_salad(text: str, published: str | None) -> None:
    check(text, times_of(text, find_times(text), split_sentences(text), when(published)))


@given(PHRASES, PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_word_salad_as_one_expression(text: str, published: str | None) -> None:
    if text:
        found = times_of(text, [(Span(0, len(text)), "DATE")], (), when(published), exact=True)
        check(text, found)
        assert len(found) == 1


@given(st.text(max_size=60), st.data())
@settings(max_examples=200, deadline=None)
def test_any_text_and_any_spans(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    spans = [(Span(a, b), "TIME") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    check(text, times_of(text, spans, split_sentences(text), when("2021-02-10")))  # type: ignore[arg-type]


MANY = [
    "They met on 3 May 2019. ",
    "yesterday ",
    "3 ",
    "May ",
    "1998-",
    "the last ",
    "10 p.m. ",
    "two and a half ",
    "twenty-",
    "the end of ",
    "about ",
    "'",
    "12:30",
    "the following day, two days later. ",
]


@pytest.mark.parametrize("part", MANY)
def test_ten_thousand_in_linear_time(part: str) -> None:
    seconds = []
    for count in (2_500, 10_000):
        text = part * count
        began = time.process_time()
        check(text, times_of(text, find_times(text), split_sentences(text), when("2021-02-10")))
        seconds.append(time.process_time() - began)
    # Four times the text may take four times as long; twelve leaves room for a busy machine.
    assert seconds[1] < max(12 * seconds[0], 2.0)


def test_easter() -> None:
    days = ["1997-03-30", "2000-04-23", "2008-03-23", "2019-04-21", "2038-04-25"]
    assert [str(easter(int(day[:4]))) for day in days] == days


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_holiday_has_a_day_in_every_year(name: str) -> None:
    for year in range(1950, 2050):
        assert holiday(name, year).year == year
