"""Questions as statements: only where the words allow it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.rumors.statements import Words, as_statement, is_question, plain
from allegedly.records import Layers

PEOPLE = ("Ada Finch", "Otto Brack", "Harl")


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Will Ada Finch Leave the Band?", "Ada Finch will leave the band."),
        ("Is Ada Finch leaving the band?", "Ada Finch is leaving the band."),
        ("Is Ada Finch and Otto Brack Getting Back?", "Ada Finch and Otto Brack are getting back."),
        ("Has Ada Finch sold her house?", "Ada Finch has sold her house."),
        ("Does Otto Brack Want the Job?", "Otto Brack wants the job."),
        ("Do Ada Finch and Otto Brack talk?", "Ada Finch and Otto Brack talk."),
        ("Is Ada Finch really opening a bakery?", "Ada Finch is opening a bakery."),
        ("Is it over?", "It is over."),
        ("Could the mill be sold?", "The mill could be sold."),
        ("Will the old mill at Harl close?", "The old mill at Harl will close."),
        ("Are the miners walking out?", "The miners are walking out."),
        ("Well, Well, Could Ada Finch Quit After All?", "Ada Finch could quit."),
        ("Rumour check: will Otto Brack resign?", "Otto Brack will resign."),
        ("“Is Otto Brack leaving?”", "Otto Brack is leaving."),
    ],
)
def test_a_yes_or_no_question_becomes_its_statement(question: str, statement: str) -> None:
    form = as_statement(question, Words(names=PEOPLE, phrases=PEOPLE))
    assert form is not None
    assert form.shown == statement


@pytest.mark.parametrize(
    "question",
    [
        "Who is Ada Finch dating?",
        "Why did the mill close?",
        "What next for Harl?",
        "The mill to close?",
        "Was the film of the flood that drowned Harl staged at night by men hired in town?",
        "Is?",
        "Will Ada Finch?",
        "?",
        "",
    ],
)
def test_other_questions_stay_what_they_are(question: str) -> None:
    assert as_statement(question, Words(names=PEOPLE, phrases=PEOPLE)) is None


def test_what_only_could_be_is_judged_as_being_so() -> None:
    form = as_statement("Could the mill be sold?")
    assert form is not None
    assert form.judged == "The mill will be sold."


def test_capitals_of_a_headline_go_and_those_of_names_stay() -> None:
    words = Words(names=("Ada Finch", "The Lamp"), phrases=("Ada Finch",))
    form = as_statement("Is Ada Finch Leaving The Lamp For A Rival?", words)
    assert form is not None
    assert form.shown == "Ada Finch is leaving The Lamp for a rival."


def test_a_headline_in_small_letters_keeps_all_its_capitals() -> None:
    form = as_statement("Will Oreston reopen the Harl mine?", Words(phrases=("Oreston",)))
    assert form is not None
    assert form.shown == "Oreston will reopen the Harl mine."


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        ("Ada Finch could possibly return to the band", "Ada Finch will return to the band."),
        ("The mill might just be sold after all.", "The mill will be sold."),
        ("Oreston has reportedly sold the mine.", "Oreston has sold the mine."),
        ("The mill may not be sold.", "The mill may not be sold."),
        ("Otto Brack may have left in May.", "Otto Brack may have left in May."),
        ("Otto Brack is rumoured to be ill.", "Otto Brack is ill."),
        ("The miners are widely said to have left.", "The miners have left."),
        ("The mine is shut.", "The mine is shut."),
    ],
)
def test_a_statement_is_asked_without_what_leaves_it_open(statement: str, asked: str) -> None:
    assert plain(statement) == asked


@pytest.mark.parametrize(
    ("text", "asks"), [("Is it?", True), ("“Is it?” ", True), ("It is.", False), ("", False)]
)
def test_a_question_ends_in_its_mark(text: str, asks: bool) -> None:
    assert is_question(text) is asks


_OPENERS = st.sampled_from(("Will ", "Is ", "Could the ", "Does ", "Has Ada Finch ", ""))


@given(_OPENERS, st.text(max_size=60))
def test_any_text_gives_a_statement_or_nothing(opener: str, rest: str) -> None:
    form = as_statement(opener + rest + "?", Words.of(Layers(), "", ("Ada Finch",)))
    assert form is None or (form.shown.strip() and not is_question(form.judged))
    plain(opener + rest)
