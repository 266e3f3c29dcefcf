"""The timeline of stories told by several outlets."""

from __future__ import annotations

import itertools

import pytest

from allegedly import Reader
from allegedly.link.cast.finding import find_cast
from allegedly.link.material import Material
from allegedly.link.timeline.finding import find_timeline
from allegedly.records import TimelineItem

from .timelining import COMPANY, COUNCIL, COUPLE, Told, material, telling, timeline

STORIES = {"couple": COUPLE, "council": COUNCIL, "company": COMPANY}


@pytest.fixture(scope="module")
def couple(reader: Reader) -> tuple[TimelineItem, ...]:
    return timeline(reader, COUPLE)


@pytest.fixture(scope="module")
def council(reader: Reader) -> tuple[TimelineItem, ...]:
    return timeline(reader, COUNCIL)


@pytest.fixture(scope="module")
def company(reader: Reader) -> tuple[TimelineItem, ...]:
    return timeline(reader, COMPANY)


def test_one_filing_told_by_three_outlets_is_one_event(couple: tuple[TimelineItem, ...]) -> None:
    item = telling(couple, "filed for divorce from the actor")
    assert item.when == "2022-11"
    assert item.status == "happened"
    assert set(item.sources) == {"Glow", "Star Weekly", "Hearsay"}
    assert {one.anchor.text for one in item.dates} == {
        "November",
        "last November",
        "November of last year",
    }


def test_other_words_for_the_same_are_one_event(couple: tuple[TimelineItem, ...]) -> None:
    item = telling(couple, "tied the knot in 2018")
    assert item.when == "2018"
    assert set(item.sources) == {"Glow", "Star Weekly", "Fan Page"}


def test_an_announced_date_is_planned(couple: tuple[TimelineItem, ...]) -> None:
    item = telling(couple, "will open the Tarn festival")
    assert (item.when, item.status, item.outcome) == ("2023-05-12", "planned", None)


def test_a_plan_that_is_put_off_says_so(council: tuple[TimelineItem, ...]) -> None:
    item = telling(council, "will vote on the sale")
    assert (item.when, item.status) == ("2024-05-21", "planned")
    assert item.outcome == "put off to 4 June 2024 (Harl Gazette)"


def test_the_vote_that_was_held_is_another_event(council: tuple[TimelineItem, ...]) -> None:
    item = telling(council, "voted by 12 to 7")
    assert (item.when, item.status) == ("2024-06-04", "happened")
    assert item.sources == ("Radio Harl",)


def test_a_plan_that_came_about_is_one_event_that_happened(
    company: tuple[TimelineItem, ...],
) -> None:
    item = telling(company, "resigned as chairman")
    assert (item.when, item.status) == ("2022-10-01", "happened")
    assert item.summary.startswith("Piet Dorn resigned")
    assert item.outcome == "happened (Mining Blog)"
    assert set(item.sources) == {"The Ledger", "Mining Blog"}


def test_the_same_verb_with_another_time_is_another_event(
    company: tuple[TimelineItem, ...],
) -> None:
    assert telling(company, "bought the Harl mine").when == "2017"
    assert telling(company, "when it took over Harl").when == "2017"
    assert telling(company, "agreed on Monday to buy Velm").when == "2022-09-19"


def test_what_only_an_unnamed_source_tells_is_possible(company: tuple[TimelineItem, ...]) -> None:
    item = telling(company, "letter of intent")
    assert (item.when, item.status) == ("2022-09-09", "possible")


def test_what_reporters_did_for_the_article_is_no_event(company: tuple[TimelineItem, ...]) -> None:
    assert not [one for one in company if "declined to comment" in one.summary]


@pytest.mark.parametrize("name", STORIES)
def test_items_are_anchored_and_stand_by_date(reader: Reader, name: str) -> None:
    found = material(reader, STORIES[name])
    items = find_timeline(found, find_cast(found))
    assert items
    assert len({one.id for one in items}) == len(items)
    days = [one.earliest for one in items if one.earliest]
    assert days == sorted(days)
    for item in items:
        assert item.summary == item.anchors[0].text
        assert {anchor.article for anchor in item.anchors} == set(item.articles)
        for anchor in (*item.anchors, *(one.anchor for one in item.dates)):
            assert found.at(anchor.place) == anchor
        if item.earliest and item.latest:
            assert item.earliest <= item.latest
        assert item.conflict is None or item.when is None


def test_ids_last_when_an_article_is_added(reader: Reader) -> None:
    first = timeline(reader, COMPANY[:2])
    before = {anchor.place: one.id for one in first for anchor in one.anchors}
    again = timeline(reader, COMPANY, before)
    kept = {one.id for one in first} & {one.id for one in again}
    assert len(kept) >= len(first) - 1
    assert telling(first, "bought the Harl mine").id == telling(again, "bought the Harl mine").id


def test_copies_count_once_but_their_outlets_are_listed(reader: Reader) -> None:
    outlet, day, title, text = COMPANY[0]
    long = text + (
        " The group's chairwoman, Ada Pell, has long wanted a second mine in the north of the "
        "country, where copper is said to be plentiful and wages are low."
    )
    copies: tuple[Told, ...] = ((outlet, day, title, long), ("Paper Two", day, "Velm", long))
    item = telling(timeline(reader, copies), "bought the Harl mine in 2017")
    assert item.sources == ("Market Wire", "Paper Two")


CONFLICTS: tuple[Told, ...] = (
    ("A", "2021-04-02", None, "The ferry Morning Plover was launched in 1968 at Aldhaven."),
    ("B", "2021-04-03", None, "The ferry Morning Plover was launched in 1969 at Aldhaven."),
)


def test_dates_that_cannot_both_hold_are_shown_and_not_averaged(reader: Reader) -> None:
    item = telling(timeline(reader, CONFLICTS), "launched in 1968")
    assert item.when is None
    assert item.earliest is None
    assert item.conflict is not None
    assert "1968" in item.conflict
    assert "1969" in item.conflict


BLOG: tuple[Told, ...] = (
    (
        "Chamber Watch",
        "2024-05-21",
        "Live: pool vote put off",
        "6.30pm. The chamber is full.\n\n6.52pm. Motion to postpone the pool vote carried, 14 to "
        "5.\n\n7.10pm. Everybody goes home.",
    ),
)


def test_a_report_by_the_minute_dates_what_its_headline_tells(reader: Reader) -> None:
    item = telling(timeline(reader, BLOG), "Motion to postpone")
    assert (item.when, item.status) == ("2024-05-21", "happened")


CORRECTION: tuple[Told, ...] = (
    (
        "The Ledger",
        "2022-09-21",
        "Velm sale",
        "Oreston is buying Velm Copper. Correction: an article published here on 20 September "
        "gave the price as 900 million crowns.",
    ),
)


def test_a_correction_is_of_the_day_of_its_article(reader: Reader) -> None:
    item = telling(timeline(reader, CORRECTION), "Correction:")
    assert item.when == "2022-09-21"


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((), id="nothing"),
        pytest.param((("A", None, None, "Nothing."),), id="no event"),
        pytest.param((("A", None, "?", "!!! ??? ..."),), id="no words"),
        pytest.param((("A", "2020", None, "A " * 3000),), id="one endless sentence"),
    ],
)
def test_articles_without_events_have_an_empty_timeline(
    reader: Reader, articles: tuple[Told, ...]
) -> None:
    assert timeline(reader, articles) == ()


def test_the_order_of_the_input_does_not_matter(reader: Reader) -> None:
    whens = []
    for order in itertools.islice(itertools.permutations(COMPANY), 3):
        whens.append(sorted((one.when or "", one.status) for one in timeline(reader, order)))
    assert whens[0] == whens[1] == whens[2]


def test_an_article_in_another_language_is_passed_over(reader: Reader) -> None:
    told = (
        "Der Fährdienst zwischen den Inseln wird im kommenden Sommer eingestellt, teilte die "
        "Gemeinde am Montag mit. Die Bewohner sind darüber nicht erfreut und wollen klagen."
    )
    readings = [reader.read(told, outlet="Blatt"), reader.read(COMPANY[0][3], outlet="Wire")]
    found = Material("s", readings)
    assert all("Blatt" not in one.sources for one in find_timeline(found, find_cast(found)))
