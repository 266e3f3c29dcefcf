"""Dates that hang on other dates: stories, ranges, "the following day"."""

from __future__ import annotations

import pytest

from .times_cases import values

#: A history of an invented war, as an encyclopedia tells it; each bracket with its value.
HISTORY = """The Orrin War began on [3 May 1871]=1871-05-03, when Tellan ships fired on the quay.
[Two days later]=1871-05-05 the harbour fell. In [June]=1871-06 the islanders retreated; [that
month]=1871-06 they burnt the mills. By [the end of the year]=1871 nobody held the sound. In
[January 1872]=1872-01 fresh troops landed. On [14 March]=1872-03-14 they took the lighthouse, and
[the following day]=1872-03-15 the mayor surrendered. [The previous year]=1871 he had sworn to die
first. A truce of [November]=1872-11 did not hold: in [January]=1873-01 the guns spoke again. The
treaty of [2 May 1874]=1874-05-02 ended the war. [Three years later]=1877 its last prisoner came
home. The bridge, planned in [1790]=1790, opened in [August]=1874-08 and fell in [1876]=1876. A
new one of [1901]=1901 stands, and in [the summer of 1902]=1902-SU it was painted. In
[the following spring]=1903-SP it was lit. It was [1911]=1911 before anybody paid."""


def _expected() -> tuple[str, list[str]]:
    marked, wanted = "", []
    for k, part in enumerate(HISTORY.replace("\n", " ").split("]=")):
        if k:
            value = part.split(" ")[0].rstrip(",.;:")
            wanted.append(value)
            marked += "]" + part[len(value) :]
        else:
            marked += part
    return marked, wanted


@pytest.mark.parametrize("published", ["2021-02-10", None])
def test_a_story_hangs_on_its_own_dates(published: str | None) -> None:
    marked, wanted = _expected()
    assert values(marked, published) == wanted


def test_the_following_day_never_hangs_on_the_publication_date() -> None:
    assert values("It was loud. [The following day] they left.") == ["XXXX-XX-XX"]
    assert values("It was loud. [That year] they left.") == ["XXXX"]


def test_in_news_too_it_hangs_on_the_story() -> None:
    marked = "They met on [January 3]. [The next day] they parted; [two days later] it snowed."
    assert values(marked) == ["2021-01-03", "2021-01-04", "2021-01-06"]
    assert values("She fell ill on [Friday] and died [the following morning].") == [
        "2021-02-05",
        "2021-02-06TMO",
    ]


RANGES = [
    ("It lasted from [16] to [18 May 2019].", ["2019-05-16", "2019-05-18"]),
    ("It lasted from [6]-[7 May 2019].", ["2019-05-06", "2019-05-07"]),
    ("It lasted from [May 6]-[7].", ["2020-05-06", "2020-05-07"]),
    ("It is on [April 24 and] [25], 2019.", ["2021-04-24", "2021-04-25"]),
    ("It fell between [March] and [April 1998].", ["1998-03", "1998-04"]),
    ("It fell between [November] and [March 1998].", ["1997-11", "1998-03"]),
    ("He ruled in [1939]-[45].", ["1939", "1945"]),
    ("The war of [499]-[493 BC].", ["BC0499", "BC0493"]),
    ("For [ten] or [fifteen years] he sailed.", ["P10Y", "P15Y"]),
    ("At [10:35 a.m.] (local time) on [Monday] it blew.", ["2021-02-08T10:35", "2021-02-08"]),
]


@pytest.mark.parametrize(("marked", "expected"), RANGES)
def test_parts_of_a_range_lend_each_other_what_they_lack(marked: str, expected: list[str]) -> None:
    assert values(marked) == expected


def test_a_range_of_years_has_the_bounds_of_both() -> None:
    from .times_cases import read

    (time,) = read("He ruled [1939-45].")
    assert (time.value, str(time.earliest), str(time.latest)) == (
        "1939",
        "1939-01-01",
        "1945-12-31",
    )
