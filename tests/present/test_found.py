"""Times, events, hedges and the cast of one article, and the days of all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegedly.present.days import days
from allegedly.present.found import Found, found_in
from allegedly.present.overview import overview
from allegedly.present.rows import listed
from allegedly.records import Article, Layers, Reading, Span, Time

from .making import described, happens, hedged, named, outlet, person, reading, timed

TEXT = (
    "Mara Ellis rowed to Halm in May 2021. On Monday she may sell the boat. "
    "She said the oar broke. Nobody sank."
)


def layers(text: str = TEXT) -> Layers:
    return Layers(
        mentions=(
            named(text, "Mara Ellis", 1),
            described(text, "the boat", 0, "boat", kind="other"),
            described(text, "|she| may", 1),
        ),
        times=(timed(text, "Monday", "2021-06-07"), timed(text, "May 2021", "2021-05")),
        events=(
            happens(text, "sank", "denied"),
            happens(text, "rowed", when="2021-05", time=1, participants=(1, 0, 1)),
            happens(text, "sell", "possible", when="2021-06-07", time=0),
            happens(text, "said", kind="reporting"),
            happens(text, "broke", when="PAST_REF"),
        ),
        hedges=(hedged(text, "may", "possible", "sell the boat"),),
    )


def found(text: str = TEXT, **article: object) -> Found:
    made = reading(
        Article(text=text, **article),  # type: ignore[arg-type]
        entities=[outlet("The boat"), person("Mara  Ellis")],
        found=layers(text),
    )
    return found_in(made)


def test_events_come_by_date_the_vague_after_them_the_unknown_last() -> None:
    assert [(one.quoted, one.when, one.status) for one in found().listed] == [
        ("rowed", "May 2021", "happened"),
        ("sell", "7 June 2021", "possible"),
        ("broke", "in the past", "happened"),
        ("sank", None, "denied"),
    ]


def test_undated_verbs_of_saying_are_left_to_the_statements() -> None:
    assert "said" in {one.quoted for one in found().events}
    assert "said" not in {one.quoted for one in found().listed}


def test_participants_are_names_each_once() -> None:
    (rowed,) = [one for one in found().events if one.quoted == "rowed"]
    assert rowed.participants == ("Mara Ellis", "The boat")


def test_a_time_has_its_meaning_and_the_days_it_may_mean() -> None:
    assert [(one.quoted, one.meaning, one.interval) for one in found().times] == [
        ("May 2021", "May 2021", "1 to 31 May 2021"),
        ("Monday", "7 June 2021", ""),
    ]


def test_the_cast_is_people_first_with_how_often() -> None:
    assert [(one.number, one.name, one.kind, one.mentions) for one in found().cast] == [
        (0, "Mara Ellis", "person", 2),
        (1, "The boat", "organization", 1),
    ]
    assert [one.member for one in found().mentions] == [0, 0, 1]


def test_a_headline_is_read_unless_the_text_repeats_it() -> None:
    title = "Mara Ellis rowed"
    head = Layers(events=(happens(title, "rowed"),))
    for article, expected in (
        (Article(text=TEXT, title=title), []),
        (Article(text=TEXT, title=title + "!"), [-1]),
    ):
        one = replace(reading(article), headline=head)
        rows = found_in(one).events
        assert [row.sentence for row in rows] == expected
        assert all(row.field == "title" for row in rows)


def test_days_hold_lines_by_sentence() -> None:
    made = days(found().listed)
    assert [day.when for day in made] == ["May 2021", "7 June 2021", "in the past"]
    assert [day.machine for day in made] == ["2021-05", "2021-06-07", None]
    (line,) = made[0].lines
    assert line.participants == ("Mara Ellis", "The boat")


def test_one_sentence_twice_in_an_article_stays_two_lines() -> None:
    text = "They met in May. They met in May."
    times = (timed(text, "May", "2021-05"), timed(text, "May|.|", "2021-05"))
    first = happens(text, "met", when="2021-05", time=0)
    second = replace(first, span=Span(22, 25), sentence=1)
    one = reading(Article(text=text), found=Layers(times=times, events=(first, second)))
    (day,) = days(found_in(one).listed)
    assert [len(line.events) for line in day.lines] == [1, 1]


def test_events_of_a_day_are_in_order_of_the_hour() -> None:
    text = "At noon they ate. In the morning they swam. That day they slept. At night they sang."
    values = {"noon": "T12:00", "the morning": "TMO", "That day": "", "night": "TNI"}
    times = tuple(timed(text, words, f"2021-02-09{rest}") for words, rest in values.items())
    words = ("ate", "swam", "slept", "sang")
    events = tuple(happens(text, word, when=times[n].value, time=n) for n, word in enumerate(words))
    one = reading(Article(text=text), found=Layers(times=times, events=events))
    assert [row.quoted for row in found_in(one).listed] == ["slept", "swam", "ate", "sang"]


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "dated"),
    [
        ("2021-02", None, None, True),
        ("XXXX-WXX-2", None, None, False),
        ("XXXX-WXX-2", date(2021, 1, 1), date(2021, 12, 31), True),
        ("2021-SU", date(2021, 6, 1), None, True),
        ("P3D", None, None, False),
    ],
)
def test_an_event_is_dated_where_the_calendar_has_a_place_for_it(
    value: str, earliest: date | None, latest: date | None, dated: bool
) -> None:
    text = "It rained then."
    times = (Time(Span(10, 14), "DATE", value, None, earliest, latest),)
    event = happens(text, "rained", when=value, time=0)
    one = reading(Article(text=text), found=Layers(times=times, events=(event,)))
    (row,) = found_in(one).events
    assert row.dated == dated
    assert overview(listed([one])).dated == dated


def test_the_overview_counts_what_the_lists_hold(readings: tuple[Reading, ...]) -> None:
    counts = overview(listed(readings))
    lists = [found_in(one) for one in readings]
    assert counts.events == sum(len(one.listed) for one in lists) == 13
    assert counts.times == sum(len(one.times) for one in lists) == 8
    assert counts.dated == sum(row.dated for one in lists for row in one.listed) == 8
    assert counts.span == "March 2023 to June 2023"
