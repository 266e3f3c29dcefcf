"""Overtaken: later words that say that something gives way, not the order of dates alone."""

from __future__ import annotations

from datetime import date

import pytest

from allegedly import Reader
from allegedly.link.contradictions.finding import find_contradictions
from allegedly.link.contradictions.overtaken import find_overtaken
from allegedly.records import Overtaken

from .contradicting import HARMLESS, MOVED, PRICE, WEDDING, Bag, Told, linked

OFFER: tuple[Told, ...] = (
    PRICE[0],
    (
        "Trade Ledger",
        "2023-06-20",
        "Calloway Hart bids for Tannet",
        "Calloway Hart offered €27 million for Tannet Ales in a letter of 19 June, the company "
        "said.",
    ),
)
WRONG: tuple[Told, ...] = (
    (
        "Vale Times",
        "2023-02-01",
        "The mill",
        "The mill in Vale will close before the summer, said Ida Kerr, who ran it for years. “It "
        "is cold in winter,” she said.",
    ),
    (
        "Vale Times",
        "2023-09-01",
        "The mill stays",
        "The mill in Vale stays open. Ida Kerr had told this paper that the mill would close. "
        "“I was wrong,” she said.",
    ),
)
TURNED: tuple[Told, ...] = (
    (
        "Vale Times",
        "2023-02-01",
        "The mill",
        "Per Holt, the owner of the mill, denied it. “A letter is not a contract,” Holt said.",
    ),
    (
        "Vale Times",
        "2023-03-01",
        "The mill is sold",
        "Per Holt sold the mill on Wednesday. “I said that a letter was not a contract,” Holt "
        "told reporters. “This is a contract.”",
    ),
)
RESTATED: tuple[Told, ...] = (
    (
        "Trade Ledger",
        "2023-04-05",
        "Tannet deal",
        "Calloway Hart is to buy Tannet Ales in a deal worth €90 million. The analyst Ada Pym "
        "called the price “mad”.",
    ),
    (
        "Trade Ledger",
        "2023-04-12",
        "Tannet hires a bank",
        "Tannet Ales has hired a bank.\n\nCorrection: an article published here on 5 April gave "
        "the price as €90 million. That was an error; it is €30 million. Ada Pym has asked us to "
        "say that she would call that price “fair”.",
    ),
)


def find(reader: Reader, *told: Told) -> tuple[Overtaken, ...]:
    story = linked(reader, *told)
    found = find_overtaken(story.material, story.cast, story.claims, (), Bag())
    for one in found:
        assert story.material.at(one.before.place) == one.before
        assert story.material.at(one.after.place) == one.after
    return found


def test_a_plan_gives_way_to_the_day_it_is_moved_to(reader: Reader) -> None:
    (found,) = find(reader, *MOVED)
    assert "18 June" in found.before.text
    assert "2 July" in found.after.text
    assert found.on == date(2022, 6, 1)


def test_a_sum_under_discussion_gives_way_to_the_offer(reader: Reader) -> None:
    (found,) = find(reader, *OFFER)
    assert "about €30 million" in found.before.text
    assert "offered €27 million" in found.after.text
    assert found.on == date(2023, 6, 19)


def test_a_speaker_withdraws(reader: Reader) -> None:
    (found,) = find(reader, *WRONG)
    assert "will close" in found.before.text
    assert "I was wrong" in found.after.text


def test_a_speaker_turns_round(reader: Reader) -> None:
    (found,) = find(reader, *TURNED)
    assert "A letter is not a contract" in found.before.text
    assert found.after.text == "“This is a contract.”"


def test_a_speaker_restates_after_a_correction(reader: Reader) -> None:
    (found,) = find(reader, *RESTATED)
    assert "mad" in found.before.text
    assert "fair" in found.after.text


@pytest.mark.parametrize("told", [OFFER, WRONG, TURNED, MOVED])
def test_what_is_overtaken_is_not_contradicted(reader: Reader, told: tuple[Told, ...]) -> None:
    story = linked(reader, *told)
    assert find_contradictions(
        story.material, story.cast, story.claims, Bag(), chains=story.chains
    ) == ()  # fmt: skip


TOLL = [
    (
        "Coast News",
        "2023-01-02",
        "Storm",
        "The storm in Varn killed at least 4 people, police said.",
    ),
    ("Vale Times", "2023-01-03", "Varn storm", "The storm in Varn killed 11 people, a clerk said."),
    (
        "Coast News",
        "2023-01-04",
        "Storm",
        "The death toll of the storm in Varn rose to 9, police said.",
    ),
    ("Vale Times", "2023-01-08", "Varn storm", "The storm in Varn killed 9 people, police said."),
]


def test_a_toll_gives_way_to_a_higher_one_that_lasts(reader: Reader) -> None:
    (found,) = find(reader, *TOLL)
    assert "at least 4" in found.before.text
    assert "rose to 9" in found.after.text
    assert found.on == date(2023, 1, 4)


@pytest.mark.parametrize(
    "told", [WEDDING, *(v for k, v in HARMLESS.items() if k != "a toll that grows")]
)
def test_dates_alone_overtake_nothing(reader: Reader, told: tuple[Told, ...]) -> None:
    assert find(reader, *told) == ()


def _denied(later: str) -> tuple[Told, ...]:
    return (
        (
            "Vale Times",
            "2023-02-01",
            "Kerr not leaving",
            "Ida Kerr runs the mill in Vale. A spokesman for the mill, Per Holt, denied that "
            "Kerr was resigning.",
        ),
        ("Trade Ledger", "2023-04-01", "Kerr and the mill", later),
    )


@pytest.mark.parametrize(
    ("later", "overtaken"),
    [
        ("Ida Kerr is resigning, the mill in Vale confirmed on Saturday.", True),
        ("Ida Kerr is resigning, two people who work for her at the mill said.", False),
    ],
)
def test_a_denial_gives_way_to_what_is_confirmed_later(
    reader: Reader, later: str, overtaken: bool
) -> None:
    story = linked(reader, *_denied(later))
    found = find_overtaken(story.material, story.cast, story.claims, (), Bag(), story.chains)
    clash = find_contradictions(story.material, story.cast, story.claims, Bag(), (), story.chains)
    assert ["Denied at first, confirmed later." in one.note for one in found] == [True] * overtaken
    assert [one.kind for one in clash] == ([] if overtaken else ["polarity"])
