"""The propositions of an article: what it says, whose word that is, how sure and whether no."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from allegedly import Reader
from allegedly.link.cast.finding import find_cast
from allegedly.link.claims.polarity import denied
from allegedly.link.claims.propositions import Proposition, propositions_of, trimmed
from allegedly.link.material import Material
from allegedly.records import Attribution, Reading, Span

from ..strategies import readings


def propositions(reader: Reader, text: str, title: str | None = None) -> list[Proposition]:
    reading = reader.read(text, title=title, published="2024-03-01", outlet="The Gull")
    story = Material("s", [reading])
    return list(propositions_of(story, find_cast(story), reading.article.id))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("“There is no sale,”", "There is no sale"),
        ("that the pier is sold.", "the pier is sold"),
        ("Could it be sold?", "Could it be sold?"),
        ("the price is “about £14 million”", "the price is “about £14 million”"),
        ("two children (Ada and Tom)", "two children (Ada and Tom)"),
    ],
)
def test_marks_come_off(text: str, rest: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert span is not None
    assert span.of(text) == rest


def test_nothing_is_left_of_marks() -> None:
    assert trimmed("“ … ”", Span(0, 5)) is None


def test_a_reported_content_is_the_proposition(reader: Reader) -> None:
    (found,) = propositions(reader, "Ada Pell said that the pier would be sold to Brill Marine.")
    assert found.anchor.text == "the pier would be sold to Brill Marine"
    assert (found.voice, found.negated, found.key) == ("attributed", False, "sell")


def test_a_denied_content_says_no_in_words_that_say_yes(reader: Reader) -> None:
    (found,) = propositions(reader, "Ada Pell denied that the pier had been sold.")
    assert (found.negated, found.wording) == (True, False)


def test_a_denied_denial_says_yes(reader: Reader) -> None:
    (found,) = propositions(reader, "Ada Pell denied that there had been no sale of the pier.")
    assert (found.negated, found.wording) == (False, True)


def test_a_question_stays_a_question(reader: Reader) -> None:
    found = propositions(reader, "The pier is old.", "Will the pier be sold?")
    assert found[0].anchor.text == "Will the pier be sold?"
    assert (found[0].voice, found[0].certainty) == ("question", "unknown")


def test_whether_is_a_question(reader: Reader) -> None:
    (found,) = propositions(reader, "Whether Ada Pell will resign remains to be seen.")
    assert found.voice == "question"


def test_what_a_source_does_not_say_is_open(reader: Reader) -> None:
    found = propositions(reader, "Nothing in the memo says that a sale has been agreed.")
    assert [one.certainty for one in found] == ["unknown"]


def test_clauses_stand_apart(reader: Reader) -> None:
    text = "Ada Pell sold the pier in May, and Rufus Tane has left Wick."
    found = propositions(reader, text)
    assert [one.anchor.text for one in found] == [
        "Ada Pell sold the pier in May",
        "Rufus Tane has left Wick",
    ]


def test_names_are_not_cut_at_and(reader: Reader) -> None:
    text = "The Orrin and Skerrow Ferry Company was sold by Ada Pell and Rufus Tane on Monday."
    (found,) = propositions(reader, text)
    assert found.anchor.text == text.rstrip(".")


def test_pronouns_are_replaced_for_judging(reader: Reader) -> None:
    found = propositions(reader, "Ada Pell lives in Wick. She has sold her boat.")
    assert found[-1].text == "Ada Pell has sold Ada Pell's boat"
    assert found[-1].anchor.text == "She has sold her boat"


def test_an_order_is_no_statement(reader: Reader) -> None:
    found = propositions(reader, "The boats are old.", "Stop selling us our own boats")
    assert not [one for one in found if one.headline]


def test_a_correction_takes_back(reader: Reader) -> None:
    text = "Correction: an article here on Monday gave the price of the pier as £40 million."
    assert [one.negated for one in propositions(reader, text)] == [True]


def test_the_title_printed_again_is_said_once(reader: Reader) -> None:
    title = "Council sells the pier"
    found = propositions(reader, f"{title}\n\nAda Pell left Wick on Monday.", title)
    assert [one.anchor.field for one in found if one.anchor.text == title] == ["title"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_any_reading_has_anchored_propositions(reading: Reading) -> None:
    story = Material("s", [reading])
    article = reading.article
    nobody = find_cast(Material("s", []))
    for one in propositions_of(story, nobody, article.id):
        field = article.text if one.anchor.field == "text" else article.title or ""
        assert one.anchor.text == one.anchor.span.of(field)
        assert one.anchor.text.strip()


def test_who_shuts_down_a_rumor_says_no(reader: Reader) -> None:
    text = "Ada Pell is shutting down rumors that the pier is being sold."
    found = [one for one in propositions(reader, text) if one.key == "sell"]
    assert [(one.negated, one.certainty) for one in found] == [(True, "certain")]


def test_clauses_after_a_pronoun_stand_apart(reader: Reader) -> None:
    found = propositions(
        reader,
        "“They live together, they love the sea, and they are not selling the pier,” Ada said.",
    )
    assert "they are not selling the pier" in [one.anchor.text for one in found]


@pytest.mark.parametrize(
    ("cue", "content", "no"),
    [
        ("slams", "the split report", True),
        ("slams", "the split report: ‘Made up’", True),
        ("slams", "the new mayor", False),
        ("is shutting down rumors", "that the two have split", True),
        ("said", "that the two have split", False),
    ],
)
def test_a_report_that_is_attacked_is_denied_once(cue: str, content: str, no: bool) -> None:
    text = f"Her aide {cue} {content}"
    start = len("Her aide ")
    spans = Span(start, start + len(cue)), Span(start + len(cue) + 1, len(text))
    one = Attribution(
        (Span(0, 8),), spans[:1], spans[1:], "indirect", "unnamed", None, (), None, 0.9
    )
    assert denied(text, one) is no
