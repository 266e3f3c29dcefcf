"""The values of time expressions in news: expression, sentence, publication date → TIMEX3."""

from __future__ import annotations

import pytest

from allegedly.records.reading import TimeType

from .times_cases import read

#: Sentence, type, value, mod, first and last day; published on Wednesday, 10 February 2021.
DATES = [
    # Days that the day of publication gives.
    ("The ferry sailed [today].", "DATE", "2021-02-10", None, "2021-02-10", "2021-02-10"),
    ("The ferry sailed [yesterday].", "DATE", "2021-02-09", None, "2021-02-09", "2021-02-09"),
    ("It will sail [tomorrow].", "DATE", "2021-02-11", None, "2021-02-11", "2021-02-11"),
    ("She left [ten days ago].", "DATE", "2021-01-31", None, "2021-01-31", "2021-01-31"),
    ("He wrote [24 hours ago].", "DATE", "2021-02-09", None, "2021-02-09", "2021-02-09"),
    # Weekdays look back, unless the verb looks ahead.
    ("She said so [on Friday].", "DATE", "2021-02-05", None, "2021-02-05", "2021-02-05"),
    ("It voted [Wednesday].", "DATE", "2021-02-10", None, "2021-02-10", "2021-02-10"),
    ("The council will vote [Friday].", "DATE", "2021-02-12", None, "2021-02-12", "2021-02-12"),
    ("It is set to vote [Friday].", "DATE", "2021-02-12", None, "2021-02-12", "2021-02-12"),
    ("It had been due to vote [Friday].", "DATE", "2021-02-05", None, "2021-02-05", "2021-02-05"),
    ("An answer is wanted by [Monday].", "DATE", "2021-02-15", None, "2021-02-15", "2021-02-15"),
    ("They voted [last Friday].", "DATE", "2021-02-05", None, "2021-02-05", "2021-02-05"),
    ("They vote [next Friday].", "DATE", "2021-02-12", None, "2021-02-12", "2021-02-12"),
    ("On [Friday of last week] it sank.", "DATE", "2021-02-05", None, "2021-02-05", "2021-02-05"),
    # Weeks and weekends.
    ("He left [last week].", "DATE", "2021-W05", None, "2021-02-01", "2021-02-07"),
    ("He goes [next week].", "DATE", "2021-W07", None, "2021-02-15", "2021-02-21"),
    ("He goes [early next week].", "DATE", "2021-W07", "START", "2021-02-15", "2021-02-21"),
    ("It rained over [the weekend].", "DATE", "2021-W05-WE", None, "2021-02-06", "2021-02-07"),
    ("It will rain at [the weekend].", "DATE", "2021-W06-WE", None, "2021-02-13", "2021-02-14"),
    ("It sank [three weeks ago].", "DATE", "2021-W03", None, "2021-01-18", "2021-01-24"),
    ("Set for [the week of March 8].", "DATE", "2021-W10", None, "2021-03-08", "2021-03-14"),
    # Months.
    ("He left [last month].", "DATE", "2021-01", None, "2021-01-01", "2021-01-31"),
    ("They met in [January].", "DATE", "2021-01", None, "2021-01-01", "2021-01-31"),
    ("They met in [December].", "DATE", "2020-12", None, "2020-12-01", "2020-12-31"),
    ("They will meet in [March].", "DATE", "2021-03", None, "2021-03-01", "2021-03-31"),
    ("They met in [late November].", "DATE", "2020-11", "END", "2020-11-01", "2020-11-30"),
    ("They met [back in February].", "DATE", "2021-02", None, "2021-02-01", "2021-02-28"),
    ("They met in [mid-January].", "DATE", "2021-01", "MID", "2021-01-01", "2021-01-31"),
    ("They met [three months ago].", "DATE", "2020-11", None, "2020-11-01", "2020-11-30"),
    ("He left in [June last year].", "DATE", "2020-06", None, "2020-06-01", "2020-06-30"),
    ("He left in [May of last year].", "DATE", "2020-05", None, "2020-05-01", "2020-05-31"),
    ("He goes [later this month].", "DATE", "2021-02", "END", "2021-02-01", "2021-02-28"),
    # Days of a month.
    ("They met on [January 3].", "DATE", "2021-01-03", None, "2021-01-03", "2021-01-03"),
    ("They met on [Dec. 28].", "DATE", "2020-12-28", None, "2020-12-28", "2020-12-28"),
    ("They will meet on [March 3].", "DATE", "2021-03-03", None, "2021-03-03", "2021-03-03"),
    ("They meet on [the 25th].", "DATE", "2021-02-25", None, "2021-02-25", "2021-02-25"),
    ("They married on [February 29].", "DATE", "2020-02-29", None, "2020-02-29", "2020-02-29"),
    # Years.
    ("He left [last year].", "DATE", "2020", None, "2020-01-01", "2020-12-31"),
    ("He married [two years ago].", "DATE", "2019", None, "2019-01-01", "2019-12-31"),
    ("She began [earlier this year].", "DATE", "2021", "START", "2021-01-01", "2021-12-31"),
    ("Done by [the end of the year].", "DATE", "2021", "END", "2021-01-01", "2021-12-31"),
    ("It will close at [year-end].", "DATE", "2021-12-31", None, "2021-12-31", "2021-12-31"),
    # Quarters, halves and seasons.
    ("Profit rose in [the third quarter].", "DATE", "2020-Q3", None, "2020-07-01", "2020-09-30"),
    ("Profit rose in [Q3 2019].", "DATE", "2019-Q3", None, "2019-07-01", "2019-09-30"),
    ("It rose in [the first half of 2020].", "DATE", "2020-H1", None, "2020-01-01", "2020-06-30"),
    ("It rose in [H2 2020].", "DATE", "2020-H2", None, "2020-07-01", "2020-12-31"),
    ("It fell in [fiscal 2020].", "DATE", "2020", None, "2020-01-01", "2020-12-31"),
    ("It opened [last summer].", "DATE", "2020-SU", None, "2020-06-01", "2020-09-23"),
    ("It opened in [the summer of 2020].", "DATE", "2020-SU", None, "2020-06-01", "2020-09-23"),
    ("It sank in [the winter of 2018].", "DATE", "2018-WI", None, "2018-01-01", "2019-03-20"),
    # Whole dates need no publication date.
    ("They met on [3 May 2019].", "DATE", "2019-05-03", None, "2019-05-03", "2019-05-03"),
    ("They met on [the 3rd of May, 2019].", "DATE", "2019-05-03", None, "2019-05-03", "2019-05-03"),
    ("It was [Friday, May 3, 2019].", "DATE", "2019-05-03", None, "2019-05-03", "2019-05-03"),
    ("It was [2019-05-03].", "DATE", "2019-05-03", None, "2019-05-03", "2019-05-03"),
    ("It was [02/13/98].", "DATE", "1998-02-13", None, "1998-02-13", "1998-02-13"),
    ("It was [13/02/1998].", "DATE", "1998-02-13", None, "1998-02-13", "1998-02-13"),
    ("It opened in [May 2019].", "DATE", "2019-05", None, "2019-05-01", "2019-05-31"),
    ("It opened in [nineteen ninety-six].", "DATE", "1996", None, "1996-01-01", "1996-12-31"),
    ("It opened in [two thousand and five].", "DATE", "2005", None, "2005-01-01", "2005-12-31"),
    # Longer ago.
    ("Built in [the 1980s].", "DATE", "198", None, "1980-01-01", "1989-12-31"),
    ("Built in [the late 1980s].", "DATE", "198", "END", "1980-01-01", "1989-12-31"),
    ("Built in [the '70s].", "DATE", "197", None, "1970-01-01", "1979-12-31"),
    ("Built in [the nineties].", "DATE", "199", None, "1990-01-01", "1999-12-31"),
    ("Built in [the 1600s].", "DATE", "16", None, "1600-01-01", "1699-12-31"),
    ("Built in [the 19th century].", "DATE", "18", None, "1800-01-01", "1899-12-31"),
    ("Built since ['82].", "DATE", "1982", None, "1982-01-01", "1982-12-31"),
    ("Sacked in [480 BC].", "DATE", "BC0480", None, None, None),
    ("Sacked in [the 5th century BC].", "DATE", "BC04", None, None, None),
    # Days with names.
    ("They met on [Christmas Eve].", "DATE", "2020-12-24", None, "2020-12-24", "2020-12-24"),
    ("It will open at [Christmas].", "DATE", "2021-12-25", None, "2021-12-25", "2021-12-25"),
    ("They met on [Thanksgiving].", "DATE", "2020-11-26", None, "2020-11-26", "2020-11-26"),
    ("They met on [Labor Day].", "DATE", "2020-09-07", None, "2020-09-07", "2020-09-07"),
    ("They met on [Memorial Day 2019].", "DATE", "2019-05-27", None, "2019-05-27", "2019-05-27"),
    ("They met on [Easter Monday 2019].", "DATE", "2019-04-22", None, "2019-04-22", "2019-04-22"),
    # Counted from something.
    ("They left [two days before Christmas].", "DATE", "2020-12-23", None, "2020-12-23", None),
    ("They left [three days after the vote].", "DATE", "XXXX-XX-XX", None, None, None),
    ("They left [two years after the vote].", "DATE", "XXXX", None, None, None),
    ("They left [a few days ago].", "DATE", "PAST_REF", None, None, None),
    # No date at all.
    ("It is [now] closed.", "DATE", "PRESENT_REF", None, None, None),
    ("It [recently] closed.", "DATE", "PAST_REF", None, None, None),
    ("It may, [in the future].", "DATE", "FUTURE_REF", None, None, None),
    ("It was [the Tellan festival].", "DATE", "XXXX-XX-XX", None, None, None),
]

TIMES = [
    ("He spoke at [10:30 a.m. Tuesday].", "2021-02-09T10:30", "2021-02-09"),
    ("He spoke at [noon on Monday].", "2021-02-08T12:00", "2021-02-08"),
    ("He spoke at [10 p.m.] on Monday.", "2021-02-08T22:00", "2021-02-08"),
    ("He spoke at [12 a.m. today].", "2021-02-10T00:00", "2021-02-10"),
    ("He spoke at [nine in the evening].", "2021-02-10T21:00", "2021-02-10"),
    ("He spoke [Tuesday night].", "2021-02-09TNI", "2021-02-09"),
    ("He spoke [this morning].", "2021-02-10TMO", "2021-02-10"),
    ("He spoke [last night].", "2021-02-09TNI", "2021-02-09"),
    ("He will speak [tonight].", "2021-02-10TNI", "2021-02-10"),
    ("Trading stopped at [16:08 UTC].", "2021-02-10T16:08Z", "2021-02-10"),
    ("Trading stopped at [0800 GMT].", "2021-02-10T08:00Z", "2021-02-10"),
    ("It sank on [the night of 3 May 2020].", "2020-05-03TNI", "2020-05-03"),
    ("It sank at [2021-02-03T10:00].", "2021-02-03T10:00", "2021-02-03"),
]

DURATIONS = [
    ("It lasted [three years].", "P3Y", None),
    ("It was a [12-year] lease.", "P12Y", None),
    ("It lasted [24 hours].", "PT24H", None),
    ("It lasted [two and a half years].", "P2Y6M", None),
    ("It lasted [5 1/2 hours].", "PT5H30M", None),
    ("It lasted [a minute and a half].", "PT1M30S", None),
    ("It lasted [one hundred and twenty days].", "P120D", None),
    ("It lasted [1,460 years].", "P1460Y", None),
    ("It lasted [a couple of months].", "P2M", None),
    ("It lasted [a fortnight].", "P2W", None),
    ("It lasted [two decades].", "P20Y", None),
    ("It lasted [several weeks].", "PXW", None),
    ("It lasted [weeks or months].", "PXW", None),
    ("It lasted [decades].", "PXDE", None),
    ("It lasted [a weekend].", "P1WE", None),
    ("It was a [month-long] strike.", "P1M", None),
    ("It lasted [more than two weeks].", "P2W", "MORE_THAN"),
    ("It lasted [less than an hour].", "PT1H", "LESS_THAN"),
    ("It lasted [at least 30 days].", "P30D", "EQUAL_OR_MORE"),
    ("It may last [up to 180 days].", "P180D", "EQUAL_OR_LESS"),
    ("It lasted [about six months].", "P6M", "APPROX"),
    ("It rose in [the first nine months].", "P9M", None),
]

SETS = [
    ("It sails [every Friday].", "XXXX-WXX-5"),
    ("It sails [Mondays].", "XXXX-WXX-1"),
    ("It sails on [Tuesday nights].", "XXXX-WXX-2TNI"),
    ("It sails [each July].", "XXXX-07"),
    ("It sails [each summer].", "XXXX-SU"),
    ("It sails [daily].", "P1D"),
    ("It sails [weekly].", "P1W"),
    ("It meets [annually].", "P1Y"),
    ("It sails [twice a week].", "P1W"),
    ("It sails [three times a month].", "P1M"),
    ("It sails [every two weeks].", "P2W"),
    ("It sails [every other day].", "P2D"),
    ("It builds 15 boats [a year].", "P1Y"),
]


@pytest.mark.parametrize(("marked", "kind", "value", "mod", "first", "last"), DATES)
def test_dates(
    marked: str, kind: TimeType, value: str, mod: str | None, first: str | None, last: str | None
) -> None:
    (time,) = read(marked)
    assert (time.type, time.value, time.mod) == (kind, value, mod)
    assert str(time.earliest) == str(first)
    assert str(time.latest) == str(last or first)


@pytest.mark.parametrize(("marked", "value", "day"), TIMES)
def test_times_of_day(marked: str, value: str, day: str) -> None:
    (time,) = read(marked)
    assert (time.type, time.value) == ("TIME", value)
    assert str(time.earliest) == str(time.latest) == day


@pytest.mark.parametrize(("marked", "value", "mod"), DURATIONS)
def test_durations(marked: str, value: str, mod: str | None) -> None:
    (time,) = read(marked, kinds=["DURATION"])
    assert (time.type, time.value, time.mod) == ("DURATION", value, mod)
    assert time.earliest is time.latest is None


@pytest.mark.parametrize(("marked", "value"), SETS)
def test_sets(marked: str, value: str) -> None:
    (time,) = read(marked, kinds=["SET"])
    assert (time.type, time.value) == ("SET", value)
    assert time.earliest is time.latest is None


def test_a_stretch_counted_from_publication_has_bounds() -> None:
    (past,) = read("In [the past three months] it grew.")
    assert (past.type, past.value) == ("DURATION", "P3M")
    assert (str(past.earliest), str(past.latest)) == ("2020-11-10", "2021-02-10")
    (ahead,) = read("In [the next two weeks] it will close.")
    assert (str(ahead.earliest), str(ahead.latest)) == ("2021-02-10", "2021-02-24")


def test_results_of_a_year_ago_are_those_of_the_same_quarter() -> None:
    times = read(
        "Marlow Lines lost nine million in [the third quarter]. [A year earlier], it made two. "
        "In [the year-ago quarter] fares were higher. [The latest quarter] saw a strike."
    )
    assert [t.value for t in times] == ["2020-Q3", "2019-Q3", "2019-Q3", "2020-Q3"]


def test_a_quarter_is_told_by_the_day_it_ended() -> None:
    (time, _) = read("In [the quarter] ended [Sept. 30], fares rose.")
    assert (time.value, str(time.latest)) == ("2020-Q3", "2020-09-30")


def test_the_worked_example_of_the_documentation() -> None:
    times = read(
        "The Orrin ferry ran aground on [Friday night]. It had been repaired in [late November], "
        "and the owners lost nine million in [the third quarter]. They will meet on [March 3]. The "
        "line opened on [2 May 1874]; [the following day] it was on fire."
    )
    assert [(t.value, t.mod) for t in times] == [
        ("2021-02-05TNI", None),
        ("2020-11", "END"),
        ("2020-Q3", None),
        ("2021-03-03", None),
        ("1874-05-02", None),
        ("1874-05-03", None),
    ]
