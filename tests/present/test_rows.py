"""Rows: who speaks, in which order, under which id."""

from __future__ import annotations

import pytest

from allegedly.present.dates import in_words, machine, stretch
from allegedly.present.overview import overview
from allegedly.present.rows import listings, merged, name_of, outlet_of
from allegedly.records import Article, Reading, Span, When

from .making import person, reading, said

TEXT = "Mara Ellis said it rains. “It rains,” a neighbour told her, she said."


def rain(**fields: object) -> Article:
    return Article(text=TEXT, **fields)  # type: ignore[arg-type]


def test_a_speaker_is_the_entity_else_the_exact_words_else_nobody() -> None:
    one = reading(
        rain(),
        [
            said(TEXT, ["Mara Ellis"], ["said"], ["it rains"], speaker=0),
            said(TEXT, ["a neighbour"], ["told"], ["“It rains,”"], sourcing="unnamed"),
            said(TEXT, cue=["she said"], sourcing="none"),
        ],
        entities=[person("Mara  Ellis\n")],
    )
    (listing,) = listings([one])
    assert [row.speaker.label for row in listing.rows] == [
        "Mara Ellis",
        "“a neighbour”",
        "nobody named",
    ]


def test_a_name_without_a_letter_gives_way_to_the_words() -> None:
    one = reading(rain(), [said(TEXT, ["Mara Ellis"], ["said"], speaker=0)], entities=[person(" ")])
    assert listings([one])[0].rows[0].speaker.label == "“Mara Ellis”"


def test_articles_are_listed_by_when_they_are_known_to_be_out() -> None:
    dates = ["2021-03", None, "2021-03-04", "2021", "2021-03-31"]
    found = listings(
        reading(rain(published=When.from_iso(value, "given") if value else None)) for value in dates
    )
    listed = [one.reading.article.published for one in found]
    assert [when.value if when else None for when in listed] == [
        "2021-03-04",
        "2021-03-31",
        "2021-03",
        "2021",
        None,
    ]


def test_ids_are_the_same_in_any_company(readings: tuple[Reading, ...]) -> None:
    together = {row.id for one in listings(readings) for row in one.rows}
    apart = {row.id for one in readings for row in listings([one])[0].rows}
    assert together == apart
    assert len(together) == 20


def test_the_same_article_twice_has_two_sets_of_ids(readings: tuple[Reading, ...]) -> None:
    listed = listings([readings[0], readings[0]])
    ids = [row.id for one in listed for row in one.rows] + [one.id for one in listed]
    assert len(set(ids)) == len(ids)


def test_within_is_the_number_of_the_row_around(readings: tuple[Reading, ...]) -> None:
    (listing,) = listings([readings[1]])
    rows = {row.number: row for row in listing.rows}
    (inner,) = [row for row in listing.rows if row.within is not None]
    assert inner.within is not None
    outer = rows[inner.within]
    assert listing.words(outer, outer.content) == ("“She told them in March and nobody shouted,”",)


def test_headline_rows_are_left_out_where_the_text_repeats_the_title() -> None:
    title = "Mara Ellis said it rains"
    head = [said(title, ["Mara Ellis"], ["said"], ["it rains"])]
    assert listings([reading(rain(title=title), headline=head)])[0].rows == ()
    other = reading(rain(title=title + " again"), headline=head)
    (row,) = listings([other])[0].rows
    assert row.field == "title"


def test_an_outlet_is_its_name_or_the_host_of_the_address() -> None:
    assert outlet_of(rain(outlet="Quay  Post")) == "Quay Post"
    assert outlet_of(rain(url="https://www.quay.example/a")) == "quay.example"
    assert outlet_of(rain(url="javascript:alert(1)")) is None


def test_merged_spans_neither_touch_nor_overlap() -> None:
    assert merged([Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 9)]) == (Span(0, 3), Span(4, 9))


def test_the_overview_counts_the_story(readings: tuple[Reading, ...]) -> None:
    counts = overview(listings(readings))
    assert (counts.articles, counts.left, counts.named_outlets) == (4, 1, 3)
    assert (counts.statements, counts.direct, counts.undated) == (20, 5, 1)
    assert counts.dates == "April 2023"
    assert [(one.sourcing, one.statements) for one in counts.sourcing][:2] == [
        ("named", 12),
        ("unnamed", 4),
    ]
    assert sum(one.statements for one in counts.speakers) == 20
    assert counts.resolved[0].speaker.name == "Ines Okonjo"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2021", "2021"),
        ("2021-02", "February 2021"),
        ("2021-02-09", "9 February 2021"),
        ("2020-H2", "second half of 2020"),
        ("2021-SU", "summer 2021"),
        ("2021-Q3", "quarter 3 of 2021"),
        ("2021-W05", "week 5 of 2021"),
        ("PAST_REF", "in the past"),
        ("2021-19", "2021-19"),
    ],
)
def test_dates_stay_as_fine_as_they_are(value: str, shown: str) -> None:
    assert in_words(When(value, None, None, "text")) == shown


def test_dates_without_a_form_have_no_machine_value() -> None:
    assert machine(When.from_iso("2021-02", "given")) == "2021-02"
    assert machine(When("2021-SU", None, None, "text")) is None
    assert machine(None) is None


def test_a_stretch_is_as_wide_as_its_dates() -> None:
    whens = [When.from_iso(value, "given") for value in ("2021-02-09", "2021-03", "2021-02-11")]
    assert stretch(whens) == "9 February 2021 to March 2021"
    assert stretch([*whens[:1], None]) == "9 February 2021"
    assert stretch([None]) == ""


@pytest.mark.parametrize(
    ("title", "origin", "name"),
    [
        ("The  ferry\n", "a/b.txt", "The ferry"),
        (None, "a/b.txt", "b.txt"),
        (None, "wire.jsonl:3", "wire.jsonl:3"),
        (None, "C:\\coverage\\b.txt", "b.txt"),
        (None, "a/x\u202e.txt", "x\ufffd.txt"),
        (" ", None, "Untitled"),
    ],
)
def test_what_an_article_is_called(title: str | None, origin: str | None, name: str) -> None:
    assert name_of(rain(title=title, origin=origin)) == name


def dated(value: str) -> When:
    return When.from_iso(value, "given")


@pytest.mark.parametrize(
    ("whens", "outlets", "when", "where"),
    [
        ([], [], "", ""),
        ([None], [None], "undated", "outlets not stated"),
        ([None, None], ["A", None], "undated", "from 1 outlet"),
        (["2021-12-01"], ["A"], "1 December 2021", "from 1 outlet"),
        (["2021-12-01", None], [None, None], "1 December 2021 (1 undated)", "outlets not stated"),
        (["2020", "2021"], ["A", "B"], "2020 to 2021", "from 2 outlets"),
    ],
)
def test_when_and_where_are_said_as_far_as_known(
    whens: list[str | None], outlets: list[str | None], when: str, where: str
) -> None:
    counts = overview(
        listings(
            reading(rain(published=dated(day) if day else None, outlet=outlet, given_id=str(k)))
            for k, (day, outlet) in enumerate(zip(whens, outlets, strict=True))
        )
    )
    assert (counts.when, counts.where) == (when, where)


def test_a_speaker_without_outlets_is_in_none() -> None:
    one = reading(
        rain(), [said(TEXT, ["Mara Ellis"], ["said"], speaker=0)], entities=[person("Mara Ellis")]
    )
    assert [speaker.outlets for speaker in overview(listings([one])).speakers] == [0]
