"""When undated articles were written, from what they share with dated ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly import Reader
from allegedly.link.dating.finding import find_datings
from allegedly.link.dating.windows import Window, window
from allegedly.link.material import Material
from allegedly.records import Reading

from .timelining import COUPLE, Told, datings, material

FILED: Told = (
    "Courier",
    "2021-06-10",
    "Torvik and Brill part",
    "The singer Lena Torvik filed for divorce from Oskar Brill in February 2021.",
)


def _one(reader: Reader, text: str, first: Told = FILED) -> tuple[str, date | None, date | None]:
    found = datings(reader, (first, ("Page", None, None, text)))
    when = found["Page"].when
    return when.value, when.earliest, when.latest


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        (
            "Lena Torvik filed for divorce from Oskar Brill in February of this year.",
            "2021",
            date(2021, 2, 1),
            date(2021, 12, 31),
        ),
        (
            "Lena Torvik filed for divorce from Oskar Brill last February.",
            "202",
            date(2021, 3, 1),
            date(2022, 2, 28),
        ),
        (
            "Lena Torvik filed for divorce from Oskar Brill back in February.",
            "202",
            date(2021, 2, 1),
            date(2022, 1, 31),
        ),
        (
            "Lena Torvik filed for divorce from Oskar Brill last year.",
            "2022",
            date(2022, 1, 1),
            date(2022, 12, 31),
        ),
        (
            "Lena Torvik filed for divorce from Oskar Brill last month.",
            "2021-03",
            date(2021, 3, 1),
            date(2021, 3, 31),
        ),
        (
            "Lena Torvik has filed for divorce from Oskar Brill.",
            "XXXX",
            date(2021, 2, 1),
            None,
        ),
        (
            "Lena Torvik and Oskar Brill are said to be talking while the divorce proceedings go "
            "on.",
            "XXXX",
            date(2021, 2, 1),
            None,
        ),
    ],
)
def test_words_of_a_known_event_bound_the_day_of_writing(
    reader: Reader, text: str, value: str, first: date, last: date | None
) -> None:
    assert _one(reader, text) == (value, first, last)


def test_a_year_alone_is_only_a_lower_bound(reader: Reader) -> None:
    assert _one(reader, "Lena Torvik married Oskar Brill in 2014. They have four children.") == (
        "XXXX",
        date(2014, 1, 1),
        None,
    )


def test_what_is_still_to_come_is_an_upper_bound(reader: Reader) -> None:
    plan: Told = ("Post", "2024-05-06", None, "The Harl council will vote on the pool on 21 May.")
    _, first, last = _one(reader, "The Harl council will vote on the pool this month.", plan)
    assert (first, last) == (date(2024, 5, 1), date(2024, 5, 21))


def test_the_note_names_the_words_and_who_dates_them(reader: Reader) -> None:
    found = datings(
        reader,
        (
            FILED,
            ("Page", None, None, "Lena Torvik filed for divorce from Oskar Brill last year."),
        ),
    )["Page"]
    assert found.when.basis == "shared"
    assert "last year" in found.note
    assert "Courier dates that to February 2021" in found.note
    assert "on or after 1 January 2022 and on or before 31 December 2022" in found.note
    assert {one.text for one in found.anchors} == {
        "Lena Torvik filed for divorce from Oskar Brill last year.",
        "The singer Lena Torvik filed for divorce from Oskar Brill in February 2021.",
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The weather on the island is fine.", id="nothing in common"),
        pytest.param("Ada Pell filed for divorce from Jan Moor last year.", id="other people"),
        pytest.param("Lena Torvik may file for divorce one day.", id="not told as past"),
    ],
)
def test_no_dating_without_a_reason(reader: Reader, text: str) -> None:
    assert "Page" not in datings(reader, (FILED, ("Page", None, None, text)))


def test_dated_articles_have_none(reader: Reader) -> None:
    found = datings(reader, COUPLE)
    assert set(found) == {"Hearsay", "Fan Page"}


def test_anchors_stand_where_they_say(reader: Reader) -> None:
    found = material(reader, COUPLE)
    for dating in find_datings(found):
        assert dating.anchors
        assert dating.article in {one.article for one in dating.anchors}
        for anchor in dating.anchors:
            assert found.at(anchor.place) == anchor


def test_what_was_found_before_does_not_matter(reader: Reader) -> None:
    found = material(reader, COUPLE)
    assert find_datings(found) == find_datings(found.dated(()))


def test_the_relative_date_becomes_known(reader: Reader) -> None:
    from .timelining import telling, timeline

    item = telling(timeline(reader, COUPLE), "in November of last year")
    told = {one.anchor.text: one.value for one in item.dates}
    assert told["November of last year"] == "2022-11"


def test_nothing_and_unread_articles(reader: Reader) -> None:
    assert find_datings(Material("s", ())) == ()
    german = (
        "Die Fähre zwischen den Inseln wird im kommenden Sommer nicht mehr fahren, teilte die "
        "Gemeinde am Montag mit, und die Bewohner sind darüber nicht erfreut."
    )
    unread: list[Reading] = [reader.read(german), reader.read(FILED[3], published="2021-06-10")]
    assert find_datings(Material("s", unread)) == ()


days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(days, st.integers(0, 200), st.integers(0, 60))
def test_the_window_is_where_the_words_fit(start: date, length: int, back: int) -> None:
    """A made-up expression that means the days from ``back + length`` to ``back`` days ago."""
    known = Window(start, start)

    def means(day: date) -> tuple[date, date] | None:
        first = date.fromordinal(day.toordinal() - back - length)
        return first, date.fromordinal(day.toordinal() - back)

    found = window(means, known, "happened")
    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    for day in (found.earliest, found.latest):
        first, last = means(day) or (day, day)
        assert first <= start <= last
    before = date.fromordinal(found.earliest.toordinal() - 1)
    first, last = means(before) or (before, before)
    assert before < start or not first <= start <= last


@given(st.tuples(st.none() | days, st.none() | days), st.tuples(st.none() | days, st.none() | days))
def test_windows_meet_in_what_both_hold(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None]
) -> None:
    met = Window(*one).meet(Window(*other))
    assert met == Window(*other).meet(Window(*one))
    if met is not None:
        assert met.meet(Window(*one)) == met
